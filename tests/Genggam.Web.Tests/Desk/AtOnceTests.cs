using Genggam.Engine;
using Genggam.Journal;
using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Desk;

/// <summary>Two officers in two browsers who press at the same moment.</summary>
public sealed class AtOnceTests(Host host)
{
    private readonly Office office = new(host, "dukcapil-sleman");

    [Fact]
    public async Task Of_two_officers_who_take_a_task_at_once_one_gets_it_and_the_other_keeps_what_was_typed()
    {
        var vera = await office.Hire("Vera Contoh", "verifikator");
        var rudi = await office.Hire("Rudi Contoh", "verifikator");
        var id = await office.Apply();
        await using var hers = await office.SignedIn(vera);
        await using var his = await office.SignedIn(rudi, Screen.Phone);
        foreach (var desk in new[] { hers, his })
        {
            await Open(desk, id);
            await Remark(desk).FillAsync("Saya sedang menelepon pemohon.");
        }

        await Task.WhenAll(hers.Press("Ambil tugas"), his.Press("Ambil tugas"));
        var holder = (await office.Case(id)).Tasks.Values.Single().Assignee;
        var (winner, loser) = holder == vera.Id ? (hers, his) : (his, hers);
        Assert.DoesNotContain("(GG-", await winner.Heard(), StringComparison.Ordinal);
        Assert.Matches(@"GG-2(01|03|11)\b", await loser.Heard());
        Assert.Equal("Saya sedang menelepon pemohon.", await Remark(loser).InputValueAsync());
    }

    [Fact]
    public async Task Of_two_officers_who_decide_at_once_the_holder_does_and_the_other_is_told_and_keeps_the_reasons()
    {
        var vera = await office.Hire("Vera Contoh", "verifikator");
        var rudi = await office.Hire("Rudi Contoh", "verifikator");
        var chief = await office.Hire("Sari Contoh", "supervisor");
        var id = await office.Apply();
        await office.Claim(id, vera);
        await using var hers = await office.SignedIn(vera);
        await Open(hers, id);
        await hers.Page.GetByLabel("Alasan", new() { Exact = true }).FillAsync("Data tidak benar.");
        var task = (await office.Case(id)).Tasks.Values.Single().Id;
        await office.Do(id, new Command.Reassign(task, rudi.Id, rudi.Roles, []), chief);
        await using var his = await office.SignedIn(rudi);
        await Open(his, id);
        foreach (var seen in new[] { "dokumen_cocok", "siak_dicek" })
            await his.Page.GetByLabel(office.Label("verifikasi", seen)).CheckAsync(new() { Force = true });

        await Task.WhenAll(
            hers.Press(office.Outcome("verifikasi", "reject")),
            his.Press(office.Outcome("verifikasi", "approve"))
        );
        Assert.Contains("Tersimpan", await his.Heard(), StringComparison.Ordinal);
        var heard = await hers.Heard();
        Assert.Matches(@"GG-2(01|03|11)\b", heard);
        Assert.Contains("Data tidak benar.", heard, StringComparison.Ordinal);
        Assert.Equal(rudi.Id, (await office.Case(id)).DoneBy["verifikasi"]);
    }

    private static ILocator Remark(Visitor desk) => desk.Page.GetByLabel("Tulis catatan");

    private static async Task Open(Visitor desk, CaseId id) => await desk.Open($"/meja/berkas/{id.Value:N}");
}
