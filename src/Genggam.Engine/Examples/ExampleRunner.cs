using System.Collections.Immutable;
using System.Globalization;

namespace Genggam.Engine;

/// <summary>Runs an example through the same engine as a live case and tells where it comes to something else.</summary>
public static class ExampleRunner
{
    public static ExampleRun Run(World world, Example example)
    {
        var told = new Rehearsal(world, example.At, example.Agency, example.Zone);
        for (var i = 0; i < example.Steps.Length; i++)
            if (told.Step(i, example.Steps[i]) is { } fault)
                return Ended(fault);
        return Ended([.. Compare(told, example.Then)]);

        ExampleRun Ended(params ImmutableArray<ExampleFault> faults) =>
            new(faults, [.. told.Asked]) { Entries = [.. told.Entries] };
    }

    private static IEnumerable<ExampleFault> Compare(Rehearsal told, ExampleEnd then)
    {
        var (state, end) = (told.Case, told.End);
        if (state.Incidents.Values.FirstOrDefault() is { } incident)
            yield return new ExampleFault(
                null,
                "no incident",
                $"{incident.Number} at {incident.Element}: {incident.Problem}"
            );
        if (state.Awaited.Values.FirstOrDefault() is { } awaited)
            yield return new ExampleFault(
                null,
                string.Create(CultureInfo.InvariantCulture, $"at most {Rehearsal.MaxAnswers} letters in one step"),
                $"{awaited.Element} asks for another"
            );
        if (then.State is { } wanted && wanted != end.State)
            yield return new ExampleFault(null, $"state {wanted}", $"state {end.State}");
        if (then.Outcome is { } outcome && outcome != end.Outcome)
            yield return new ExampleFault(null, $"outcome {outcome}", $"outcome {end.Outcome ?? "none"}");
        if (then.Reason is { } why && why != end.Reason)
            yield return new ExampleFault(null, $"reason {why}", $"reason {end.Reason ?? "none"}");
        if (then.Deadline is { } due && due != end.Deadline)
            yield return new ExampleFault(null, $"deadline {due:o}", $"deadline {end.Deadline:o}");
        if (then.Waiting is { } waiting && Differs(waiting, end.Waiting, out var tasks))
            yield return new ExampleFault(null, $"waiting {string.Join(", ", waiting)}", $"waiting {tasks}");
        if (then.Documents is { } letters && Differs(letters, end.Documents, out var issued))
            yield return new ExampleFault(null, $"documents {string.Join(", ", letters)}", $"documents {issued}");
    }

    private static bool Differs(ImmutableArray<string> wanted, ImmutableArray<string>? found, out string listed)
    {
        var have = found ?? [];
        listed = string.Join(", ", have);
        return !have.SequenceEqual(wanted.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
