namespace Genggam.Standards.Feel.Run;

/// <summary>Members of values (DMN 1.5, 10.3.2.13 and table 65).</summary>
internal static class Path
{
    private const int MostCompared = 50;

    public static FeelValue Member(Evaluation evaluation, FeelValue source, string name, Place at) =>
        source switch
        {
            FeelContext context => context.TryGet(name, out var value)
                ? value
                : evaluation.Warn("FEEL-212", $"There is no entry {name}{Meant(evaluation, name, context)}", at),
            FeelList many when !evaluation.Spend(many.Items.Length, at) => FeelValue.Null,
            FeelList list => new FeelList([.. list.Items.Select(i => Member(evaluation, i, name, at))]),
            FeelNull => evaluation.Warn("FEEL-212", $"Null has no member {name}.", at),
            _ => Of(source, name) ?? evaluation.Warn("FEEL-212", $"A {Kind.Of(source)} has no member {name}.", at),
        };

    /// <summary>Looked for only while somebody will read it, and among few: an evaluation asks for members often.</summary>
    private static string Meant(Evaluation evaluation, string name, FeelContext context) =>
        evaluation.Hears ? Nearest.Meant(name, context.Names.Take(MostCompared)) : ".";

    private static FeelValue? Of(FeelValue source, string name) =>
        source switch
        {
            FeelDate date => OfDate(date, name),
            FeelDateTime moment => OfDate(moment.Date, name) ?? OfTime(moment.Time, name, moment.OffsetSeconds),
            FeelTime time => OfTime(time, name, time.OffsetSeconds),
            FeelDuration duration => OfDuration(duration, name),
            FeelPeriod period => name switch
            {
                "years" => period.Months / 12,
                "months" => period.Months % 12,
                _ => null,
            },
            FeelRange range => name switch
            {
                "start" => range.Start,
                "end" => range.End,
                "start included" => range.StartIncluded,
                "end included" => range.EndIncluded,
                _ => null,
            },
            _ => null,
        };

    private static FeelValue? OfDate(FeelDate date, string name) =>
        name switch
        {
            "year" => date.Year,
            "month" => date.Month,
            "day" => date.Day,
            "weekday" => date.Weekday,
            _ => null,
        };

    private static FeelValue? OfTime(FeelTime time, string name, int? offset) =>
        name switch
        {
            "hour" => time.Hour,
            "minute" => time.Minute,
            "second" => time.Second,
            "time offset" => offset is { } seconds ? new FeelDuration(seconds) : FeelValue.Null,
            "timezone" => time.Zone,
            _ => null,
        };

    private static FeelValue? OfDuration(FeelDuration duration, string name) =>
        name switch
        {
            "days" => decimal.Truncate(duration.Seconds / 86_400),
            "hours" => decimal.Truncate(duration.Seconds / 3600) % 24,
            "minutes" => decimal.Truncate(duration.Seconds / 60) % 60,
            "seconds" => duration.Seconds % 60,
            _ => null,
        };
}
