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
);
