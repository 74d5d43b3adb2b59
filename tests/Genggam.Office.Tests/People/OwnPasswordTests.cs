using System.Security.Claims;
using Genggam.Office.People;

namespace Genggam.Office.Tests.People;

public sealed class OwnPasswordTests : IAsyncLifetime
{
    private const string Fresh = "kata sandi yang baru";
    private readonly PeopleWorld world = new();

    public ValueTask InitializeAsync() => world.InitializeAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_changed_password_ends_the_other_sessions_and_not_ones_own()
    {
        await world.SignedUp();
        var (mine, other) = (await Session(), await Session());

        var changed = Assert.IsType<PasswordResult.Changed>(await Change(mine, PeopleWorld.Password, Fresh));

        Assert.True(Ended.Suspects(other));
        Assert.False(Ended.Suspects(changed.Who));
        Assert.IsType<SignInResult.Refused>(await world.SignIn());
        Assert.IsType<SignInResult.Welcome>(await world.SignIn(Fresh));
    }

    [Theory]
    [InlineData("pendek", "PEOPLE-104")]
    [InlineData("qwertyuiop", "PEOPLE-109")]
    [InlineData("1029384756", "PEOPLE-109")]
    [InlineData("Manchester2024!", "PEOPLE-109")]
    [InlineData("9876543210", "PEOPLE-109")]
    [InlineData("hahahahahaha", "PEOPLE-109")]
    [InlineData("Genggam-2026", "PEOPLE-109")]
    [InlineData("Dinas Kesehatan 17", "PEOPLE-109")]
    [InlineData("kata.sandi.admin", "PEOPLE-109")]
    [InlineData("nik saya 3578014101900001", "PEOPLE-106")]
    [InlineData(PeopleWorld.Password, "PEOPLE-108")]
    public async Task A_password_that_cannot_be_taken_is_named_and_the_old_one_stays(string password, string number)
    {
        await world.SignedUp();
        var unfit = Assert.IsType<PasswordResult.Unfit>(await Change(await Session(), PeopleWorld.Password, password));
        Assert.Equal(("password", number), (unfit.Fault.Field, unfit.Fault.Number));
        Assert.IsType<SignInResult.Welcome>(await world.SignIn());
    }

    [Theory]
    [InlineData("empat kata yang mudah")]
    [InlineData("84917304628471")]
    [InlineData("kucing oranye di genteng")]
    [InlineData("ｐａｎｊａｎｇ sekali ✓ 日本語")]
    [InlineData("enam puluh empat huruf dan lebih boleh saja, sampai seratus dua puluh delapan")]
    public async Task Any_other_password_is_taken_as_it_is_typed(string password)
    {
        await world.SignedUp();
        Assert.IsType<PasswordResult.Changed>(await Change(await Session(), PeopleWorld.Password, password));
        Assert.IsType<SignInResult.Welcome>(await world.SignIn(password));
        foreach (var other in new[] { $" {password}", $"{password} ", password[..^1] })
            Assert.IsType<SignInResult.Refused>(await world.SignIn(other));
    }

    [Fact]
    public async Task Whoever_finds_a_session_open_cannot_guess_the_old_password_for_long()
    {
        await world.SignedUp();
        var session = await Session();
        for (var n = 0; n < 5; n++)
            Assert.Equal(new PasswordResult.Refused("PEOPLE-204"), await Change(session, "salah salah salah", Fresh));
        Assert.Equal(new PasswordResult.Refused("PEOPLE-204"), await Change(session, PeopleWorld.Password, Fresh));
    }

    [Fact]
    public async Task A_forgotten_password_that_is_replaced_ends_every_session_there_was()
    {
        var who = await world.SignedUp();
        var session = await Session();
        await world.Ask<Recover, string>(r => r.Start(PeopleWorld.Nik, default));
        var recovered = await world.Ask<Recover, RecoverResult>(r => r.Try(who, world.LastCode, Fresh, default));
        Assert.True(Ended.Suspects(session));
        Assert.False(Ended.Suspects(Assert.IsType<RecoverResult.Welcome>(recovered).Who));
    }

    [Fact]
    public async Task A_recovered_password_may_not_hold_the_NIK_and_the_code_still_counts()
    {
        var who = await world.SignedUp();
        await world.Ask<Recover, string>(r => r.Start(PeopleWorld.Nik, default));
        var code = world.LastCode;
        var unfit = await world.Ask<Recover, RecoverResult>(r => r.Try(who, code, $"nik {PeopleWorld.Nik}", default));
        Assert.Equal("PEOPLE-106", Assert.IsType<RecoverResult.Unfit>(unfit).Fault.Number);
        Assert.IsType<RecoverResult.Welcome>(
            await world.Ask<Recover, RecoverResult>(r => r.Try(who, code, Fresh, default))
        );
    }

    [Fact]
    public async Task A_password_that_was_handed_over_opens_only_the_choice_of_another()
    {
        var opened = await AtCounter();
        var first = await world.SignIn(opened.Password);
        var unfit = Assert.IsType<PasswordResult.Unfit>(await world.Choose(first, opened.Password));
        Assert.Equal("PEOPLE-108", unfit.Fault.Number);
        Assert.IsType<PasswordResult.Changed>(await world.Choose(first));
        Assert.IsType<SignInResult.Welcome>(await world.SignIn());
    }

    [Fact]
    public async Task The_choice_counts_once_and_not_for_a_password_that_was_handed_over_later()
    {
        var opened = await AtCounter();
        var first = await world.SignIn(opened.Password);
        var again = await AtCounter();
        Assert.Equal(new PasswordResult.Refused("PEOPLE-205"), await world.Choose(first));
        var second = await world.SignIn(again.Password);
        Assert.IsType<PasswordResult.Changed>(await world.Choose(second));
        Assert.Equal(new PasswordResult.Refused("PEOPLE-205"), await world.Choose(second, Fresh));
    }

    private EndedSessions Ended => (EndedSessions)world.Services.GetService(typeof(EndedSessions))!;

    private async Task<ClaimsPrincipal> Session() => Assert.IsType<SignInResult.Welcome>(await world.SignIn()).Who;

    private Task<PasswordResult> Change(ClaimsPrincipal who, string old, string password) =>
        world.Ask<OwnPassword, PasswordResult>(o => o.Change(who, old, password));

    private async Task<CounterResult.Opened> AtCounter() =>
        Assert.IsType<CounterResult.Opened>(
            await world.Ask<CounterSignUp, CounterResult>(c =>
                c.Open(new CounterRequest(PeopleWorld.Nik, "Siti", "", true, "id", "petugas"))
            )
        );
}
