using System.Collections.Immutable;
using System.Globalization;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.People;

namespace Genggam.Office.Cases;

/// <summary>A case as its journal has it now, with what is needed to append to it.</summary>
/// <param name="Head">The hash of the last entry; zero for a case that is new.</param>
/// <param name="Erased">Subjects whose key is destroyed: their values read as null.</param>
public sealed record LoadedCase(
    CaseId Id,
    Case Case,
    Release Release,
    Digest Head,
    ImmutableArray<CaseEntry> Entries,
    ImmutableArray<SubjectId> Erased
)
{
    /// <summary>The release that the case leaves, where a command moves it to <see cref="Release"/>.</summary>
    internal Release? Leaving { get; init; }

    /// <summary>Releases of entries that were made before the case moved to the one it has, by hash.</summary>
    public ImmutableDictionary<string, Release> Earlier { get; init; } = ImmutableDictionary<string, Release>.Empty;

    /// <summary>The release that an entry was made under, by which it is shown.</summary>
    public Release ReleaseOf(CaseEntry entry) => Earlier.GetValueOrDefault(entry.Stamp.Release(), Release);

    /// <summary>The release of the entry that asked for an effect, whose id begins with the entry's sequence.</summary>
    public Release ReleaseOf(Effect effect) =>
        int.TryParse(effect.Id.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
        && sequence > 0
        && sequence <= Entries.Length
            ? ReleaseOf(Entries[sequence - 1])
            : Release;

    /// <summary>A program handed it in for the applicant, on its word for whose NIK it is.</summary>
    public bool ByProgram => Entries[0].Stamp.Actor.Via is not null;

    /// <summary>
    /// The case is this applicant's to see: they handed it in, or a program did in their name and an officer has seen whose
    /// NIK it is (docs/decisions/whose-cases.md).
    /// </summary>
    public bool IsOf(Actor applicant, bool nikProved) => Case.Applicant == applicant.Id && (!ByProgram || nikProved);

    /// <summary>
    /// Officers of the deciding agency read it who hold a role of its service, and those who serve people at the counter. Who
    /// works at other services there, or only changes this one, does not.
    /// </summary>
    public bool IsFor(Actor officer) => Case.Agency == officer.Agency && WorksAt(Release.Service.Roles, officer);

    /// <summary>Whether cases of a service with these roles are this officer's to read, in the officer's own agency.</summary>
    public static bool WorksAt(IEnumerable<string> rolesOfService, Actor officer) =>
        officer.Roles.Any(role => role == CounterSignUp.Role || rolesOfService.Contains(role));
}
