using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Genggam.Engine;

namespace Genggam.Office.Changes.DryRuns;

/// <summary>Writes the cases that a run found to a stream, a page at a time.</summary>
public sealed class DryRunExport(DryRuns runs)
{
    private const int PageSize = 500;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly string[] Columns =
    [
        "ordinal",
        "class",
        "pseudonym",
        "number",
        "region",
        "agency",
        "channel",
        "month",
        "outcome_was",
        "reason_was",
        "fee_was",
        "deadline_was",
        "waits_was",
        "asked_was",
        "outcome_would_be",
        "reason_would_be",
        "fee_would_be",
        "deadline_would_be",
        "waits_would_be",
        "asked_would_be",
        "cause",
        "where",
        "rules_were",
        "rules_would_be",
        "at",
        "why",
    ];

    /// <summary>One object with the report and all affected cases: <c>{"report":{…},"cases":[…]}</c>.</summary>
    public async Task WriteJson(Guid id, bool named, Stream target, CancellationToken cancel)
    {
        var whole = new { Report = await runs.Report(id), Cases = All(id, named, cancel) };
        await JsonSerializer.SerializeAsync(target, whole, Json, cancel);
    }

    /// <summary>RFC 4180, with a line of names; a spreadsheet takes none of it for a formula.</summary>
    public async Task WriteCsv(Guid id, bool named, Stream target, CancellationToken cancel)
    {
        await using var writer = new StreamWriter(target, new UTF8Encoding(false), leaveOpen: true)
        {
            NewLine = "\r\n",
        };
        await writer.WriteLineAsync(string.Join(',', Columns));
        await foreach (var one in All(id, named, cancel))
            await writer.WriteLineAsync(string.Join(',', Values(one).Select(Cell)));
    }

    public async IAsyncEnumerable<AffectedCase> All(
        Guid id,
        bool named,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        for (long? after = 0; after is { } last; )
        {
            cancel.ThrowIfCancellationRequested();
            var page = await runs.Affected(id, null, last, PageSize, named);
            foreach (var one in page.Cases)
                yield return one;
            after = page.Next;
        }
    }

    private static IEnumerable<object?> Values(AffectedCase one) =>
        [
            one.Ordinal,
            one.Class,
            one.Pseudonym,
            one.Number,
            one.Region,
            one.Agency,
            one.Channel,
            one.Month,
            .. Values(one.Was),
            .. Values(one.WouldBe),
            one.Cause?.Kind,
            one.Cause?.Where,
            one.Cause is { } was ? string.Join(' ', was.Was) : null,
            one.Cause is { } would ? string.Join(' ', would.WouldBe) : null,
            one.At,
            one.Why,
        ];

    private static IEnumerable<object?> Values(CaseOutcome? outcome) =>
        [
            outcome?.Outcome,
            outcome?.Reason,
            outcome?.Fee,
            outcome?.Deadline?.ToString("O", CultureInfo.InvariantCulture),
            outcome?.Waits,
            outcome?.AskedItems,
        ];

    private static string Cell(object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        if (value is string && text is ['=' or '+' or '-' or '@' or '\t', ..])
            text = $"'{text}";
        return text.IndexOfAny(['"', ',', '\r', '\n']) < 0
            ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
