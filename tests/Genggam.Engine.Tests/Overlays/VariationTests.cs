using System.Globalization;
using static Genggam.Engine.Tests.Overlays.Regional;

namespace Genggam.Engine.Tests.Overlays;

/// <summary>What a region may vary, and what not.</summary>
public sealed class VariationTests
{
    private static readonly Release National = Core();

    [Fact]
    public void A_shorter_time_a_lower_fee_an_optional_field_and_words_of_the_region_are_allowed() =>
        Assert.Empty(Faults(National, Generous(National)));

    [Theory]
    [InlineData(5, TimeUnit.WorkingDays, true)]
    [InlineData(1, TimeUnit.WorkingDays, true)]
    [InlineData(6, TimeUnit.WorkingDays, false)]
    [InlineData(0, TimeUnit.WorkingDays, false)]
    [InlineData(-1, TimeUnit.WorkingDays, false)]
    [InlineData(1, TimeUnit.Hours, false)]
    [InlineData(1, TimeUnit.CalendarDays, false)]
    public void A_time_is_never_longer_and_never_of_a_unit_that_may_be_longer(
        int amount,
        TimeUnit unit,
        bool allowed
    ) =>
        Assert.Equal(
            allowed ? [] : [VariationRules.LongerLimit],
            Faults(National, Varied(National, Limit(amount, unit), texts: ("standard.time", "Cepat")))
        );

    [Theory]
    [InlineData(90, true)]
    [InlineData(120, true)]
    [InlineData(121, false)]
    public void Minutes_are_held_against_hours(int minutes, bool allowed)
    {
        var core = Core(2, TimeUnit.Hours);
        Assert.Equal(allowed, VariationRules.NoLonger(Limit(minutes, TimeUnit.Minutes), core.Service.TimeLimit));
    }

    [Theory]
    [InlineData(50_000, "IDR", true)]
    [InlineData(0, "IDR", true)]
    [InlineData(50_001, "IDR", false)]
    [InlineData(-1, "IDR", false)]
    [InlineData(10, "USD", false)]
    public void A_fee_is_never_higher_and_never_in_another_currency(int amount, string currency, bool allowed) =>
        Assert.Equal(
            allowed ? [] : [VariationRules.HigherFee],
            Faults(National, Varied(National, fee: Fee(amount, currency), texts: ("standard.fee", "Murah")))
        );

    [Theory]
    [InlineData("2027-06-01", "2027-06-30", true)]
    [InlineData("2027-05-01", "2027-07-30", true)]
    [InlineData("2027-06-02", "2027-06-30", false)]
    [InlineData("2027-06-01", "2027-06-29", false)]
    public void A_region_takes_applications_whenever_the_core_does(string from, string until, bool allowed)
    {
        var june = new OpeningWindow(new DateTime(2027, 6, 1), new DateTime(2027, 6, 30));
        var core = National with
        {
            Service = National.Service with { Opening = new Opening([june], "opening.june", Law) },
        };
        var window = new OpeningWindow(
            DateTime.Parse(from, CultureInfo.InvariantCulture),
            DateTime.Parse(until, CultureInfo.InvariantCulture)
        );
        var varied = Nothing(core) with { Opening = new Opening([window], null, Law) };
        Assert.Equal(allowed ? [] : [VariationRules.NarrowerOpening], Faults(core, varied));
        Assert.Equal(allowed ? window : june, Assert.Single(Laid(core, varied).Service.Opening.Windows));
        Assert.Equal("opening.june", Laid(core, varied).Service.Opening.Text);
        Assert.Equal(
            [VariationRules.NarrowerOpening],
            Faults(National, Nothing(National) with { Opening = varied.Opening })
        );
        Assert.Empty(Laid(core, Nothing(core) with { Opening = new Opening([], null, Law) }).Service.Opening.Windows);
    }

    [Theory]
    [InlineData("standard.requirements")]
    [InlineData("standard.requirements.1")]
    [InlineData("standard.procedure")]
    [InlineData("standard.service_guarantee")]
    [InlineData("summary")]
    [InlineData("forms.permohonan.fields.pemohon.nama.hint")]
    [InlineData("reasons.memenuhi_syarat")]
    [InlineData("notices.lama.body")]
    [InlineData("standard.facilities.syarat")]
    [InlineData("standard.facilities.1.2")]
    [InlineData("<<.standard.facilities")]
    public void Texts_of_requirements_rules_and_fields_are_the_cores(string key) =>
        Assert.Contains(VariationRules.CoresText, Faults(National, Varied(National, texts: (key, "Surat RT/RW"))));

    [Theory]
    [InlineData("pemohon.alamat")]
    [InlineData("sesuai")]
    [InlineData("")]
    public void Only_a_required_field_of_the_application_becomes_optional(string field) =>
        Assert.Equal([VariationRules.CoresField], Faults(National, Varied(National, optional: field)));

    [Fact]
    public void What_varies_rests_on_a_regulation_that_is_known()
    {
        var limit = Limit(3) with { LegalBasis = null };
        var words = ("standard.time", "3 hari");
        Assert.Equal([VariationRules.NoLegalBasis], Faults(National, Varied(National, limit, texts: words)));
        Assert.Equal(
            [VariationRules.NoLegalBasis],
            Faults(National, Varied(National, limit with { LegalBasis = "karangan" }, texts: words))
        );
        var own = Varied(National, Limit(3), texts: words) with { LegalBases = National.LegalBases };
        Assert.Equal([VariationRules.NoLegalBasis], Faults(National, own));
    }

    [Fact]
    public void A_promise_is_said_with_its_value_and_in_every_language()
    {
        Assert.Equal([VariationRules.WordsApart], Faults(National, Varied(National, Limit(3))));
        Assert.Equal(
            [VariationRules.WordsApart],
            Faults(National, Varied(National, texts: ("standard.time", "3 hari")))
        );
        var two = National with { Texts = National.Texts.Add("en", National.Texts["id"] with { Language = "en" }) };
        Assert.Equal([VariationRules.WordsApart], Faults(two, Varied(two, texts: ("place", "Mal pelayanan"))));
    }
}
