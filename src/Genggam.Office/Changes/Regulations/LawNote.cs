using Genggam.Journal;

namespace Genggam.Office.Changes;

/// <summary>What was noted about a law.</summary>
public enum LawNoteKind
{
    Amended,
    Revoked,

    /// <summary>An earlier note was a mistake.</summary>
    Withdrawn,

    /// <summary>The owner of a service looked, and the service needs no change, or has it.</summary>
    Settled,
}

/// <param name="From">The day from which it is amended or revoked.</param>
/// <param name="Service">Of one that is settled.</param>
public sealed record LawNote(
    string Law,
    long Number,
    LawNoteKind Kind,
    DateOnly? From,
    string? Service,
    string Note,
    string Actor,
    DateTimeOffset At
)
{
    internal static LawNote Of(LawNoteRow row) =>
        new(
            row.Law,
            row.Number,
            Enum.Parse<LawNoteKind>(row.Kind, ignoreCase: true),
            row.Day,
            row.Service,
            row.Note,
            row.Actor,
            row.At
        );

    internal LawNoteRow Row() => new(Law, Number, Kind.ToString().ToLowerInvariant(), From, Service, Note, Actor, At);
}
