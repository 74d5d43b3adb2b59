using Genggam.Engine;
using Genggam.Web.Texts;

namespace Genggam.Web.Desk;

/// <summary>How far a deadline is, in words, and how loud to say it.</summary>
/// <param name="Tone">Of a tag; null where nothing presses.</param>
internal sealed record DeadlineWords(string Words, string? Tone)
{
    public static DeadlineWords Of(DateTimeOffset now, DateTimeOffset due, World world, string zone, Text text)
    {
        var left = LegalClock.Left(now, due, world.Core.Service.TimeLimit.Unit, world, zone);
        var today = left is { Amount: 0, Unit: TimeUnit.WorkingDays or TimeUnit.CalendarDays };
        var key = (left.Late, today) switch
        {
            (true, true) => "deadline.late.today",
            (true, false) => $"deadline.late.{left.Unit}",
            (false, true) => "deadline.left.today",
            _ => $"deadline.left.{left.Unit}",
        };
        return new(
            text[key, left.Amount],
            left.Late ? "red"
                : Near(left) ? "yellow"
                : null
        );
    }

    private static bool Near(TimeLeft left) =>
        left.Unit is TimeUnit.Hours or TimeUnit.Minutes
            ? left.Amount < 8 || left.Unit is TimeUnit.Minutes
            : left.Amount <= 1;
}
