using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Journal;

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
    /// <summary>A program handed it in for the applicant, on its word for whose NIK it is.</summary>
    public bool ByProgram => Entries[0].Stamp.Actor.Via is not null;

    /// <summary>
    /// The case is this applicant's to see: they handed it in, or a program did in their name and an officer has seen whose
    /// NIK it is (docs/decisions/whose-cases.md).
    /// </summary>
    public bool IsOf(Actor applicant, bool nikProved) => Case.Applicant == applicant.Id && (!ByProgram || nikProved);
}
