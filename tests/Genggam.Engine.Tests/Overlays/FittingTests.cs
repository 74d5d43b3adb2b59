using static Genggam.Engine.Tests.Overlays.Regional;

namespace Genggam.Engine.Tests.Overlays;

/// <summary>What becomes of an overlay when its core changes.</summary>
public sealed class FittingTests
{
    private static readonly Release National = Core();
    private static readonly Release Region = Laid(National, Generous(National));

    [Fact]
    public void What_the_core_left_alone_carries_over_by_itself()
    {
        var next = Core(facilities: "Loket");
        Assert.Equal(National.Hash, next.Hash);
        next = Core() with { Hash = new string('b', 64) };
        var fitted = Fitting.Onto(Region, next);
        Assert.Empty(fitted.Conflicts);
        Assert.Equal(next.Hash, fitted.Variation.Core);
        Assert.Equal(Region.Variation!.Parts, fitted.Variation.Parts);
    }

    [Theory]
    [InlineData(2, 2, "5 hari")]
    [InlineData(4, 3, "3 hari")]
    [InlineData(9, 3, "3 hari")]
    public void Where_both_changed_the_time_the_shorter_counts_until_it_is_settled(int amount, int counts, string said)
    {
        var next = Core(amount);
        var fitted = Fitting.Onto(Region, next);
        Assert.Equal([VariedPart.TimeLimit], fitted.Conflicts);
        var laid = Laid(next, fitted.Variation);
        Assert.Equal(counts, laid.Service.TimeLimit.Amount);
        Assert.Equal(said, laid.TextsIn("id")["standard.time"]);
        Assert.Equal(0, laid.Service.Fee.Amount);
        Assert.Equal("Loket ramah anak", laid.TextsIn("id")["standard.facilities"]);
    }

    [Fact]
    public void Where_the_core_came_to_the_regions_value_there_is_nothing_to_settle() =>
        Assert.Empty(Fitting.Onto(Region, Core(amount: 3)).Conflicts);

    [Fact]
    public void A_text_that_both_changed_is_a_conflict_of_that_text_alone()
    {
        var fitted = Fitting.Onto(Region, Core(facilities: "Loket dan lift"));
        Assert.Equal([new VariedPart(VariedKind.Text, "standard.facilities")], fitted.Conflicts);
    }

    [Fact]
    public void What_the_core_requires_no_more_is_no_variation_any_more()
    {
        var free = Laid(National, Varied(National, optional: Name)) with { Over = null, Variation = null };
        var fitted = Fitting.Onto(Region, free);
        Assert.Empty(fitted.Conflicts);
        Assert.Empty(fitted.Variation.Optional);
    }

    [Fact]
    public void A_law_that_the_core_lost_is_told_with_all_that_rests_on_it()
    {
        var next = Core(facilities: "Loket") with { Hash = new string('c', 64) };
        next = next with { LegalBases = next.LegalBases.Clear() };
        Assert.Equal(
            [VariedPart.TimeLimit, VariedPart.Fee, VariedPart.OfField(Name)],
            Fitting.Onto(Region, next).Conflicts
        );
    }

    [Fact]
    public void The_same_core_changes_nothing()
    {
        var fitted = Fitting.Onto(Region, National);
        Assert.Empty(fitted.Conflicts);
        Assert.Equal(Region.Variation, fitted.Variation);
        Assert.Throws<ArgumentException>(() => Fitting.Onto(National, National));
    }
}
