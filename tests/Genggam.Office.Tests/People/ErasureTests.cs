using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Notices;
using Genggam.Office.People;
using Genggam.Office.Safekeeping;
using Genggam.Standards.Feel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Office.Tests.People;

public sealed class ErasureTests(Town town) : IClassFixture<Town>
{
    private const string MayErase = "laik-higiene-sanitasi";
    private const string MustKeep = "akta-kelahiran";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private JournalStore Journal => town.Get<JournalStore>();

    [Fact]
    public async Task An_erased_person_is_gone_from_case_and_accounts_and_a_backup_from_before_brings_nobody_back()
    {
        var (nik, @case) = await ClosedCase(MayErase);
        await SignUp(nik);
        var (data, keys) = await town.Backup();
        var accounts = town.Get<IDbContextFactory<AccountsDb>>();

        var plan = await Plan(nik, ErasureGround.ConsentWithdrawn);
        Assert.Equal((true, 1), (plan.HasAccount, plan.Cases));
        Assert.Empty(plan.Held);
        await town.Get<Erasure>().Do(plan, Stop);

        var erased = (await town.Get<CaseReader>().Load(@case.Id, Stop))!;
        Assert.Contains(plan.Subjects[0], erased.Erased);
        Assert.True(erased.Case.Data.At("pemohon.nik").IsNull);
        Assert.True((await Journal.Verify()).Holds);
        Assert.Null(await town.Get<Erasure>().Plan(nik, ErasureGround.ConsentWithdrawn, Stop));
        await using (var db = await accounts.CreateDbContextAsync(Stop))
            Assert.Equal((0, 0), await Left(db, plan));

        var place = Town.OptionsIn(town.Folder("restored"));
        Directory.CreateDirectory(Path.Combine(place.Data, "keys"));
        File.Copy(
            Path.Combine(town.Options.Data, "keys", "destroyed.list"),
            Path.Combine(place.Data, "keys", "destroyed.list")
        );
        AccountsDb Restored() => new(PeopleSetup.Accounts(new PeopleOptions(place.Data)));
        Assert.True((await Archive.Restore(place, Restored, data, keys, null, Stop)).Holds);
        await using (var db = Restored())
            Assert.Equal((0, 0), await Left(db, plan));
    }

    [Fact]
    public async Task A_case_whose_retention_runs_forbids_it_and_names_the_law()
    {
        var (nik, @case) = await ClosedCase(MustKeep);
        var held = Assert.Single((await Plan(nik, ErasureGround.ConsentWithdrawn)).Held);
        Assert.Equal((@case.Case.Number, "permendagri-104-2019"), (held.Number, held.LegalBasis));
        Assert.Equal(@case.Case.LastAt.AddYears(100), held.Until);
    }

    [Fact]
    public async Task An_end_of_retention_that_has_not_come_is_no_ground_and_one_that_has_is()
    {
        var (nik, @case) = await ClosedCase(MayErase);
        var held = Assert.Single((await Plan(nik, ErasureGround.RetentionEnded)).Held);
        Assert.Equal(@case.Case.LastAt.AddYears(10), held.Until);
        var clock = (TestClock)town.Get<TimeProvider>();
        try
        {
            clock.Now = held.Until!.Value;
            Assert.Empty((await Plan(nik, ErasureGround.RetentionEnded)).Held);
        }
        finally
        {
            clock.Now = Town.Present;
        }
    }

    [Fact]
    public async Task Nobody_is_erased_out_of_an_open_case()
    {
        var (nik, @case) = await CaseOf(MustKeep, CaseStatus.Open);
        var plan = await Plan(nik, ErasureGround.Unlawful);
        Assert.Equal((@case.Case.Number, null), (Assert.Single(plan.Held).Number, plan.Held[0].Until));
        await Assert.ThrowsAsync<InvalidOperationException>(() => town.Get<Erasure>().Do(plan, Stop));
        Assert.NotNull(await Journal.Subjects.FindByNik(nik));
    }

    [Fact]
    public async Task A_NIK_that_nobody_gave_is_answered_so()
    {
        Assert.Null(await town.Get<Erasure>().Plan("3404011505859999", ErasureGround.Unlawful, Stop));
        Assert.Null(await town.Get<Erasure>().Plan("12", ErasureGround.Unlawful, Stop));
    }

    [Fact]
    public async Task An_account_that_was_left_where_an_erasure_was_cut_short_goes_at_the_next_start()
    {
        const string nik = "3578015203950007";
        await SignUp(nik);
        var plan = await Plan(nik, ErasureGround.ConsentWithdrawn);
        await Journal.Subjects.Erase(plan.Subjects[0], "cut short");
        await town.Get<IServiceProvider>().PreparePeople(Stop);
        await using var db = await town.Get<IDbContextFactory<AccountsDb>>().CreateDbContextAsync(Stop);
        Assert.Equal((0, 0), await Left(db, plan));
    }

    private async Task<ErasurePlan> Plan(string nik, ErasureGround ground) =>
        (await town.Get<Erasure>().Plan(nik, ground, Stop))!;

    /// <summary>Accounts and codes of the erased.</summary>
    private static async Task<(int, int)> Left(AccountsDb db, ErasurePlan plan)
    {
        var subject = plan.Subjects[0].Value;
        var accounts = await db.Users.CountAsync(a => a.SubjectId == subject, Stop);
        return (accounts, await db.Codes.CountAsync(Stop));
    }

    private Task<(string Nik, LoadedCase Case)> ClosedCase(string service) => CaseOf(service, CaseStatus.Closed);

    /// <summary>A case whose applicant has no other.</summary>
    private async Task<(string Nik, LoadedCase Case)> CaseOf(string service, CaseStatus status)
    {
        foreach (var loaded in (await town.CasesOf(service)).Where(c => c.Case.Status == status))
            if (
                Town.HandedIn(loaded).At("pemohon.nik") is FeelString { Value: var nik }
                && await Journal.Subjects.FindByNik(nik) is { } subject
                && await Journal.CasesWith([subject], Stop) is [_]
            )
                return (nik, loaded);
        throw new InvalidOperationException($"The town has no {status} case of {service}.");
    }

    private async Task SignUp(string nik)
    {
        await using var scope = town.Get<IServiceScopeFactory>().CreateAsyncScope();
        var begun = await scope
            .ServiceProvider.GetRequiredService<SignUp>()
            .Start(new(nik, "Siti", PeopleWorld.Phone, PeopleWorld.Password, "id"), Stop);
        var who = Assert.IsType<SignUpResult.CodeSent>(begun).Who;
        var sent = town.Get<SimulatorOutbox>().Messages[0].Message.Body;
        var code = string.Concat(sent.Where(char.IsAsciiDigit).Take(6));
        Assert.IsType<ConfirmResult.Welcome>(
            await scope.ServiceProvider.GetRequiredService<Confirm>().Try(who, code, Stop)
        );
    }
}
