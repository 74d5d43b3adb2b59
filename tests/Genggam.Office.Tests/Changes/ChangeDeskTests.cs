using System.Text;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes;

namespace Genggam.Office.Tests.Changes;

public sealed class ChangeDeskTests(Bureau bureau) : IClassFixture<Bureau>
{
    private static ChangeRefusal No(ChangeResult result) => Assert.IsType<ChangeResult.Refused>(result).Refusal;

    private static Change Done(ChangeResult result) => Assert.IsType<ChangeResult.Done>(result).Change;

    [Fact]
    public async Task A_change_begins_as_the_release_in_force_and_tells_what_differs()
    {
        var change = await bureau.Open();
        var fresh = await bureau.Load(change);
        Assert.Equal(bureau.Get<ServiceCatalogue>().Find(Bureau.Service)!.Hash, fresh.Hash);
        Assert.Empty(fresh.Changed);

        Done(await bureau.Save(change, bureau.Rina, Bureau.Texts, t => Bureau.Summary(t, "Lain")));
        Done(await bureau.Write(await Again(change), bureau.Rina, "letters/baru.svg", "<svg/>"));
        Done(await bureau.Write(await Again(change), bureau.Rina, "examples/22-pengingat.yaml", null));
        var draft = await bureau.Load(change);
        Assert.Equal(["examples/22-pengingat.yaml", "letters/baru.svg", Bureau.Texts], draft.Changed);
        Assert.NotEqual(fresh.Hash, draft.Hash);
        Assert.Equal("Lain", draft.Release!.TextsIn("id")["summary"]);
    }

    [Fact]
    public async Task What_two_people_write_in_different_lines_is_brought_together()
    {
        var change = await bureau.Open();
        var (rina, made) = (change, change);
        Done(await bureau.Save(rina, bureau.Rina, Bureau.Texts, t => Bureau.Summary(t, "Kata Rina")));
        var original = bureau.Get<ServiceCatalogue>().Find(Bureau.Service)!.Parts[Bureau.Texts];
        var typed = Encoding.UTF8.GetString(original.AsSpan()).Replace("bayi baru lahir", "bayi lahir kemarin");
        Done(await bureau.Write(made, bureau.Made, Bureau.Texts, typed));

        var texts = (await bureau.Load(change)).Release!.TextsIn("id");
        Assert.Equal("Kata Rina", texts["summary"]);
        Assert.Equal("bayi lahir kemarin", texts["search.4"]);
    }

    [Fact]
    public async Task What_two_people_write_in_the_same_line_is_a_conflict_and_both_texts_are_there()
    {
        var change = await bureau.Open();
        Done(await bureau.Save(change, bureau.Rina, Bureau.Texts, t => Bureau.Summary(t, "Kata Rina")));
        var original = bureau.Get<ServiceCatalogue>().Find(Bureau.Service)!.Parts[Bureau.Texts];
        var typed = Bureau.Summary(Encoding.UTF8.GetString(original.AsSpan()), "Kata Made");
        var conflict = Assert.IsType<ChangeResult.Conflicting>(
            await bureau.Write(change, bureau.Made, Bureau.Texts, typed)
        );
        var file = Assert.Single(conflict.Files);
        Assert.Contains("Kata Made", Encoding.UTF8.GetString(file.Mine!), StringComparison.Ordinal);
        Assert.Contains("Kata Rina", Encoding.UTF8.GetString(file.Theirs!), StringComparison.Ordinal);
        Assert.Equal("Kata Rina", (await bureau.Load(change)).Release!.TextsIn("id")["summary"]);
    }

    [Fact]
    public async Task What_two_people_write_before_the_first_line_is_a_conflict()
    {
        var change = await bureau.Open();
        Done(await bureau.Save(change, bureau.Rina, Bureau.Texts, t => $"# Rina\n{t}"));
        var original = bureau.Get<ServiceCatalogue>().Find(Bureau.Service)!.Parts[Bureau.Texts];
        var typed = $"# Made\n{Encoding.UTF8.GetString(original.AsSpan())}";
        Assert.IsType<ChangeResult.Conflicting>(await bureau.Write(change, bureau.Made, Bureau.Texts, typed));
    }

    [Fact]
    public async Task A_file_that_one_took_away_while_another_wrote_it_is_a_conflict()
    {
        var change = await bureau.Open();
        Done(await bureau.Write(change, bureau.Rina, Bureau.Rules, null));
        Assert.IsType<ChangeResult.Conflicting>(
            await bureau.Write(change, bureau.Made, Bureau.Rules, "<definitions/>")
        );
    }

    [Fact]
    public async Task Sending_the_same_twice_is_one_step()
    {
        var change = await bureau.Open();
        var once = Done(await bureau.Save(change, bureau.Rina, Bureau.Texts, t => Bureau.Summary(t, "Lain")));
        var twice = Done(await bureau.Save(change, bureau.Rina, Bureau.Texts, t => Bureau.Summary(t, "Lain")));
        Assert.Equal(2, once.Steps);
        Assert.Equal(2, twice.Steps);
    }

