using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;

namespace Genggam.Office.Tests.Cases;

public sealed class SentAgainTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_sent_again_is_known_and_no_plain_hash_of_it_is_kept()
    {
        var cases = await town.CasesOf("akta-kelahiran");
        var open = cases.First(c => c.Case.Status != CaseStatus.New);
        var officer = Actor.Officer("uji", open.Case.Agency!, "verifikator");
        var remark = new Command.Comment(Personal.Text("Ibu Sari sudah ditelepon."));
        var runner = town.Get<CaseRunner>();
        Assert.IsType<RunResult.Accepted>(await runner.Run(open.Id, remark, officer, "uji", "k", Cancel));
        Assert.IsType<RunResult.Repeated>(await runner.Run(open.Id, remark, officer, "uji", "k", Cancel));

        var guess = new IdempotencyKey(officer.Id, "k", Digest.Of(EntryCodec.Body(remark)), Array.Empty<byte>());
        Assert.IsType<AppendResult.KeyReused>(await town.Get<JournalStore>().Answered(guess));
    }
}
