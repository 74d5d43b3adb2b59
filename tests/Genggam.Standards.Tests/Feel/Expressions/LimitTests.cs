using System.Globalization;
using Genggam.Standards.Feel;
using Genggam.Standards.Tests.Dmn;

namespace Genggam.Standards.Tests.Feel.Expressions;

/// <summary>A short text cannot make a value that is too large to compare, to write down or to hold in memory.</summary>
public sealed class LimitTests
{
    private static readonly FeelEnvironment Few = new(DateTimeOffset.UnixEpoch, MaxSteps: 100_000);

    [Theory]
    [InlineData("[1, 2, 3]", "[{0}, {0}]")]
    [InlineData("[1, 2, 3]", "concatenate({0}, {0})")]
    [InlineData("[1, 2, 3]", "for i in 1..4 return {0}")]
    [InlineData("{{x: 1}}", "{{l: {0}, r: {0}}}")]
    [InlineData("{{x: 1}}", "context put({0}, \"y\", [{0}, {0}])")]
    [InlineData("\"satu\"", "{0} + {0}")]
    [InlineData("\"satu\"", "string join([{0}, {0}], {0})")]
    [InlineData("\"satu\"", "replace({0}, \"s\", {0})")]
    public void A_value_that_doubles_at_every_step_is_stopped_with_its_place(string first, string doubled)
    {
        var entries = Enumerable
            .Range(1, 60)
            .Select(i =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"v{i}: {string.Format(CultureInfo.InvariantCulture, doubled, $"v{i - 1}")}"
                )
            )
            .Prepend($"v0: {string.Format(CultureInfo.InvariantCulture, first)}");

        var result = Evaluated.Result($"{{{string.Join(", ", entries)}}}.v60 = null");

        var warning = result.Warnings.First(w => w.Number is "FEEL-303" or "FEEL-236");
        Assert.True(warning.Place.Column > 0, $"{warning} has no place");
    }

    [Fact]
    public void Decisions_that_double_each_other_are_stopped_interpreted_and_compiled()
    {
        var chain = Enumerable
            .Range(1, 40)
            .Select(i => Drawn.Decision($"d{i}", Drawn.Literal($"[d{i - 1}, d{i - 1}]"), $"d{i - 1}"));
        var result = Drawn.Decide(Drawn.Decision("d0", Drawn.Literal("[1]"), "") + string.Concat(chain), "d40", "{}");

        Assert.True(result.Value.IsNull);
        Assert.Contains(result.Warnings, w => w.Number == "FEEL-303");
    }

    [Theory]
    [InlineData("for i in 1..100 return if i = 1 then [] else [partial[-1]]")]
    [InlineData("{f: function(g, n) if n = 0 then 0 else {i: g(g, n - 1)}, r: f(f, 60)}.r")]
    public void A_value_nested_without_end_is_stopped(string feel)
    {
        var result = Evaluated.Result(feel);

        Assert.True(result.Value.IsNull);
        Assert.Contains(result.Warnings, w => w.Number == "FEEL-303");
    }

    [Theory]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]")]
    [InlineData("{f: function(g, n) if n = 0 then 0 else {\"$i\": g(g, n - 1)}, r: f(f, 46)}.r")]
    public void The_deepest_value_that_may_be_is_read_back_as_it_was_written(string feel)
    {
        var value = Evaluated.Value(feel);

        Assert.Equal(46, FeelJson.ToJson(value).Count(c => c == '[') / (value is FeelContext ? 2 : 1));
        Assert.True(FeelEquality.Same(value, FeelJson.Parse(FeelJson.ToJson(value))));
    }

    [Theory]
    [InlineData("for i in 1..1000 return big = other")]
    [InlineData("for i in 1..1000 return count(append(big, i))")]
    [InlineData("for i in 1..1000 return big in (other)")]
    [InlineData("for i in 1..1000 return big.x")]
    [InlineData("for i in 1..1000 return big instance of list<number>")]
    [InlineData("for i in 1..1000 return long = longer")]
    [InlineData("for i in 1..1000 return upper case(long)")]
    [InlineData("distinct values(for i in 1..5000 return [i])")]
    public void Going_through_a_large_value_again_and_again_is_paid_for(string feel)
    {
        (string Name, FeelValue Value)[] facts =
        [
            ("big", Many(100_000)),
            ("other", Many(100_000)),
            ("long", new string('a', 1_000_000)),
            ("longer", new string('a', 1_000_000)),
        ];

        var read = FeelExpression.Parse(feel, new Place("test", null, 1, 1), facts.Select(f => f.Name)).Value!;
        var result = read.Evaluate(FeelContext.Of(facts), Few);

        Assert.Contains(result.Warnings, w => w.Number == "FEEL-301");
    }

    [Fact]
    public void Many_different_values_and_many_names_are_gathered_at_once()
    {
        var feel =
            "count(get entries(context(for i in 1..50000 return {key: string(i), value: i}))) + count(distinct values(for i in 1..50000 return i))";

        Assert.Equal(100_000, Evaluated.Value(feel));
    }

    [Fact]
    public void Texts_joined_by_a_long_text_are_refused_before_they_are_made()
    {
        (string Name, FeelValue Value)[] facts = [("many", Texts(100_000)), ("long", new string('a', 1_000_000))];

        var result = Evaluated.Result("string join(many, long)", facts);

        Assert.True(result.Value.IsNull);
        Assert.Contains(result.Warnings, w => w.Number == "FEEL-303");
    }

    [Fact]
    public void A_replacement_that_repeats_a_long_group_is_refused_before_it_is_made()
    {
        (string Name, FeelValue Value)[] facts =
        [
            ("long", new string('a', 100_000)),
            ("put", string.Concat(Enumerable.Repeat("$1", 10_000))),
        ];

        var result = Evaluated.Result("replace(long, \"(a+)\", put)", facts);

        Assert.True(result.Value.IsNull);
        Assert.Contains(result.Warnings, w => w.Number == "FEEL-236");
    }

    private static FeelList Many(int count) => new([.. Enumerable.Range(1, count).Select(i => (FeelValue)i)]);

    private static FeelList Texts(int count) => new([.. Enumerable.Range(1, count).Select(i => (FeelValue)"a")]);
}
