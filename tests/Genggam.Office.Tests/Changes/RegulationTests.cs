using Genggam.Office.Changes;

namespace Genggam.Office.Tests.Changes;

public sealed class RegulationTests : IAsyncLifetime
{
    private const string Law = "uu-24-2013-ps-27";
    private static readonly DateOnly March = new(2027, 3, 1);
    private readonly Bureau bureau = new();

    private Regulations Regulations => bureau.Get<Regulations>();

    public ValueTask InitializeAsync() => bureau.InitializeAsync();

    public ValueTask DisposeAsync() => bureau.DisposeAsync();

    [Fact]
    public async Task A_regulation_tells_every_rule_fee_and_deadline_that_rests_on_it()
    {
        var rule = (await Regulations.Find(Law, "id"))!;
        var limit = Assert.Single(rule.Citations, c => c.Place == "keterlambatan.dmn: keterlambatan_1");
        Assert.Equal((CitationKind.Rule, Bureau.Service), (limit.Kind, limit.Service));
        Assert.Contains("paling banyak 60", limit.Words!, StringComparison.Ordinal);

        var fee = (await Regulations.Find("uu-24-2013", "id"))!;
        Assert.Contains(fee.Citations, c => c is { Kind: CitationKind.Fee, Place: "service.yaml: fee" });
        var deadline = (await Regulations.Find("permendagri-19-2018", "id"))!;
        Assert.Contains(
            deadline.Citations,
            c => c is { Kind: CitationKind.Deadline, Place: "service.yaml: time_limit" }
        );
        Assert.Null(await Regulations.Find("uu-1-1900", "id"));
    }

    [Fact]
    public async Task A_regulation_of_several_services_tells_all_of_them()
    {
        var shared = (await Regulations.All("id")).First(l => l.Services.Count() == 3);
        Assert.Equal(shared.Citations.Length, shared.Citations.Distinct().Count());
    }

    [Fact]
    public async Task What_a_region_promises_by_a_law_is_its_agencys_work_when_the_law_is_marked()
    {
        const string makassar = $"{Bureau.Service}@73.71";
        var varied = (await Regulations.All("id")).SelectMany(l => l.Citations).Where(c => c.Service == makassar);
        Assert.Equal(
            ["overlay.yaml: optional.keluarga.alamat", "overlay.yaml: standard.time", "overlay.yaml: time_limit"],
            varied.Select(c => c.Place).Order()
        );
        var limit = varied.Single(c => c.Place == "overlay.yaml: time_limit");
        Assert.Equal(CitationKind.Deadline, limit.Kind);

        var owner = Engine.Actor.Officer("andi", "dukcapil-makassar", Ownership.Owner);
        await Regulations.Mark(limit.Law, LawNoteKind.Amended, March, "Perda baru", owner);
        Assert.Contains(makassar, (await Regulations.WorkFor(owner, "id")).Select(w => w.Service));
        Assert.Null(await Regulations.Settle(limit.Law, makassar, "Tetap 12 jam", owner));
        Assert.Empty(await Regulations.WorkFor(owner, "id"));
    }

    [Fact]
    public async Task A_mark_is_work_for_the_owner_until_it_is_settled_or_withdrawn()
    {
        Assert.Empty(await Regulations.WorkFor(bureau.Rina, "id"));
        Assert.Null(await Regulations.Mark(Law, LawNoteKind.Amended, March, "UU baru", bureau.Rina));
        var (law, service) = Assert.Single(await Regulations.WorkFor(bureau.Made, "id"));
        Assert.Equal((Law, Bureau.Service, March), (law.Law.Key, service, law.Mark!.From));
        Assert.Empty(await Regulations.WorkFor(bureau.Stranger, "id"));

        Assert.Null(await Regulations.Settle(Law, Bureau.Service, "Sudah sesuai", bureau.Made));
        Assert.Empty(await Regulations.WorkFor(bureau.Rina, "id"));
        Assert.Null(await Regulations.Mark(Law, LawNoteKind.Revoked, March, "Dicabut", bureau.Rina));
        Assert.Single(await Regulations.WorkFor(bureau.Rina, "id"));
        Assert.Null(await Regulations.Mark(Law, LawNoteKind.Withdrawn, null, "Keliru", bureau.Rina));
        Assert.Empty(await Regulations.WorkFor(bureau.Rina, "id"));
    }

    [Fact]
    public async Task A_service_that_cites_it_no_more_has_no_work()
    {
        await Regulations.Mark(Law, LawNoteKind.Revoked, March, "Dicabut", bureau.Rina);
        var change = await bureau.Open();
        foreach (var path in new[] { Bureau.Rules, "kelayakan.dmn", "penolakan.dmn" })
        {
            var seen = (await bureau.Get<ChangeDesk>().Find(change.Id))!;
            await bureau.Save(seen, bureau.Rina, path, t => t.Replace($"\"{Law}\"", "\"uu-24-2013\""));
        }
        Assert.IsType<ChangeResult.Done>(await bureau.Ask(change));
        var hash = (await bureau.Load(change)).Hash!;
        await bureau.Get<PublicationDesk>().Approve(change.Id, hash, bureau.Publisher, bureau.Cancel);
        Assert.Empty(await Regulations.WorkFor(bureau.Rina, "id"));
    }

    [Fact]
    public async Task Only_who_answers_for_a_service_that_cites_it_marks_and_with_a_day_and_words()
    {
        Assert.Equal(
            ChangeRefusal.Unknown,
            (await Regulations.Mark(Law, LawNoteKind.Amended, March, "x", bureau.Stranger))!.Number
        );
        Assert.Equal(
            ChangeRefusal.BadStart,
            (await Regulations.Mark(Law, LawNoteKind.Amended, null, "x", bureau.Rina))!.Number
        );
        Assert.Equal(
            ChangeRefusal.Unfit,
            (await Regulations.Mark(Law, LawNoteKind.Amended, March, " ", bureau.Rina))!.Number
        );
        Assert.Equal(
            ChangeRefusal.Nothing,
            (await Regulations.Settle(Law, Bureau.Service, "belum ditandai", bureau.Rina))!.Number
        );
    }
}
