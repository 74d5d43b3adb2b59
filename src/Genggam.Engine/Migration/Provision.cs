using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>
/// The transitional provision (ketentuan peralihan) of a release: a decision that says of each running case whether it
/// finishes as it began or moves, and by which deadline. It reads the case's data, and of the case itself, under
/// <c>berkas</c>, also <c>langkah</c>, the step it stands at, and <c>tenggat</c>, its legal deadline.
/// </summary>
public static class Provision
{
    /// <summary>What the decision gives: what is done, and the deadline that then counts.</summary>
    public const string Act = "tindakan",
        Deadline = "tenggat";

    public const string Finish = "selesai",
        Move = "pindah",
        Keep = "tetap",
        Anew = "baru";

    /// <summary>Null where it gives no answer that can be read.</summary>
    internal static MigrationVerdict? Ask(
        string decision,
        World target,
        Case state,
        DateTimeOffset at,
        DeadlineRule otherwise
    )
    {
        if (!target.Effective.Decisions.TryGetValue(decision, out var model))
            return null;
        var facts = OwnFacts
            .Of(target, state, at)
            .With("langkah", StepOf(state))
            .With(
                "tenggat",
                state.Deadline is { } due ? FeelDateTime.Of(target.Zones.Local(due, state.Zone)) : FeelValue.Null
            );
        var environment = new FeelEnvironment(target.Zones.Local(at, state.Zone));
        return model.Decide(decision, state.Data.With(HiddenNames.OfCase, facts), environment).Value switch
        {
            FeelString { Value: var act } => Said(act, null, otherwise),
            FeelContext said => Said(
                (said[Act] as FeelString)?.Value,
                (said[Deadline] as FeelString)?.Value,
                otherwise
            ),
            _ => null,
        };
    }

    private static MigrationVerdict? Said(string? act, string? deadline, DeadlineRule otherwise) =>
        (act, deadline) switch
        {
            (Finish, _) => new MigrationVerdict.Stays(StayReason.Provision),
            (Move, null) => new MigrationVerdict.Moves(otherwise),
            (Move, Keep) => new MigrationVerdict.Moves(DeadlineRule.Keep),
            (Move, Anew) => new MigrationVerdict.Moves(DeadlineRule.Anew),
            _ => null,
        };

    /// <summary>The step that somebody works at; else where the process stands.</summary>
    private static string? StepOf(Case state) =>
        state.Tasks.Values.FirstOrDefault()?.Element ?? state.Tokens.Values.FirstOrDefault()?.Element;
}
