using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Feel.Functions;

/// <summary>Dates, times and durations (DMN 1.5, tables 73, 78 and 80).</summary>
internal static class MomentFunctions
{
    private static readonly string[] Days =
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];

    private static readonly string[] Months =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    public static IEnumerable<Builtin> All =>
        [
            new(
                "date",
                new Signature(
                    ["from"],
                    (_, a) =>
                        a[0] switch
                        {
                            FeelString s => FeelDate.Read(s.Value),
                            FeelDateTime m => m.Date,
                            FeelDate d => d,
                            _ => null,
                        }
                ),
                new Signature(
                    ["year", "month", "day"],
                    (_, a) =>
                        a
                            is [
                                FeelNumber { AsInteger: { } y },
                                FeelNumber { AsInteger: { } m },
                                FeelNumber { AsInteger: { } d },
                            ]
                            ? FeelDate.Of(y, m, d)
                            : null
                )
            ),
            new(
                "time",
                new Signature(
                    ["from"],
                    (_, a) =>
                        a[0] switch
                        {
                            FeelString s => FeelTime.Read(s.Value),
                            FeelDateTime m => m.Time,
                            FeelDate => new FeelTime(0, 0),
                            FeelTime t => t,
                            _ => null,
                        }
                ),
                new Signature(["hour", "minute", "second"], (_, a) => Time(a[0], a[1], a[2], FeelValue.Null)),
                new Signature(["hour", "minute", "second", "offset"], (_, a) => Time(a[0], a[1], a[2], a[3]))
            ),
            new(
                "date and time",
                new Signature(
                    ["from"],
                    (_, a) =>
                        a[0] switch
                        {
                            FeelString s => FeelDateTime.Read(s.Value),
                            FeelDateTime m => m,
                            _ => null,
                        }
                ),
                new Signature(
                    ["date", "time"],
                    (_, a) =>
                        a switch
                        {
                            [FeelDate d, FeelTime t] => new FeelDateTime(d, t),
                            [FeelDateTime m, FeelTime t] => new FeelDateTime(m.Date, t),
                            _ => null,
                        }
                )
            ),
            new(
                "duration",
                new Signature(
                    ["from"],
                    (_, a) =>
                        a[0] is FeelString s ? TemporalText.Duration(s.Value)
                        : a[0] is FeelDuration or FeelPeriod ? a[0]
                        : null
                )
            ),
            new(
                "years and months duration",
                new Signature(
                    ["from", "to"],
                    (_, a) => Date(a[0]) is { } f && Date(a[1]) is { } t ? new FeelPeriod(Whole(f, t)) : null
                )
            ),
            new("now", new Signature([], (e, _) => FeelDateTime.Of(e.Environment.Now))),
            new("today", new Signature([], (e, _) => FeelDateTime.Of(e.Environment.Now).Date)),
            new("day of year", OnDate(d => d.DayOfYear)),
            new("day of week", OnDate(d => Days[d.Weekday - 1])),
            new("month of year", OnDate(d => Months[d.Month - 1])),
            new("week of year", OnDate(d => WeekOfYear(d))),
        ];

    private static Signature OnDate(Func<FeelDate, FeelValue> body) =>
        new(["date"], (_, a) => Date(a[0]) is { } date ? body(date) : null);

    private static FeelDate? Date(FeelValue value) => value as FeelDate ?? (value as FeelDateTime)?.Date;

    /// <summary>Whole months from one date to the other, toward zero.</summary>
    private static long Whole(FeelDate from, FeelDate to)
    {
        var months = (to.Year - from.Year) * 12L + to.Month - from.Month;
        if (months > 0 && to.Day < from.Day)
            months--;
        else if (months < 0 && to.Day > from.Day)
            months++;
        return months;
    }

    private static FeelTime? Time(FeelValue hour, FeelValue minute, FeelValue second, FeelValue offset)
    {
        if (
            (hour, minute, second)
            is not
            (
                FeelNumber { AsInteger: >= 0 and < 24 and var h },
                FeelNumber { AsInteger: >= 0 and < 60 and var m },
                FeelNumber { Value: >= 0 and < 60 } s
            )
        )
            return null;
        var nanos = (h * 3600L + m * 60L) * FeelTime.NanosPerSecond + (long)(s.Value * FeelTime.NanosPerSecond);
        return offset switch
        {
            FeelNull => new FeelTime(nanos),
            FeelDuration { Seconds: > -86_400 and < 86_400 } d => new FeelTime(nanos, (int)d.Seconds),
            _ => null,
        };
    }

    private static int WeekOfYear(FeelDate date)
    {
        var thursday = FeelDate.FromEpochDay(date.EpochDay + 4 - date.Weekday)!;
        return (thursday.DayOfYear - 1) / 7 + 1;
    }
}
