using System.Collections.Immutable;
using System.Text.Json;
using Genggam.Engine;

namespace Genggam.Office.Catalogue;

/// <summary>A working calendar as it is kept.</summary>
internal static class CalendarContent
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static byte[] Write(CalendarVersion calendar) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new Kept(
                [.. calendar.Closed],
                [.. calendar.Hours.Select(h => new KeptHours((int)h.Key, h.Value.From, h.Value.To))]
            ),
            Json
        );

    public static CalendarVersion Read(string id, byte[] content)
    {
        var kept = JsonSerializer.Deserialize<Kept>(content, Json);
        ImmutableSortedSet<DateOnly> closed = [.. kept?.Closed ?? []];
        var hours = (kept?.Hours ?? []).ToImmutableSortedDictionary(
            h => (DayOfWeek)h.Day,
            h => new OfficeHours(h.From, h.To)
        );
        return id.EndsWith(SharedYaml.Content(closed, hours), StringComparison.Ordinal)
            ? new CalendarVersion(id, closed, hours)
            : throw new InvalidDataException($"The calendar {id} was changed after it was kept.");
    }

    private sealed record Kept(DateOnly[] Closed, KeptHours[] Hours);

    private sealed record KeptHours(int Day, TimeOnly From, TimeOnly To);
}
