namespace Genggam.Benchmarks.Mutants;

/// <summary>What became of a sample, room by room.</summary>
internal sealed class Tally(IReadOnlyList<(Mutant Mutant, Outcome Outcome)> all)
{
    private const double Bar = 0.8;

    private double Share => all.Count(o => Killed(o.Outcome)) / (double)all.Count;

    public bool Met => Share >= Bar;

    public static string Said(Mutant mutant, Outcome outcome) =>
        $"{mutant.Number} {mutant.File}:{mutant.Line} {mutant.Kind}, {outcome.Fate}: {mutant.Before} -> {mutant.After}";

    public void Print()
    {
        foreach (var room in all.GroupBy(o => o.Mutant.Room).OrderBy(r => r.Key, StringComparer.Ordinal))
            Line(room.Key, [.. room.Select(o => o.Outcome)]);
        foreach (var kind in all.GroupBy(o => o.Mutant.Kind).OrderBy(k => k.Key, StringComparer.Ordinal))
            Line($"kind: {kind.Key}", [.. kind.Select(o => o.Outcome)]);
        Line("in all", [.. all.Select(o => o.Outcome)]);
        Report.Bar("mutants killed", Share, "80 %", _ => Met);
    }

    public IEnumerable<string> Survivors() =>
        all.Where(o => !Killed(o.Outcome))
            .OrderBy(o => o.Mutant.File, StringComparer.Ordinal)
            .ThenBy(o => o.Mutant.Line)
            .Select(o => Said(o.Mutant, o.Outcome));

    private static bool Killed(Outcome outcome) => outcome.Fate is Fate.Killed or Fate.TimedOut;

    private static void Line(string what, IReadOnlyList<Outcome> these)
    {
        var by = these.CountBy(o => o.Fate).ToDictionary();
        int Count(Fate fate) => by.GetValueOrDefault(fate);
        Report.Line(
            what,
            $"{these.Count(Killed)} of {these.Count} killed ({Count(Fate.TimedOut)} by time), {Count(Fate.Survived)} survived, {Count(Fate.Uncovered)} covered by no test"
        );
    }
}
