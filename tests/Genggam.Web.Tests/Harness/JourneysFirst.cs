using Xunit.Sdk;
using Xunit.v3;

// A browser waits more than it works: one more at a time keeps both cores of a small machine busy.
[assembly: Parallelization(MaxThreads = 3)]
[assembly: TestCollectionOrderer(typeof(Genggam.Web.Tests.Harness.JourneysFirst))]

namespace Genggam.Web.Tests.Harness;

/// <summary>The longest tests begin first, so that none of them runs alone at the end.</summary>
public sealed class JourneysFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest = [".Designer.", ".Journeys.", ".Portal.", ".Desk.", ".Errors."];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(
        IReadOnlyCollection<TTestCollection> testCollections
    )
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => Place(c.TestCollectionDisplayName))];

    private static int Place(string name) =>
        Array.FindIndex(Longest, part => name.Contains(part, StringComparison.Ordinal)) is >= 0 and var place
            ? place
            : Longest.Length;
}
