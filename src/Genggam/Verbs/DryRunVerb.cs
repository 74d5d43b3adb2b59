using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using Genggam.Engine;
using Genggam.Office.Catalogue;
using Genggam.Office.Catalogue.Checks;
using Genggam.Office.Changes;
using Genggam.Standards;
using Spectre.Console;
using Command = System.CommandLine.Command;

namespace Genggam.Verbs;

/// <summary><c>genggam dry-run DIR --data D [--since DATE] [--json]</c>: whose case would have ended otherwise under a draft.</summary>
internal static class DryRunVerb
{
    private const int MostShown = 50;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Build()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "The service folder of the draft" };
        var since = new Option<DateOnly?>("--since")
        {
            Description = "Only cases opened on this day or later",
            CustomParser = Day,
        };
        var json = new Option<bool>("--json") { Description = "The result as JSON" };
        var data = Installation.Data();
        var verb = new Command("dry-run", "Feed past cases to a draft and compare") { folder, since, json, data };
        verb.SetAction(
            (parsed, cancel) =>
                Installation.Guarded(() =>
                    Run(
                        parsed.GetRequiredValue(folder),
                        parsed.GetValue(since),
                        parsed.GetValue(json),
                        parsed.GetValue(data),
                        cancel
                    )
                )
        );
        return verb;
    }

    private static DateOnly? Day(ArgumentResult typed)
    {
        var text = typed.Tokens.Single().Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        typed.AddError($"{text} is no day: write --since as year, month and day, such as 2026-03-31.");
        return null;
    }

    private static async Task<int> Run(
        DirectoryInfo folder,
        DateOnly? since,
        bool json,
        string? data,
        CancellationToken cancel
    )
    {
        await using var installation = await Installation.Open(Installation.Options(data));
        // Examples may fail: they tell the rule that is being changed. A draft may stand in a folder of another name.
        var check = ServiceCheck.Run(folder.FullName, installation.Get<ServiceCatalogue>().Calendar);
        var problems = check.Problems.Where(p => p.Number != ServiceCheck.OtherName).ToList();
        foreach (var problem in problems)
            Console.Error.WriteLine($"{folder.Name}/{problem}");
        if (check.Release is not { } draft || problems.Any(p => p.Severity == Severity.Error))
            return 1;
        var from = since is { } day
            ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(7))
            : (DateTimeOffset?)null;
        var dryRun = installation.Get<DryRun>();
        var report = json
            ? await dryRun.Run(draft, from, null, cancel)
            : await Steps.Show(
                "Replaying",
                null,
                task => dryRun.Run(draft, from, new Reporter<int>(n => task.Description = $"Replaying {n}"), cancel)
            );
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(Machine(report), Json));
        else
            Print(report);
        return 0;
    }

    private static void Print(DryRunReport report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("case", "was", "would be");
        foreach (var one in report.Differences.Take(MostShown))
            table.AddRow(Markup.Escape(one.Number), Markup.Escape(Was(one.Result)), Markup.Escape(WouldBe(one.Result)));
        if (table.Rows.Count > 0)
            AnsiConsole.Write(table);
        if (report.Differences.Length > MostShown)
            AnsiConsole.MarkupLineInterpolated(
                $"and {report.Differences.Length - MostShown} more differences; --json lists all"
            );
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"{report.Cases} cases: {report.Same} the same, {report.Other} other, {report.NeedsJudgement} need judgement, {report.NeedsAnswer} need an answer, {report.NotReplayable} cannot be replayed"
        );
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"{report.Refused} refused applications: {report.Refused - report.LetIn - report.RefusedOtherwise} the same, {report.LetIn} would be let in, {report.RefusedOtherwise} refused otherwise; people who never applied are not seen"
        );
        AnsiConsole.MarkupLineInterpolated($"hash {report.Hash}");
    }

    private static object Machine(DryRunReport report) =>
        new
        {
            report.Service,
            report.Draft,
            report.Cases,
            report.Same,
            report.Other,
            report.NeedsJudgement,
            report.NeedsAnswer,
            report.NotReplayable,
            report.Refused,
            report.LetIn,
            report.RefusedOtherwise,
            Differences = report.Differences.Select(d => new
            {
                d.Number,
                Was = Was(d.Result),
                WouldBe = WouldBe(d.Result),
            }),
            report.Hash,
        };

    private static string Was(ReplayResult result) =>
        result switch
        {
            ReplayResult.Other other => Short(other.Was),
            ReplayResult.NeedsJudgement judgement => Short(judgement.Was),
            ReplayResult.NeedsAnswer answer => Short(answer.Was),
            _ => "",
        };

    private static string WouldBe(ReplayResult result) =>
        result switch
        {
            ReplayResult.Other other => $"{Short(other.WouldBe)}{Beside(other.Was, other.WouldBe)}",
            ReplayResult.NeedsJudgement judgement => $"needs judgement at {judgement.Element}",
            ReplayResult.NeedsAnswer answer => $"needs an answer at {answer.Element}",
            ReplayResult.NotReplayable => "cannot be replayed: erased",
            _ => "",
        };

    /// <summary>What differs where outcome and reason do not tell.</summary>
    private static string Beside(CaseOutcome was, CaseOutcome wouldBe)
    {
        var other = new List<string>();
        if (was.Fee != wouldBe.Fee)
            other.Add(string.Create(CultureInfo.InvariantCulture, $"fee {was.Fee} → {wouldBe.Fee}"));
        if (was.Deadline != wouldBe.Deadline)
            other.Add("another deadline");
        if (was.Waits != wouldBe.Waits)
            other.Add(string.Create(CultureInfo.InvariantCulture, $"tasks {was.Waits} → {wouldBe.Waits}"));
        if (was.AskedItems != wouldBe.AskedItems)
            other.Add(
                string.Create(CultureInfo.InvariantCulture, $"questions {was.AskedItems} → {wouldBe.AskedItems}")
            );
        if (!was.Letters.SequenceEqual(wouldBe.Letters, StringComparer.Ordinal))
            other.Add($"letters {string.Join(", ", was.Letters)} → {string.Join(", ", wouldBe.Letters)}");
        return Short(was) == Short(wouldBe) && other.Count > 0 ? $" ({string.Join("; ", other)})" : "";
    }

    private static string Short(CaseOutcome outcome) => $"{outcome.Outcome} {outcome.Reason}".Trim();
}
