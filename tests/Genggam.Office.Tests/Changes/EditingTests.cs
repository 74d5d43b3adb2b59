using CsCheck;
using Genggam.Office.Changes;

namespace Genggam.Office.Tests.Changes;

public sealed class EditingTests(Bureau bureau) : IClassFixture<Bureau>
{
    private static readonly string[] Hard =
    [
        "",
        "Ya: atau tidak",
        "# bukan komentar",
        "'kutip' dan \"kutip\"",
        "dua\nbaris",
        "no",
        "1,5",
        "- daftar",
        "{slot} dan [siku]",
        "akhir: ",
        "emoji 👶🏽",
        "\\ garis miring",
        "null",
    ];

    public static TheoryData<string> TextFiles() =>
        [
            .. Directory
                .EnumerateFiles(Town.ShippedServices, "*.yaml", SearchOption.AllDirectories)
                .Where(f => Path.GetDirectoryName(f)!.EndsWith("texts", StringComparison.Ordinal))
                .Select(f => Path.GetRelativePath(Town.ShippedServices, f)),
        ];

    [Theory]
    [MemberData(nameof(TextFiles))]
    public void Every_text_of_a_shipped_service_can_be_any_other_text_and_nothing_else_changes(string file)
    {
        var yaml = File.ReadAllText(Path.Combine(Town.ShippedServices, file));
        var values = YamlEdit.Read(yaml)!;
        Gen.Select(
                Gen.Const(values.Keys.ToArray()).SelectMany(k => Gen.Int[0, k.Length - 1].Select(i => k[i])),
                Gen.OneOf(Gen.Int[0, Hard.Length - 1].Select(i => Hard[i]), Gen.String[0, 40])
            )
            .Where(x => !x.Item2.Any(char.IsSurrogate) && x.Item2.All(c => c < '\uFFF0'))
            .Sample(
                x =>
                {
                    var edited = YamlEdit.Set(yaml, x.Item1, x.Item2);
                    Assert.NotNull(edited);
                    Assert.Equal(values.SetItem(x.Item1, x.Item2), YamlEdit.Read(edited)!);
                    Assert.Equal(Comments(yaml), Comments(edited));
                },
                iter: 25,
                threads: 1
            );
    }

    [Fact]
    public void A_text_that_a_language_lacks_is_added_behind_its_neighbours()
    {
        const string yaml = """
            # Judul
            name: Akta
            forms:
              cek: # bertanya
                title: Bolehkah?
            search:
              - akta

            """;
        var edited = YamlEdit.Set(yaml, "forms.cek.hint", "Jawab: jujur")!;
        Assert.Contains("    title: Bolehkah?\n    hint: 'Jawab: jujur'\nsearch:", edited, StringComparison.Ordinal);
        Assert.Equal("Baru", YamlEdit.Read(YamlEdit.Set(yaml, "forms.baru.title", "Baru")!)!["forms.baru.title"]);
        Assert.Equal("Akhir", YamlEdit.Read(YamlEdit.Set(yaml.TrimEnd(), "last", "Akhir")!)!["last"]);
        Assert.Null(YamlEdit.Set(yaml, "search.7", "loncat"));
        Assert.Null(YamlEdit.Set("a: [", "a", "1"));
    }

    [Fact]
    public async Task A_limit_that_stands_in_two_rules_is_changed_in_both_at_once()
    {
        var draft = await bureau.Load(await bureau.Open());
        var values = RuleEdit.Read(draft, "id").Single(f => f.Path == Bureau.Rules).Tables[0].Values;
        var limits = values
            .Where(v => v.Value == "60")
            .Select(v => new TypedValue($"{Bureau.Rules}/{v.Id}", "60", "90"))
            .ToList();
        Assert.Equal(2, limits.Count);

        var change = await bureau.Open();
        var saved = await bureau.Get<ChangeDesk>().Edit(change.Id, bureau.Rina, d => RuleEdit.Change(d, limits, "id"));
        Assert.IsType<ChangeResult.Done>(saved);
        var text = (await bureau.Load(change)).Text(Bureau.Rules)!;
        Assert.Equal(draft.Text(Bureau.Rules)!.Replace("= 60<", "= 90<").Replace("&gt; 60<", "&gt; 90<"), text);
    }

