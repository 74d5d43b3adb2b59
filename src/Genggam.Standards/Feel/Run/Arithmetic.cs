using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Feel.Run;

/// <summary>Sums, products and powers over numbers, text, dates, times and durations (DMN 1.5, tables 56 to 61).</summary>
internal static class Arithmetic
{
    public static FeelValue Negate(Evaluation evaluation, FeelValue value, Place at) =>
        value switch
        {
            FeelNumber n => n.Negated(),
            FeelDuration d => new FeelDuration(-d.Seconds),
            FeelPeriod p => new FeelPeriod(-p.Months),
            _ => evaluation.Warn("FEEL-211", "Only numbers and durations can be negated.", at),
        };

    public static FeelValue Compute(Evaluation evaluation, ArithmeticOperator op, FeelValue a, FeelValue b, Place at)
    {
        if (
            (a, b) is (FeelString left, FeelString right)
            && Extent.OfText((long)left.Value.Length + right.Value.Length) is var sum
            && !(evaluation.Holds(sum, at) && evaluation.Spend(sum.Steps, at))
        )
            return FeelValue.Null;
        FeelValue? result = op switch
        {
            ArithmeticOperator.Add => Add(a, b) ?? Add(b, a, commuted: true),
            ArithmeticOperator.Subtract => Subtract(a, b),
            ArithmeticOperator.Multiply => Multiply(a, b) ?? Multiply(b, a),
            ArithmeticOperator.Divide => Divide(a, b),
            _ => a is FeelNumber x && b is FeelNumber y ? x.Power(y) : null,
        };
        return result
            ?? (
                (a, b) is (FeelDate or FeelDateTime, FeelDuration or FeelPeriod)
                    ? evaluation.Warn("FEEL-211", "The result is beyond the years that a date may have.", at)
                : op == ArithmeticOperator.Divide && IsDivisionByZero(a, b)
                    ? evaluation.Warn("FEEL-222", "Nothing can be divided by zero.", at)
                : (a, b) is (FeelDuration or FeelPeriod, FeelNumber or FeelDuration or FeelPeriod)
                    ? evaluation.Warn("FEEL-211", "The duration is beyond all years, or cannot be calculated so.", at)
                : (a, b) is not (FeelNumber, FeelNumber)
                    ? evaluation.Warn("FEEL-211", "The values cannot be calculated with.", at)
                : evaluation.Warn("FEEL-221", "The result is no number, or larger than 34 digits times 1E6111.", at)
            );
    }

    private static bool IsDivisionByZero(FeelValue a, FeelValue b) =>
        (a, b) switch
        {
            (FeelNumber or FeelDuration or FeelPeriod, FeelNumber divisor) => divisor.IsZero,
            (FeelDuration, FeelDuration divisor) => divisor.Seconds == 0,
            (FeelPeriod, FeelPeriod divisor) => divisor.Months == 0,
            _ => false,
        };

    private static FeelValue? Add(FeelValue a, FeelValue b, bool commuted = false) =>
        (a, b) switch
        {
            (FeelNumber x, FeelNumber y) => x.Plus(y),
            (FeelString x, FeelString y) when !commuted => new FeelString(x.Value + y.Value),
            (FeelDuration x, FeelDuration y) => FeelDuration.Within(x.Seconds + y.Seconds),
            (FeelPeriod x, FeelPeriod y) => FeelPeriod.Within((decimal)x.Months + y.Months),
            (FeelDateTime x, FeelDuration y) => x.Shifted(y.Nanos),
            (FeelDateTime x, FeelPeriod y) => x.Date.AddMonths(y.Months) is { } date
                ? new FeelDateTime(date, x.Time)
                : null,
            (FeelDate x, FeelPeriod y) => x.AddMonths(y.Months),
            (FeelDate x, FeelDuration y) => Midnight(x).Shifted(y.Nanos)?.Date,
            (FeelTime x, FeelDuration y) => x.Shifted((long)(y.Nanos % FeelTime.NanosPerDay)),
            _ => null,
        };

    private static FeelValue? Subtract(FeelValue a, FeelValue b) =>
        (a, b) switch
        {
            (FeelNumber x, FeelNumber y) => x.Minus(y),
            (FeelDate x, FeelDate y) => new FeelDuration((x.EpochDay - y.EpochDay) * 86_400m),
            (FeelDateTime or FeelDate, FeelDateTime or FeelDate) => Between(Moment(a), Moment(b)),
            (FeelTime x, FeelTime y) when x.IsLocal == y.IsLocal => FeelDuration.OfNanos(x.UtcNanos - y.UtcNanos),
            (_, FeelDuration y) => Add(a, new FeelDuration(-y.Seconds)),
            (_, FeelPeriod y) => Add(a, new FeelPeriod(-y.Months)),
            _ => null,
        };

    private static FeelValue? Between(FeelDateTime a, FeelDateTime b) =>
        a.Time.IsLocal == b.Time.IsLocal ? FeelDuration.OfNanos(a.Instant - b.Instant) : null;

    private static FeelDateTime Moment(FeelValue value) => value as FeelDateTime ?? Midnight((FeelDate)value);

    private static FeelDateTime Midnight(FeelDate date) => new(date, new FeelTime(0, 0));

    private static FeelValue? Multiply(FeelValue a, FeelValue b) =>
        (a, b) switch
        {
            (FeelNumber x, FeelNumber y) => x.Times(y),
            (FeelDuration x, FeelNumber y) => Seconds(new FeelNumber(x.Seconds).Times(y)),
            (FeelPeriod x, FeelNumber y) => Months(new FeelNumber(x.Months).Times(y)),
            _ => null,
        };

    private static FeelValue? Divide(FeelValue a, FeelValue b) =>
        (a, b) switch
        {
            (FeelNumber x, FeelNumber y) => x.Over(y),
            (FeelDuration x, FeelNumber y) => Seconds(new FeelNumber(x.Seconds).Over(y)),
            (FeelPeriod x, FeelNumber y) => Months(new FeelNumber(x.Months).Over(y)),
            (FeelDuration x, FeelDuration y) => new FeelNumber(x.Seconds).Over(new FeelNumber(y.Seconds)),
            (FeelPeriod x, FeelPeriod y) => new FeelNumber(x.Months).Over(new FeelNumber(y.Months)),
            _ => null,
        };

    private static FeelDuration? Seconds(FeelNumber? seconds) => FeelDuration.Within(seconds?.ToDecimal());

    private static FeelPeriod? Months(FeelNumber? months) => FeelPeriod.Within(months?.ToDecimal());
}
