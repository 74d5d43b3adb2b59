using CsCheck;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Feel.Laws;

public sealed class JsonLawTests
{
    [Fact]
    public void Every_value_reads_back_from_its_json_and_has_one_json() =>
        Values.Any.Sample(
            value =>
            {
                var json = FeelJson.ToJson(value);
                var back = FeelJson.Parse(json);
                return FeelEquality.Same(value, back) && FeelJson.ToJson(back) == json;
            },
            iter: 3000
        );

    [Fact]
    public void Numbers_dates_times_and_durations_read_back_from_their_text() =>
        Values.Simple.Sample(
            value =>
                value switch
                {
                    FeelNumber => Read("number", value),
                    FeelDate => Read("date", value),
                    FeelTime => Read("time", value),
                    FeelDateTime => Read("date and time", value),
                    FeelDuration or FeelPeriod => Read("duration", value),
                    _ => true,
                },
            iter: 2000
        );

    private static bool Read(string function, FeelValue value) =>
        FeelEquality.Same(Evaluated.Value($"{function}(string(value))", ("value", value)), value);
}
