using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Genggam.Engine;
using Genggam.Engine.Comparison;
using Genggam.Office.Changes.DryRuns;
using Spectre.Console;

namespace Genggam.Verbs;

/// <summary>What a dry run found, for a person or a program.</summary>
internal static class DryRunPrint
{
    private const int MostShown = 50;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static async Task Write(Installation installation, Guid id, bool json, CancellationToken cancel)
    {
        var runs = installation.Get<DryRuns>();
        var report = (await runs.Report(id))!;
        if (json)
            await Machine(installation, id, report, cancel);
        else
            Print(report, await runs.Affected(id, null, 0, MostShown, named: true));
    }

    private static async Task Machine(
        Installation installation,
        Guid id,
        ComparisonReport report,
        CancellationToken cancel
    )
    {
        await using var target = Console.OpenStandardOutput();
        await using var writer = new Utf8JsonWriter(target, new JsonWriterOptions { Indented = true });
        var total = report.Total;
        writer.WriteStartObject();
        writer.WriteString("run", id);
        writer.WriteString("service", report.Service);
        writer.WriteString("draft", report.Draft);
        writer.WriteNumber("cases", total.Cases);
        writer.WriteNumber("same", total[CaseClass.Same]);
        writer.WriteNumber("other", total[CaseClass.Other]);
        writer.WriteNumber("needsJudgement", total[CaseClass.NeedsJudgement]);
        writer.WriteNumber("needsAnswer", total[CaseClass.NeedsAnswer]);
        writer.WriteNumber("notReplayable", total[CaseClass.NotReplayable]);
        writer.WriteNumber("refused", total.Refused);
        writer.WriteNumber("letIn", total[CaseClass.LetIn]);
        writer.WriteNumber("refusedOtherwise", total[CaseClass.RefusedOtherwise]);
        writer.WritePropertyName("report");
        JsonSerializer.Serialize(writer, report, Json);
        writer.WriteStartArray("differences");
        await foreach (var one in installation.Get<DryRunExport>().All(id, named: true, cancel))
            JsonSerializer.Serialize(
                writer,
                new
                {
                    one.Number,
                    one.Class,
                    Was = Short(one.Was),
                    WouldBe = WouldBe(one),
                    one.Cause,
                },
                Json
            );
        writer.WriteEndArray();
        writer.WriteString("hash", report.Hash);
        writer.WriteEndObject();
        await writer.FlushAsync(cancel);
        target.WriteByte((byte)'\n');
    }

    private static void Print(ComparisonReport report, AffectedPage page)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("case", "was", "would be", "since");
        foreach (var one in page.Cases)
            table.AddRow(
                Markup.Escape(one.Number ?? one.Pseudonym),
                Markup.Escape(Short(one.Was)),
                Markup.Escape(WouldBe(one)),
                Markup.Escape(Because(one.Cause))
            );
        if (table.Rows.Count > 0)
            AnsiConsole.Write(table);
        if (page.Next is not null)
            AnsiConsole.MarkupLine("and more; --json lists all");
        Moves(report);
        Breakdowns(report);
        var total = report.Total;
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"{total.Cases} cases: {total[CaseClass.Same]} the same, {total[CaseClass.Other]} other, {total[CaseClass.NeedsJudgement]} need judgement, {total[CaseClass.NeedsAnswer]} need an answer, {total[CaseClass.NotReplayable]} cannot be replayed"
        );
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"{total.Refused} refused applications: {total[CaseClass.StillRefused]} the same, {total[CaseClass.LetIn]} would be let in, {total[CaseClass.RefusedOtherwise]} refused otherwise; people who never applied are not seen"
        );
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"fees {total.FeeWas} → {total.FeeWouldBe}; deadlines {total.DeadlineEarlier} earlier, {total.DeadlineLater} later; tasks {total.WaitsMore} more, {total.WaitsFewer} fewer; questions {total.AskedMore} more, {total.AskedFewer} fewer"
        );
        AnsiConsole.MarkupLineInterpolated($"hash {report.Hash}");
    }

    private static void Moves(ComparisonReport report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("was", "would be", "cases");
        foreach (var (move, count) in report.Moves)
            table.AddRow(
                Markup.Escape($"{move.Was} {move.Reason}".Trim()),
                Markup.Escape($"{move.WouldBe} {move.WouldBeReason}".Trim()),
                count.ToString(CultureInfo.InvariantCulture)
            );
        if (table.Rows.Count > 0)
            AnsiConsole.Write(table);
    }

    private static void Breakdowns(ComparisonReport report)
    {
        foreach (var breakdown in report.Breakdowns.Where(b => b.Rows.Length + b.Hidden > 1))
        {
            var table = new Table().Border(TableBorder.Simple).AddColumn(breakdown.Dimension).AddColumn("all");
            table.AddColumns([.. Enum.GetNames<CaseClass>()]);
            foreach (var row in breakdown.Rows)
                table.AddRow([
                    Markup.Escape(row.Group),
                    row.All.ToString(CultureInfo.InvariantCulture),
                    .. row.Classes.Select(n => n?.ToString(CultureInfo.InvariantCulture) ?? "·"),
                ]);
            AnsiConsole.Write(table);
            if (breakdown.Hidden > 0)
                AnsiConsole.MarkupLineInterpolated(
                    CultureInfo.InvariantCulture,
                    $"{breakdown.Hidden} groups are not shown, since they are small or a small one would follow from them"
                );
        }
    }

    private static string WouldBe(AffectedCase one) =>
        one.Class switch
        {
            CaseClass.NeedsJudgement => $"needs judgement at {one.At}",
            CaseClass.NeedsAnswer => $"needs an answer at {one.At}",
            CaseClass.NotReplayable => $"cannot be replayed: {one.Why}",
            _ => $"{Short(one.WouldBe)}{Beside(one.Was!, one.WouldBe!)}",
        };

    private static string Because(Cause? cause) =>
        cause is null ? ""
        : cause.Was.IsEmpty && cause.WouldBe.IsEmpty ? $"{cause.Kind} {cause.Where}".Trim()
        : $"{cause.Kind} {cause.Where}: {string.Join(", ", cause.Was)} → {string.Join(", ", cause.WouldBe)}";

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

    private static string Short(CaseOutcome? outcome) =>
        outcome is null ? "" : $"{outcome.Outcome} {outcome.Reason}".Trim();
}
