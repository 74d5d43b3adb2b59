using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Office.Applications;
using Genggam.Standards;

namespace Genggam.Office.Catalogue.Checks;

/// <summary>What a check of a service folder found.</summary>
public sealed record CheckReport(
    string Folder,
    Release? Release,
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<ExampleReport> Examples
)
{
    public bool Passed =>
        Release is not null
        && Problems.All(p => p.Severity != Severity.Error)
        && Examples.All(e => e.Faults.Length == 0);
}

/// <param name="Letters">The letters that it asked for.</param>
public sealed record ExampleReport(
    string Name,
    string File,
    ImmutableArray<ExampleFault> Faults,
    ImmutableArray<AskedLetter> Letters
);
