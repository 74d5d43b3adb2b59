using Genggam.Engine;
using Genggam.Journal;

namespace Genggam.Office.Cases;

/// <summary>
/// Puts on record, for the citizen to see, that somebody of an office read a case: before anything of it is shown. What the
/// same officer reads again for the same purpose within <see cref="Once"/> is one entry.
/// </summary>
public sealed class Looks(JournalStore journal, TimeProvider clock)
{
    public const string Review = "review";
    public const string Attachment = "attachment";
    public const string Letter = "letter";
    public const string Draft = "draft";

    /// <summary>Shown for an officer who holds no role of their own.</summary>
    public const string OfficerRole = "petugas";

    /// <summary>Shown for a client of the API, whatever roles it was granted.</summary>
    public const string ProgramRole = "program";

    public static readonly TimeSpan Once = TimeSpan.FromMinutes(15);

    /// <param name="purpose">Why, a key of the texts <c>purposes</c>.</param>
    public Task Record(LoadedCase loaded, Actor by, string purpose) =>
        Record(loaded.Id, by, RoleOf(loaded, by), purpose);

    public Task ByProgram(CaseId id, Actor program, string purpose) => Record(id, program, ProgramRole, purpose);

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
