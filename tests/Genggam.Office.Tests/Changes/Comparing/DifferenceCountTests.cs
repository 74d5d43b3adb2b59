using Genggam.Office.Changes;

namespace Genggam.Office.Tests.Changes.Comparing;

public sealed class DifferenceCountTests(Bureau bureau) : IClassFixture<Bureau>
{
    [Fact]
    public async Task A_change_comes_to_its_rules_steps_fields_promises_texts_and_letters()
    {
        var change = await bureau.Open();
        await Write(change, Bureau.Rules, t => t.Replace("&lt;= 60", "&lt;= 90").Replace("&gt; 60", "&gt; 90"));
        await Write(change, "process.bpmn", t => t.Replace(">PT16H<", ">PT8H<"));
        await Write(change, "cek.form", t => t.Replace("Di mana anak lahir?", "Di mana anak dilahirkan?"));
        await Write(change, "service.yaml", t => t.Replace("amount: 24", "amount: 12"));
        foreach (var language in new[] { "id", "en" })
            await Write(change, $"texts/{language}.yaml", t => Bureau.Summary(t, "Baru"));
        await Write(change, "letters/kutipan.typ", t => $"// Baru\n{t}");
        var counts = DraftDifference.Of(await bureau.Load(change), "id").Counts;
        Assert.Equal(
            [
                new(CountedThing.Step, Became.Changed, 1),
                new(CountedThing.Rule, Became.Changed, 2),
                new(CountedThing.Field, Became.Changed, 1),
                new(CountedThing.Promise, Became.Changed, 1),
                new(CountedThing.Text, Became.Changed, 1),
                new(CountedThing.Letter, Became.Changed, 1),
            ],
            counts
        );
    }

    [Fact]
    public async Task A_change_of_nothing_comes_to_nothing() =>
        Assert.Empty(DraftDifference.Of(await bureau.Load(await bureau.Open()), "id").Counts);

    private async Task Write(Change change, string path, Func<string, string> otherwise) =>
        Assert.IsType<ChangeResult.Done>(
            await bureau.Save((await bureau.Load(change)).Change, bureau.Rina, path, otherwise)
        );
}
