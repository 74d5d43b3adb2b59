using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Changes.DryRuns;

namespace Genggam.Office.Cases;

/// <summary>
/// Puts on record, for the citizen to see, that somebody of an office read a case: before anything of it is shown. What the
/// same officer reads again for the same purpose within <see cref="Once"/> is one entry.
/// </summary>
public sealed class Looks(JournalStore journal, Agencies.Agencies agencies, TimeProvider clock)
{
    public const string Review = "review";
    public const string Attachment = "attachment";
    public const string Letter = "letter";
    public const string Draft = "draft";

    /// <summary>An officer for whom the case is not tried to open it, and saw nothing.</summary>
    public const string Refused = "refused";

    /// <summary>Shown for an officer who holds no role of their own.</summary>
    public const string OfficerRole = "petugas";

    /// <summary>Shown for a client of the API, whatever roles it was granted.</summary>
    public const string ProgramRole = "program";

    /// <summary>A dry run read the case; nobody saw it.</summary>
    public const string DryRun = "dry-run";

    public static readonly TimeSpan Once = TimeSpan.FromMinutes(15);

    /// <param name="purpose">Why, a key of the texts <c>purposes</c>.</param>
    public Task Record(LoadedCase loaded, Actor by, string purpose) =>
        Record(loaded.Id, by, RoleOf(loaded, by), purpose);

    public Task ByProgram(CaseId id, Actor program, string purpose) => Record(id, program, ProgramRole, purpose);

    /// <summary>One entry for a whole run, in a chain of the service: its selection says which cases were read.</summary>
    internal Task ByDryRun(DryRunSelection selection, Actor by) =>
        journal.Access.Record(
            ChainOf(selection.Service),
            by.Id,
            by.Roles.FirstOrDefault() ?? ProgramRole,
            by.Agency ?? "",
            $"{DryRun}?{selection.Written()}",
            clock.GetUtcNow()
        );

    /// <summary>Who looked into a case, in order of time: each one's own entries, and runs that read it among others.</summary>
    public async Task<ImmutableArray<AccessEntry>> Of(CaseId id)
    {
        if (await journal.Cases.Find(id) is not { } row)
            return await journal.Access.Read(id);
        var runs = (await journal.Access.Read(ChainOf(row.Summary.Service)))
            .Where(look => look.At >= row.Summary.OpenedAt)
            .Where(look => SelectionOf(look)?.Reads(row.Summary, agencies) == true)
            .Select(look => look with { Case = row.Case, Purpose = DryRun });
        return [.. (await journal.Access.Read(row.Case)).Concat(runs).OrderBy(look => look.At)];
    }

    private static DryRunSelection? SelectionOf(AccessEntry look) =>
        look.Purpose.Split('?', 2) is [DryRun, var written] ? DryRunSelection.Read(written) : null;

    /// <summary>No case has this id: it follows from the service.</summary>
    private static CaseId ChainOf(string service) =>
        new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{DryRun}/{service}")).AsSpan(0, 16), bigEndian: true));

    private Task Record(CaseId id, Actor by, string role, string purpose) =>
        journal.Access.Record(id, by.Id, role, by.Agency!, purpose, clock.GetUtcNow(), Once);

    /// <summary>Of the roles that are the officer's own, the one a task waits for, or else one the service knows.</summary>
    private static string RoleOf(LoadedCase loaded, Actor by)
    {
        if (by.Kind == ActorKind.Machine)
            return ProgramRole;
        return by.Roles.FirstOrDefault(own => loaded.Case.Tasks.Values.Any(t => t.Role == own))
            ?? by.Roles.FirstOrDefault(loaded.Release.Service.Roles.Contains)
            ?? by.Roles.FirstOrDefault()
            ?? OfficerRole;
    }
}