    [Fact]
    public async Task Every_step_says_who_and_what_and_earlier_files_can_be_read_again()
    {
        var change = await bureau.Open();
        var first = Done(await bureau.Save(change, bureau.Rina, Bureau.Texts, t => Bureau.Summary(t, "Satu")));
        var second = Done(await bureau.Save(first, bureau.Made, Bureau.Texts, t => Bureau.Summary(t, "Dua")));
        Assert.Equal(["rina", "rina", "made"], second.History.Select(h => h.Actor));
        Assert.Equal([Bureau.Texts], Assert.IsType<ChangeStep.Saved>(second.History[^1].Step).Paths);
        Assert.Equal(["made", "rina"], second.Editors);
    }

    [Theory]
    [InlineData("../agencies.yaml")]
    [InlineData("/etc/passwd")]
    [InlineData("texts/../../legal.yaml")]
    [InlineData("shared/letters/kop.typ")]
    [InlineData("letters/Kutipan.typ")]
    [InlineData("run.sh")]
    [InlineData("")]
    public async Task A_file_that_no_service_is_made_of_is_refused(string path)
    {
        var refusal = No(await bureau.Write(await bureau.Open(), bureau.Rina, path, "x"));
        Assert.Equal(ChangeRefusal.Unfit, refusal.Number);
        Assert.Equal([path], refusal.Slots);
    }

    [Fact]
    public async Task Too_large_a_file_is_refused()
    {
        var large = new string('x', 2 * 1024 * 1024 + 1);
        Assert.Equal(
            ChangeRefusal.Unfit,
            No(await bureau.Write(await bureau.Open(), bureau.Rina, "letters/a.svg", large)).Number
        );
    }

    [Fact]
    public async Task Only_owners_of_the_service_write_and_others_do_not_learn_that_it_is_there()
    {
        var change = await bureau.Open();
        foreach (var other in new[] { bureau.Stranger, bureau.Publisher })
            Assert.Equal(
                ChangeRefusal.Unknown,
                No(await bureau.Write(change, other, Bureau.Texts, "name: Bukan")).Number
            );
        var desk = bureau.Get<ChangeDesk>();
        Assert.Equal(ChangeRefusal.Unknown, No(await desk.Open(Bureau.Service, "x", null, bureau.Stranger)).Number);
        Assert.Equal(ChangeRefusal.Unfit, No(await desk.Open(Bureau.Service, " ", null, bureau.Rina)).Number);
    }

    [Fact]
    public async Task What_is_given_up_is_not_written_any_more()
    {
        var change = await bureau.Open();
        Done(await bureau.Get<PublicationDesk>().GiveUp(change.Id, "Batal", bureau.Rina));
        Assert.Equal(
            ChangeRefusal.NotOpen,
            No(await bureau.Write(change, bureau.Rina, Bureau.Texts, "name: Lain")).Number
        );
    }

    private async Task<Change> Again(Change change) => (await bureau.Get<ChangeDesk>().Find(change.Id))!;

    [Fact]
    public async Task Files_become_as_they_were_after_an_earlier_step_and_nothing_is_lost()
    {
        var change = await bureau.Open();
        Done(await bureau.Save(change, bureau.Rina, Bureau.Texts, t => Bureau.Summary(t, "Pertama")));
        Done(await bureau.Save(await Again(change), bureau.Made, Bureau.Texts, t => Bureau.Summary(t, "Kedua")));
        Done(await bureau.Write(await Again(change), bureau.Made, "letters/baru.svg", "<svg/>"));
        var desk = bureau.Get<ChangeDesk>();
        Assert.Equal([1L, 2, 3], (await Again(change)).Earlier.Select(h => h.Number));
        Assert.Equal(ChangeRefusal.Unknown, No(await desk.Again(change.Id, 4, bureau.Rina)).Number);
        Assert.Equal(ChangeRefusal.Unknown, No(await desk.Again(change.Id, 2, bureau.Stranger)).Number);

        var back = Done(await desk.Again(change.Id, 2, bureau.Rina));
        var step = Assert.IsType<ChangeStep.Saved>(back.History[^1].Step);
        Assert.Equal((2L, 5L), (step.As, back.Steps));
        Assert.Equal(["letters/baru.svg", Bureau.Texts], step.Paths);
        var draft = await bureau.Load(change);
        Assert.Equal([Bureau.Texts], draft.Changed);
        Assert.Equal("Pertama", draft.Release!.TextsIn("id")["summary"]);

        Done(await desk.Again(change.Id, 4, bureau.Rina));
        Assert.Equal(["letters/baru.svg", Bureau.Texts], (await bureau.Load(change)).Changed);
        Done(await desk.Again(change.Id, 1, bureau.Rina));
        Assert.Empty((await bureau.Load(change)).Changed);
    }
}
