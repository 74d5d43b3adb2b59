using System.Collections.Immutable;
using CsCheck;
using Genggam.Engine;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes;
using Genggam.Office.Changes.Sandbox;
using Genggam.Standards;
using Genggam.Standards.Feel;

namespace Genggam.Office.Tests.Changes.Sandbox;

/// <summary>A walk becomes an example of the draft, in the format of the service folders, and holds.</summary>
public sealed class SavedWalkTests(Bureau bureau) : IClassFixture<Bureau>
{
    private static readonly string[] Hard =
    [
        "2026-13-40",
        "007",
        "null",
        "ya: #",
        "",
        "a\nb",
        "'",
        "\"",
        "true",
        "1e5",
        "- x",
        " ",
        "{}",
    ];

    public static TheoryData<string> Services => ["akta-kelahiran", "laik-higiene-sanitasi", "nib-mikro-risiko-rendah"];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task A_walk_of_the_inputs_of_every_shipped_example_is_saved_as_one_that_passes_and_says_the_same(
        string service
    )
    {
        var owner = Owner(service);
        var opened = await bureau.Get<ChangeDesk>().Open(service, "Jalan", null, owner);
        var change = Assert.IsType<ChangeResult.Done>(opened).Change;
        var draft = await bureau.Load(change);
        var saved = new Dictionary<string, Example>(StringComparer.Ordinal);
        foreach (var shipped in ServiceFolder.Examples(draft.Release!, new List<Problem>()))
            saved[await SaveWalk(draft, shipped, owner)] = shipped;

        var report = (await bureau.Load(change)).Check(bureau.Get<ServiceCatalogue>().Calendar);
        Assert.Equal(2 * saved.Count, report.Examples.Count);
        Assert.Empty(report.Examples.SelectMany(e => e.Faults.Select(f => $"{e.File}: {f}")));
        Assert.DoesNotContain(report.Problems, p => p.Place.File.StartsWith("examples/", StringComparison.Ordinal));
        foreach (var (path, shipped) in saved)
        {
            var example = Read(report.Release!, path);
            Assert.Equal(Steps(shipped), Steps(example));
            Says(shipped.Then, example.Then, $"{path}");
        }
    }

