using Genggam.Standards.Feel;

namespace Genggam.Engine.Tests.Processes;

/// <summary>What is read as a repeating interval, now and under journals of before.</summary>
public sealed class IntervalTests
{
    [Theory]
    [InlineData("R3/PT10S", "3 PT10S")]
    [InlineData("R/P1D", "0 P1D")]
    [InlineData("R1/P1M", "1 P1M")]
    [InlineData("R2/2026-08-20T09:00:00+07:00/P1D", "2 P1D from 2026-08-20T09:00:00+07:00")]
    [InlineData("R2/PT1S", "2 PT1S")]
    [InlineData("R2/PT0.5S", null)]
    [InlineData("R2/PT0S", null)]
    [InlineData("R2/-PT1H", null)]
    [InlineData("R2/P0M", null)]
    [InlineData("R2/-P1M", null)]
    [InlineData("R0/PT1H", null)]
    [InlineData("R-1/PT1H", null)]
    [InlineData("R+1/PT1H", null)]
    [InlineData("R 1/PT1H", null)]
    [InlineData("Rx/PT1H", null)]
    [InlineData("R2", null)]
    [InlineData("2/PT1H", null)]
    [InlineData("r2/PT1H", null)]
    [InlineData("R2/besok/PT1H", null)]
    [InlineData("R2//PT1H", null)]
    [InlineData("R2/PT1H/2026-08-20T09:00:00", null)]
    [InlineData("R2/2026-08-20T09:00:00/P1D/P1D", null)]
    [InlineData("PT1H", null)]
    [InlineData("", null)]
    public void A_text_is_an_interval_with_its_times_its_first_and_its_step(string text, string? read) =>
        Assert.Equal(read, Told(Interval.Read(text, EngineLevel.Three)));

    [Theory]
    [InlineData("R2/PT0.5S", "2 PT0.5S")]
    [InlineData("R0/PT1H", "0 PT1H")]
    [InlineData("R2/PT0S", null)]
    [InlineData("R2/P0M", null)]
    public void Journals_of_before_took_half_seconds_and_no_times(string text, string? read) =>
        Assert.Equal(read, Told(Interval.Read(text, EngineLevel.Two)));

    [Theory]
    [InlineData("PT1S", true, true)]
    [InlineData("PT0.9S", false, true)]
    [InlineData("-PT1H", false, true)]
    [InlineData("P1M", true, true)]
    [InlineData("P0M", false, true)]
    public void A_duration_alone_is_one_without_end(string duration, bool now, bool before)
    {
        FeelValue value = FeelDuration.Read(duration) is { } seconds ? seconds : FeelPeriod.Read(duration)!;
        var expected = $"0 {value}";
        Assert.Equal(now ? expected : null, Told(Interval.Read(value, EngineLevel.Three)));
        Assert.Equal(before ? expected : null, Told(Interval.Read(value, EngineLevel.Two)));
    }

    [Fact]
    public void A_number_or_a_moment_is_none()
    {
        Assert.Null(Interval.Read(5, EngineLevel.Three));
        Assert.Null(Interval.Read(FeelDate.Of(2026, 8, 13)!, EngineLevel.Three));
        Assert.Null(Interval.Read(FeelValue.Null, EngineLevel.Three));
    }

    private static string? Told(Interval? interval) =>
        interval is null
            ? null
            : $"{interval.Times} {interval.Every}{(interval.From is { } from ? $" from {from}" : "")}";
}
