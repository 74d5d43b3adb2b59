using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Genggam.Journal;

namespace Genggam.Office.PastCases.Telling;

/// <summary>
/// How far the load of an order has come, among the counters of the journal: it moves in the transaction that writes the
/// entries, so a load that was stopped goes on where it stopped, and one that is done is not done again.
/// </summary>
internal sealed class LoadMark(PastEntries journal, PastCasesOrder order)
{
    private readonly string name = $"past/{Hash(order)}";

    /// <summary>Cases of the order that are on their way or over.</summary>
    public Task<long> Place() => journal.Counted(name);

    /// <summary>The present of the load that was begun; null where none was.</summary>
    public async Task<DateTimeOffset?> Present() =>
        await journal.Counted($"{name}/present") is > 0 and var seconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    public void Reach(PastCounters counters, int place, DateTimeOffset present)
    {
        counters.Set(name, place);
        counters.Set($"{name}/present", present.ToUnixTimeSeconds());
    }

    private static string Hash(PastCasesOrder order) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{order.Service}\n{order.Cases}\n{order.Seed}\n{order.Days}\n{order.Until?.ToUnixTimeSeconds()}"
                    )
                )
            )
        )[..16];
}