    [Fact]
    public async Task A_value_that_another_changed_meanwhile_is_told_and_none_is_changed()
    {
        var change = await bureau.Open();
        var limit = RuleEdit
            .Read(await bureau.Load(change), "id")
            .Single(f => f.Path == Bureau.Rules)
            .Tables[0]
            .Values.First(v => v.Value == "60");
        var id = $"{Bureau.Rules}/{limit.Id}";
        await Edit(change, new TypedValue(id, "60", "90"));
        var late = Assert.IsType<ChangeResult.Refused>(await Edit(change, new TypedValue(id, "60", "30"))).Refusal;
        Assert.Equal(ChangeRefusal.Conflict, late.Number);
        Assert.Equal(id, late.Slots[0]);
        Assert.IsType<ChangeResult.Done>(await Edit(change, new TypedValue(id, "60", "90")));
        var wrong = Assert.IsType<ChangeResult.Refused>(await Edit(change, new TypedValue(id, "90", "banyak"))).Refusal;
        Assert.Equal(ChangeRefusal.CannotEdit, wrong.Number);
    }

    [Fact]
    public async Task Texts_of_two_languages_are_changed_together_and_a_stale_one_is_told()
    {
        var change = await bureau.Open();
        var was = TextEdit.Read(await bureau.Load(change), "name").Single();
        Assert.Equal(["en", "id"], was.ByLanguage.Keys);
        TypedText[] typed =
        [
            new("id", "name", was.ByLanguage["id"], "Akta lahir"),
            new("en", "name", was.ByLanguage["en"], "Record of birth"),
        ];
        var desk = bureau.Get<ChangeDesk>();
        Assert.IsType<ChangeResult.Done>(await desk.Edit(change.Id, bureau.Rina, d => TextEdit.Change(d, typed)));
        var draft = await bureau.Load(change);
        Assert.Equal("Akta lahir", draft.Release!.TextsIn("id")["name"]);
        Assert.Equal("Record of birth", draft.Release!.TextsIn("en")["name"]);

        TypedText[] stale = [new("id", "name", was.ByLanguage["id"], "Akta")];
        var late = await desk.Edit(change.Id, bureau.Made, d => TextEdit.Change(d, stale));
        Assert.Equal(ChangeRefusal.Conflict, Assert.IsType<ChangeResult.Refused>(late).Refusal.Number);
    }

    [Fact]
    public async Task A_promise_is_changed_in_its_place()
    {
        var change = await bureau.Open();
        TypedValue[] typed = [new("time_limit.amount", "24", "12"), new("fee.amount", "0", "5000")];
        var desk = bureau.Get<ChangeDesk>();
        Assert.IsType<ChangeResult.Done>(await desk.Edit(change.Id, bureau.Rina, d => PromiseEdit.Change(d, typed)));
        var service = (await bureau.Load(change)).Release!.Service;
        Assert.Equal((12, 5000m), (service.TimeLimit.Amount, service.Fee.Amount));

        foreach (
            var wrong in new[] { new TypedValue("time_limit.unit", "hours", "weeks"), new("id", Bureau.Service, "x") }
        )
            Assert.IsType<ChangeResult.Refused>(
                await desk.Edit(change.Id, bureau.Rina, d => PromiseEdit.Change(d, [wrong]))
            );
    }

    private Task<ChangeResult> Edit(Change change, TypedValue value) =>
        bureau.Get<ChangeDesk>().Edit(change.Id, bureau.Rina, d => RuleEdit.Change(d, [value], "id"));

    private static int Comments(string yaml) =>
        yaml.Split('\n').Count(l => l.TrimStart().StartsWith("# ", StringComparison.Ordinal));
}