    [Fact]
    public async Task Somebody_who_wrote_meanwhile_loses_nothing()
    {
        var walker = await Walker.Begin(bureau);
        await walker.HandIn();
        await bureau.Save(walker.Change, bureau.Made, Bureau.Texts, t => Bureau.Summary(t, "Kata Made"));
        var (no, result, path) = await walker.Examples.Save(walker.Walk, "Menunggu verifikasi", bureau.Rina);
        Assert.Null(no);
        Assert.IsType<ChangeResult.Done>(result);
        Assert.Equal("examples/23-menunggu-verifikasi.yaml", path);
        var draft = await walker.Draft();
        Assert.Contains("Kata Made", draft.Text(Bureau.Texts), StringComparison.Ordinal);
        Assert.Contains("waiting: [verifikasi]", draft.Text(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_walk_without_a_step_is_no_example()
    {
        var walker = await Walker.Begin(bureau);
        Assert.Equal(
            WalkRefusal.NothingToSave,
            (await walker.Examples.Save(walker.Walk, "Kosong", bureau.Rina)).No?.Number
        );
        await walker.HandIn();
        Assert.Equal(WalkRefusal.NothingToSave, (await walker.Examples.Save(walker.Walk, " ", bureau.Rina)).No?.Number);
    }

    [Fact]
    public void Every_answer_reads_back_as_it_was_written()
    {
        var word = Gen.OneOf(Gen.Int[0, Hard.Length - 1].Select(i => Hard[i]), Gen.String[0, 20])
            .Where(t => !t.Any(char.IsSurrogate) && t.All(c => c < '\uFFF0') && t is not ("" or "null" or "~"));
        var scalar = Gen.OneOf<FeelValue>(
            word.Select(t => (FeelValue)t),
            Gen.Bool.Select(b => (FeelValue)b),
            Gen.Decimal.Select(d => (FeelValue)d),
            Gen.Date.Select(d => (FeelValue)FeelDate.Of(DateOnly.FromDateTime(d)))
        );
        var answer = Gen.OneOf(
            scalar,
            scalar.List[0, 3].Select(l => (FeelValue)new FeelList([.. l])),
            Gen.Select(scalar, scalar)
                .Select(p => FeelContext.Of(("a", p.Item1), ("b_2", p.Item2)))
                .List[0, 3]
                .Select(l => (FeelValue)new FeelList([.. l])),
            Gen.Select(scalar, scalar)
                .Select(p => (FeelValue)FeelContext.Of(("dalam", FeelContext.Of(("x", p.Item1))), ("y", p.Item2)))
        );
        answer.Sample(
            value =>
            {
                var data = FeelContext.Of(("isian", value));
                var told = new Example(
                    "Nama: apa pun",
                    DateTimeOffset.UnixEpoch,
                    "dinas",
                    "Asia/Jayapura",
                    [
                        new ExampleStep.Submit(data, "GG-103"),
                        new ExampleStep.Message("hasil", "k 1", data, null),
                        new ExampleStep.Signal("libur", null),
                    ],
                    new ExampleEnd("open", null, [], ["a"], null, DateTimeOffset.UnixEpoch)
                );
                var problems = new List<Problem>();
                var read = ExampleYaml.Read(ExampleText.Write(told), "x", problems);
                Assert.Empty(problems);
                Assert.Equal(FeelJson.ToJson(data), FeelJson.ToJson(((ExampleStep.Submit)read.Steps[0]).Data));
                Assert.Equal(ExampleText.Write(told), ExampleText.Write(read));
            },
            iter: 300,
            threads: 1
        );
    }

    private async Task<string> SaveWalk(Draft draft, Example shipped, Actor owner)
    {
        var desk = bureau.Get<WalkDesk>();
        var zone = bureau.Get<Office.Agencies.Agencies>().ZoneOf(shipped.Agency);
        var local = ZoneVersion.Indonesia.Local(shipped.At, zone).DateTime;
        var walk = Went(await desk.Begin(draft, shipped.Agency, local, owner));
        foreach (var step in shipped.Steps)
            walk = Went(await desk.Step(walk, step, owner));
        var (no, result, path) = await bureau
            .Get<WalkExamples>()
            .Save(walk, $"Jalan {shipped.Name}"[..Math.Min(100, shipped.Name.Length + 6)], owner);
        Assert.Null(no);
        Assert.IsType<ChangeResult.Done>(result);
        return path;
    }

    private Actor Owner(string service) =>
        Actor.Officer("rina", bureau.Get<Office.Agencies.Agencies>().Owner(service)!.Id, Ownership.Owner);

    private static Walk Went(WalkResult result) => Assert.IsType<WalkResult.Went>(result).Walk;

    private static Example Read(Release release, string path) =>
        ExampleYaml.Read(System.Text.Encoding.UTF8.GetString(release.Parts[path].AsSpan()), path, new List<Problem>());

    private static string Steps(Example example) =>
        ExampleText.Write(
            example with
            {
                Name = "",
                At = example.At.ToUniversalTime(),
                Zone = "",
                Then = WalkPaper.Open,
            }
        );

    private static void Says(ExampleEnd shipped, ExampleEnd saved, string where)
    {
        Same(shipped.State, saved.State);
        Same(shipped.Outcome, saved.Outcome);
        Same(shipped.Reason, saved.Reason);
        Same(shipped.Deadline?.UtcDateTime, saved.Deadline?.UtcDateTime);
        Same(Listed(shipped.Waiting), Listed(saved.Waiting));
        Same(Listed(shipped.Documents), Listed(saved.Documents));

        void Same(object? said, object? found)
        {
            if (said is not null)
                Assert.True(said.Equals(found), $"{where}: {said}, but {found}");
        }
    }

    private static string? Listed(ImmutableArray<string>? names) =>
        names is { } all ? string.Join(", ", all.Order(StringComparer.Ordinal)) : null;
}
