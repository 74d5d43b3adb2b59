using System.Globalization;

namespace Genggam.Benchmarks.Nodes;

/// <summary>What was acknowledged against what is there.</summary>
internal static class Ledger
{
    /// <summary>Null where everything acknowledged is there once and nothing else is; otherwise what does not hold.</summary>
    public static async Task<string?> Check(Node node, IReadOnlyCollection<Acknowledged> acknowledged)
    {
        var there = await node.Rows("SELECT number FROM genggam.case_summary");
        var numbers = acknowledged.Select(a => a.Number).ToHashSet(StringComparer.Ordinal);
        var lost = numbers.Except(there).Count();
        var twice =
            acknowledged.Count
            - numbers.Count
            + there.Except(numbers).Count()
            + there.Length
            - there.Distinct().Count();
        var opened = await node.Rows("SELECT count(*) FROM genggam.entry WHERE sequence = 1");
        if (
            lost > 0
            || twice > 0
            || opened is not [var count]
            || count != there.Length.ToString(CultureInfo.InvariantCulture)
        )
            return $"{lost} lost, {twice} doubled, {there.Length} cases of {acknowledged.Count}, begun {string.Join(' ', opened)}";
        var (code, said) = await node.Verb("verify");
        return code == 0 ? null : $"genggam verify: {said}";
    }

    /// <summary>Null where nothing that was asked for waits, and each granted case has one letter.</summary>
    public static async Task<string?> Letters(Node node, CancellationToken stop)
    {
        const string waiting = "SELECT count(*) FROM genggam.outbox WHERE state = 0 AND due_at IS NULL";
        for (var left = 240; (await node.Rows(waiting))[0] != "0"; left--)
        {
            if (left == 0)
                return $"effects that wait: {(await node.Rows(waiting))[0]}";
            await Task.Delay(500, stop);
        }
        var wrong = await node.Rows(
            """
            SELECT count(*) FROM genggam.case_summary c WHERE service = 'nib-mikro-risiko-rendah'
            AND (SELECT count(*) FROM genggam.issued_document d WHERE d.case_id = c.case_id) <> 1
            """
        );
        return wrong is ["0"] ? null : $"cases without exactly one letter: {string.Join(' ', wrong)}";
    }
}
