using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Office.Catalogue;
using Genggam.Standards;

namespace Genggam.Office.Changes;

/// <summary>
/// Which promises of a service change only after the public was heard, from <c>services/participation.yaml</c>; none where the
/// file is not there.
/// </summary>
/// <param name="Promises">Parts of <c>service.yaml</c>.</param>
/// <param name="LegalBasis">A key of <c>legal.yaml</c>.</param>
/// <param name="Unverified">Nobody read it in the gazette.</param>
public sealed record Participation(ImmutableArray<string> Promises, string? LegalBasis, bool Unverified)
{
    private const string File = "participation.yaml";

    /// <summary>Values of the service standard that a draft changes and that the public is heard about.</summary>
    public ImmutableArray<string> Touched(Draft draft)
    {
        var was = PromiseEdit.Read(draft.Base.Parts);
        var now = PromiseEdit.Read(draft);
        return
        [
            .. AspectOtherwise
                .Between(was, now)
                .Select(a => a.Name)
                .Where(name => Promises.Any(p => name == p || name.StartsWith($"{p}.", StringComparison.Ordinal))),
        ];
    }

    /// <summary>Why a draft cannot be asked for, or published, with these minutes; null where it can.</summary>
    internal ChangeRefusal? WhyNot(Draft draft, Minutes minutes, DateOnly today) =>
        minutes.Fault(today) is { } fault ? new ChangeRefusal(ChangeRefusal.BadMinutes, fault)
        : minutes.AreComplete || Touched(draft) is not [var first, ..] ? null
        : new ChangeRefusal(ChangeRefusal.NotHeard, minutes.Missing, first);

    internal static Participation Read(string yaml, List<Problem> problems)
    {
        var root = YamlNode.Read(yaml, File, problems);
        return new Participation(
            [.. root["promises"].Items.Select(i => i.Text ?? "")],
            root["legal_basis"].Text,
            root["unverified"].Bool()
        );
    }

    /// <exception cref="InvalidDataException">The file is there and cannot be read.</exception>
    internal static Participation Open(string services)
    {
        var path = Path.Combine(services, File);
        if (!System.IO.File.Exists(path))
            return new Participation([], null, false);
        var problems = new List<Problem>();
        var read = Read(System.IO.File.ReadAllText(path), problems);
        return problems.Count == 0 ? read : throw new InvalidDataException(string.Join('\n', problems));
    }
}

/// <summary>Where it stands what the public said (berita acara Forum Konsultasi Publik).</summary>
/// <param name="Link">Where anybody can read them.</param>
public sealed record Minutes(string? Number, DateOnly? Held, string? Link)
{
    internal const string NumberField = "consultation";
    internal const string HeldField = "consultation_held";
    internal const string LinkField = "consultation_link";

    internal bool AreComplete => Number is not null && Held is not null && Link is not null;

    /// <summary>The first field that is not filled in.</summary>
    internal string Missing =>
        Number is null ? NumberField
        : Held is null ? HeldField
        : LinkField;

    /// <summary>The field that holds what cannot be.</summary>
    internal string? Fault(DateOnly today) =>
        Held > today ? HeldField
        : Link is not null && !(Uri.TryCreate(Link, UriKind.Absolute, out var link) && link.Scheme is "https" or "http")
            ? LinkField
        : null;
}
