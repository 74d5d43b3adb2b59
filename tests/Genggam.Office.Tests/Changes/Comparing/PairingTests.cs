using CsCheck;
using Genggam.Office.Changes;

namespace Genggam.Office.Tests.Changes.Comparing;

public sealed class PairingTests
{
    private static readonly Gen<string[]> Names = Gen.Char['a', 'h'].Select(c => $"{c}").Array[0, 12];

    [Fact]
    public void Nothing_is_lost_and_what_stayed_keeps_its_order() =>
        Gen.Select(Names, Names)
            .Sample(
                (was, now) =>
                {
                    var pairs = Pairing.Of(was, now, name => name);
                    Assert.Equal(now, pairs.Select(p => p.Now).OfType<string>());
                    Assert.Equal(was.Order(), pairs.Select(p => p.Was).OfType<string>().Order());
                    Assert.All(pairs, p => Assert.True(p.Was is null || p.Now is null || p.Was == p.Now));
                },
                iter: 500
            );

    [Fact]
    public void As_few_as_can_be_are_said_to_have_moved()
    {
        var pairs = Pairing.Of<string>(["a", "b", "c", "d"], ["d", "a", "x", "b", "c"], name => name);
        Assert.Equal(["d"], pairs.Where(p => p.Moved).Select(p => p.Now));
    }

    [Fact]
    public void Lists_of_many_thousands_are_brought_together_at_once()
    {
        var was = Enumerable.Range(0, 40_000).Select(i => $"{i}").ToArray();
        var pairs = Pairing.Of(was, [.. was.Reverse()], name => name);
        Assert.Equal(39_999, pairs.Count(p => p.Moved));
        Assert.Equal(40_000, Pairing.Of(was, [], name => name).Count);
    }
}
