using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Feel;

/// <summary>A context keeps the order of its names, be they few or many.</summary>
public sealed class ContextTests
{
    public static TheoryData<int> Sizes => [0, 1, 2, 9, 10, 11, 12, 30];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Names_stay_in_the_order_in_which_they_were_given(int size)
    {
        var context = Of(size);
        var grown = Names(size).Aggregate(FeelContext.Empty, (c, n) => c.With(n, n + "!"));

        Assert.Equal(Names(size), context.Names);
        Assert.Equal(Names(size), grown.Names);
        Assert.All(Names(size), n => Assert.Equal(n + "!", context[n]));
        Assert.All(Names(size), n => Assert.Equal(n + "!", grown[n]));
        Assert.True(FeelEquality.Same(context, grown));
        Assert.False(context.TryGet("nowhere", out _));
        Assert.True(context["nowhere"].IsNull);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void An_entry_that_is_replaced_keeps_its_place_and_a_new_one_goes_to_the_end(int size)
    {
        foreach (var name in Names(size))
        {
            var replaced = Of(size).With(name, 7);
            Assert.Equal(Names(size), replaced.Names);
            Assert.Equal(7, replaced[name]);
            Assert.All(Names(size).Except([name]), n => Assert.Equal(n + "!", replaced[n]));
        }
        Assert.Equal([.. Names(size), "new"], Of(size).With("new", 1).Names);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void An_entry_that_is_taken_out_leaves_all_others(int size)
    {
        foreach (var name in Names(size))
        {
            var rest = Of(size).Without(name);
            Assert.Equal(Names(size).Except([name]), rest.Names);
            Assert.False(rest.TryGet(name, out _));
            Assert.All(Names(size).Except([name]), n => Assert.Equal(n + "!", rest[n]));
        }
        Assert.Equal(Names(size), Of(size).Without("nowhere").Names);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(15)]
    public void Of_two_entries_of_one_name_the_later_counts_in_the_place_of_the_earlier(int size)
    {
        var twice = FeelContext.Of(
            Names(size).Select(n => (n, (FeelValue)0)).Concat(Names(size).Select(n => (n, (FeelValue)(n + "!"))))
        );

        Assert.True(FeelEquality.Same(Of(size), twice));
        Assert.Equal(Names(size), twice.Names);
    }

    [Fact]
    public void Many_entries_of_few_names_are_few()
    {
        var twice = FeelContext.Of(Enumerable.Range(0, 20).Select(i => ($"n{i % 3}", (FeelValue)i)));

        Assert.Equal(["n0", "n1", "n2"], twice.Names);
        Assert.Equal(["n0", "n1", "n2", "n3"], twice.With("n3", 1).Names);
        Assert.Equal(["n1", "n2"], twice.Without("n0").Names);
        Assert.Equal(18, twice["n0"]);
    }

    [Theory]
    [InlineData("a", "1")]
    [InlineData("b.c", "2")]
    [InlineData("b.d", "null")]
    [InlineData("b.c.e", "null")]
    [InlineData("a.c", "null")]
    [InlineData("l[0]", "10")]
    [InlineData("l[1].x", "20")]
    [InlineData("l[2]", "null")]
    [InlineData("l[9999]", "null")]
    [InlineData("a[0]", "null")]
    [InlineData("z[0]", "null")]
    [InlineData("odd[x]", "3")]
    [InlineData("[0]", "4")]
    [InlineData("l[10000]", "5")]
    [InlineData("l[-1]", "6")]
    public void A_path_leads_to_the_value_under_its_steps(string path, string expected)
    {
        var held = FeelContext.Of(
            ("a", 1),
            ("b", FeelContext.Of(("c", 2))),
            ("l", new FeelList([10, FeelContext.Of(("x", 20))])),
            ("odd[x]", 3),
            ("[0]", 4),
            ("l[10000]", 5),
            ("l[-1]", 6)
        );

        Assert.True(FeelEquality.Same(Evaluated.Value(expected), held.At(path)));
    }

    [Theory]
    [InlineData("{}", "a", "{a: 7}")]
    [InlineData("{a: 1}", "a", "{a: 7}")]
    [InlineData("{}", "a.b", "{a: {b: 7}}")]
    [InlineData("{a: {c: 1}}", "a.b", "{a: {c: 1, b: 7}}")]
    [InlineData("{a: 1}", "a.b", "{a: {b: 7}}")]
    [InlineData("{}", "a[0]", "{a: [7]}")]
    [InlineData("{}", "a[2]", "{a: [null, null, 7]}")]
    [InlineData("{a: [1, 2, 3]}", "a[1]", "{a: [1, 7, 3]}")]
    [InlineData("{a: [1]}", "a[1]", "{a: [1, 7]}")]
    [InlineData("{a: [1, 2]}", "a[1].b", "{a: [1, {b: 7}]}")]
    [InlineData("{a: [{c: 1}]}", "a[0].b", "{a: [{c: 1, b: 7}]}")]
    [InlineData("{}", "a[10000]", "{\"a[10000]\": 7}")]
    public void A_value_is_put_at_its_path(string context, string path, string expected) =>
        Assert.True(
            FeelEquality.Same(Evaluated.Value(expected), ((FeelContext)Evaluated.Value(context)).WithAt(path, 7))
        );

    [Theory]
    [InlineData("{a: 1}", "{b: 2}", "{a: 1, b: 2}")]
    [InlineData("{a: 1}", "{a: 2}", "{a: 2}")]
    [InlineData("{a: {b: 1, c: 1}}", "{a: {c: 2}}", "{a: {b: 1, c: 2}}")]
    [InlineData("{a: {b: 1}}", "{a: 2}", "{a: 2}")]
    [InlineData("{a: 1}", "{a: {b: 2}}", "{a: {b: 2}}")]
    public void Contexts_are_laid_over_each_other_entry_by_entry(string under, string over, string expected) =>
        Assert.True(
            FeelEquality.Same(
                Evaluated.Value(expected),
                ((FeelContext)Evaluated.Value(under)).Merge((FeelContext)Evaluated.Value(over))
            )
        );

    private static IEnumerable<string> Names(int size) => Enumerable.Range(0, size).Select(i => $"n{(i * 7) % 31}");

    private static FeelContext Of(int size) => FeelContext.Of(Names(size).Select(n => (n, (FeelValue)(n + "!"))));
}
