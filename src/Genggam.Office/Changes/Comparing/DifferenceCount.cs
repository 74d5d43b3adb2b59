using System.Collections.Immutable;

namespace Genggam.Office.Changes;

/// <summary>What a change is about, as people count it.</summary>
public enum CountedThing
{
    Step,
    Flow,
    Decision,
    Rule,
    Field,
    Promise,
    Text,
    Letter,
    Example,
    File,
}

/// <summary>How many things of a kind became so: what a change comes to in one sentence.</summary>
public sealed record DifferenceCount(CountedThing Thing, Became Became, int Count)
{
    /// <summary>In the order in which they are told. A text of several languages is one.</summary>
    internal static ImmutableArray<DifferenceCount> Of(DraftDifference difference) =>
        [
            .. Things(difference)
                .GroupBy(thing => thing)
                .OrderBy(group => group.Key.Thing)
                .ThenBy(group => group.Key.Became)
                .Select(group => new DifferenceCount(group.Key.Thing, group.Key.Became, group.Count())),
        ];

    private static IEnumerable<(CountedThing Thing, Became Became)> Things(DraftDifference difference)
    {
        foreach (var element in difference.Processes.SelectMany(p => p.Elements))
            if (ProcessDifference.IsStep(element.Kind))
                yield return (CountedThing.Step, element.Became);
            else if (ProcessDifference.IsFlow(element.Kind))
                yield return (CountedThing.Flow, element.Became);
        foreach (var file in difference.Decisions)
        {
            foreach (var element in file.Elements.Where(e => e.Kind == "decision"))
                yield return (CountedThing.Decision, element.Became);
            foreach (var rule in file.Tables.SelectMany(t => t.Rules))
                if (rule.Became is { } became)
                    yield return (CountedThing.Rule, became);
        }
        foreach (var field in difference.Forms.SelectMany(f => f.Fields))
            yield return (CountedThing.Field, field.Became);
        foreach (var said in difference.Said.Where(s => s.Kind == DifferenceKind.Promise))
            yield return (CountedThing.Promise, BecameOf(said));
        foreach (var text in difference.Said.Where(s => s.Kind == DifferenceKind.Text).GroupBy(s => KeyOf(s.Place)))
            yield return (CountedThing.Text, BecameOf(text.First()));
        foreach (var file in difference.Files)
            if (ThingOf(file.Path) is { } thing)
                yield return (
                    thing,
                    file.Added ? Became.Added
                    : file.Removed ? Became.Removed
                    : Became.Changed
                );
    }

    private static Became BecameOf(SaidOtherwise said) =>
        said.Was is null ? Became.Added
        : said.Now is null ? Became.Removed
        : Became.Changed;

    private static string KeyOf(string place) => place[(place.IndexOf(": ", StringComparison.Ordinal) + 2)..];

    /// <summary>Null for files whose parts were counted.</summary>
    private static CountedThing? ThingOf(string path) =>
        path.StartsWith("letters/", StringComparison.Ordinal) ? CountedThing.Letter
        : path.StartsWith("examples/", StringComparison.Ordinal) ? CountedThing.Example
        : path == PromiseEdit.File
        || path.StartsWith("texts/", StringComparison.Ordinal)
        || Path.GetExtension(path) is ".bpmn" or ".dmn" or ".form"
            ? null
        : CountedThing.File;
}
