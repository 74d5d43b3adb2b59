namespace Genggam.Benchmarks.Nodes;

/// <summary>The figures of a run.</summary>
internal static class Summary
{
    /// <returns>0 where nothing was lost or doubled and everything verified.</returns>
    public static int Print(Senders senders, List<RoundResult> rounds, string? letters)
    {
        Report.Title("Writes stopped");
        foreach (var kind in rounds.GroupBy(round => round.Fault).OrderBy(kind => kind.Key))
            Gaps($"{kind.Key}, {kind.Count()} times", [.. kind], kind.Key.Goal());
        foreach (var node in rounds.GroupBy(round => round.Fault.TakesNode()))
            Gaps(node.Key ? "of a node" : "of a process", [.. node], node.First().Fault.Goal());

        Report.Title("Acknowledged");
        var waited = senders.All.Select(a => a.Waited).Order().ToArray();
        Report.Line("applications", $"{waited.Length}, the longest answered after {waited[^1].TotalSeconds:N1} s");
        Report.Line(
            "of them answered after",
            $"median {At(waited, 0.5).TotalSeconds:N2} s, p99 {At(waited, 0.99).TotalSeconds:N1} s"
        );
        foreach (var (what, times) in senders.Failures)
            Report.Line($"  instead of an answer, then sent again: {what}", $"{times}");
        var broken = rounds.Count(round => round.Problem is not null);
        Report.Line(
            "rounds in which something was lost, doubled or did not verify",
            $"{broken} (must be 0: {(broken == 0 ? "holds" : "FAILED")})"
        );
        Report.Line("letters", $"{letters ?? "one for each granted application"}");
        return broken == 0 && letters is null ? 0 : 1;
    }

    private static void Gaps(string what, RoundResult[] rounds, int goal)
    {
        var gaps = rounds.Select(round => round.Gap).Order().ToArray();
        var p95 = At(gaps, 0.95).TotalSeconds;
        Report.Line(
            what,
            $"p50 {At(gaps, 0.5).TotalSeconds:N1} s, p95 {p95:N1} s (goal {goal} s: {(p95 <= goal ? "met" : "missed")})"
        );
    }

    // The nearest rank: of few rounds the p95 is the longest.
    private static TimeSpan At(TimeSpan[] sorted, double share) => sorted[(int)Math.Ceiling(sorted.Length * share) - 1];
}
