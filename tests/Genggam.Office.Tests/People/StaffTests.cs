using System.Security.Claims;
using Genggam.Office.People;

namespace Genggam.Office.Tests.People;

public sealed class StaffTests : IAsyncLifetime
{
    private const string Agency = "dukcapil-surabaya";
    private readonly PeopleWorld world = new();

    public ValueTask InitializeAsync() => world.InitializeAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task An_added_officer_signs_in_with_the_keys_that_were_shown_once()
    {
        var keys = await Add("rina.dukcapil");

        var next = await world.Ask<SignIn, SignInResult>(s => s.Officer("rina.dukcapil", keys.Password!));
        Assert.IsType<SignInResult.SecondFactor>(next);
        var code = Totp.At(Secret(keys.SecondFactor!), world.Clock.Now);
        var chosen = await world.Choose(await world.Ask<SignIn, SignInResult>(s => s.Code("rina.dukcapil", code)));
        var who = Assert.IsType<PasswordResult.Changed>(chosen).Who;
        Assert.True(who.IsInRole("officer"));
        Assert.True(who.HasClaim("amr", "mfa"));
        world.Clock.Now += TimeSpan.FromSeconds(30);
        Assert.IsType<SignInResult.Refused>(
            await world.Ask<SignIn, SignInResult>(s => s.Officer("rina.dukcapil", keys.Password!))
        );
        await world.Ask<SignIn, SignInResult>(s => s.Officer("rina.dukcapil", PeopleWorld.Password));
        Assert.IsType<SignInResult.Welcome>(await Code(keys.SecondFactor!));
        var listed = Assert.Single(await Staff.Of(Agency, Cancel));
        Assert.Equal(("Rina", false), (listed.Name, listed.Locked));
        Assert.Equal(["verifikator"], listed.Roles);
    }

    [Fact]
    public async Task A_locked_officer_is_out_at_once_and_does_not_come_in_again()
    {
        var keys = await Add("rina.dukcapil");
        var session = await SignedIn(keys);
        var id = (await Staff.Of(Agency, Cancel))[0].Id;
        Assert.False(Ended.Suspects(session));

        Assert.IsType<StaffResult.Refused>(
            await world.Ask<StaffRegister, StaffResult>(r => r.Lock("dukcapil-sleman", id))
        );
        Assert.IsType<StaffResult.Done>(await world.Ask<StaffRegister, StaffResult>(r => r.Lock(Agency, id)));

        Assert.True(Ended.Suspects(session));
        Assert.True((await Staff.Of(Agency, Cancel))[0].Locked);
        Assert.IsType<SignInResult.Refused>(
            await world.Ask<SignIn, SignInResult>(s => s.Officer("rina.dukcapil", PeopleWorld.Password))
        );

        await world.Ask<StaffRegister, StaffResult>(r => r.Unlock(Agency, id));
        Assert.IsType<SignInResult.SecondFactor>(
            await world.Ask<SignIn, SignInResult>(s => s.Officer("rina.dukcapil", PeopleWorld.Password))
        );
    }

    [Fact]
    public async Task A_forgotten_password_of_an_officer_is_replaced_by_a_temporary_one_and_the_second_factor_stays()
    {
        var keys = await Add("rina.dukcapil");
        var session = await SignedIn(keys);
        var id = (await Staff.Of(Agency, Cancel))[0].Id;
        Assert.IsType<StaffResult.Refused>(
            await world.Ask<StaffRegister, StaffResult>(r => r.ResetPassword("dukcapil-sleman", id))
        );

        var reset = await world.Ask<StaffRegister, StaffResult>(r => r.ResetPassword(Agency, id));

        var given = Assert.IsType<StaffResult.Keys>(reset).Given;
        Assert.Null(given.SecondFactor);
        Assert.True(Ended.Suspects(session));
        Assert.IsType<SignInResult.Refused>(
            await world.Ask<SignIn, SignInResult>(s => s.Officer("rina.dukcapil", PeopleWorld.Password))
        );
        Assert.IsType<PasswordResult.Changed>(await FirstSignIn(given.Password!, keys.SecondFactor!));
    }

    [Fact]
    public async Task A_locked_officer_who_gets_another_password_stays_locked()
    {
        await Add("rina.dukcapil");
        var id = (await Staff.Of(Agency, Cancel))[0].Id;
        await world.Ask<StaffRegister, StaffResult>(r => r.Lock(Agency, id));
        var reset = await world.Ask<StaffRegister, StaffResult>(r => r.ResetPassword(Agency, id));
        var password = Assert.IsType<StaffResult.Keys>(reset).Given.Password!;
        Assert.IsType<SignInResult.Refused>(
            await world.Ask<SignIn, SignInResult>(s => s.Officer("rina.dukcapil", password))
        );
    }

    [Fact]
    public async Task Whoever_runs_the_installation_gives_an_administrator_both_keys_anew()
    {
        var boss = new NewOfficer("ana", "Ana Pertiwi", null, [], Administrator: true);
        await world.Ask<StaffRegister, StaffResult>(r => r.Add(boss));
        var keys = Assert
            .IsType<StaffResult.Keys>(await world.Ask<StaffRegister, StaffResult>(r => r.Rekey("ana")))
            .Given;
        await world.Ask<SignIn, SignInResult>(s => s.Officer("ana", keys.Password!));
        var code = Totp.At(Secret(keys.SecondFactor!), world.Clock.Now);
        Assert.IsType<SignInResult.ChooseOwn>(await world.Ask<SignIn, SignInResult>(s => s.Code("ana", code)));
        Assert.IsType<StaffResult.Refused>(await world.Ask<StaffRegister, StaffResult>(r => r.Rekey("bukan")));
    }

    [Fact]
    public async Task After_a_lost_telephone_only_the_new_second_factor_counts()
    {
        var keys = await Add("rina.dukcapil");
        var id = (await Staff.Of(Agency, Cancel))[0].Id;
        var reset = await world.Ask<StaffRegister, StaffResult>(r => r.ResetSecondFactor(Agency, id));
        var fresh = Assert.IsType<StaffResult.Keys>(reset).Given.SecondFactor!;

        Assert.IsType<SignInResult.Refused>(await Code(keys.SecondFactor!));
        Assert.IsType<SignInResult.ChooseOwn>(await Code(fresh));
    }

    [Theory]
    [InlineData("R!", "Rina", "PEOPLE-301")]
    [InlineData("rina", " ", "PEOPLE-303")]
    [InlineData("rina", "Rina", "PEOPLE-304", "")]
    public async Task An_officer_needs_a_user_name_a_name_and_a_role(
        string user,
        string name,
        string number,
        string role = "verifikator"
    )
    {
        var officer = new NewOfficer(user, name, Agency, role.Length == 0 ? [] : [role]);
        var refused = await world.Ask<StaffRegister, StaffResult>(r => r.Add(officer));
        Assert.Equal(number, Assert.IsType<StaffResult.Refused>(refused).Number);
    }

    [Fact]
    public async Task A_person_without_telephone_gets_an_account_at_the_counter()
    {
        var opened = Assert.IsType<CounterResult.Opened>(await AtCounter());
        Assert.False(opened.Known);
        Assert.IsType<PasswordResult.Changed>(await world.Choose(await world.SignIn(opened.Password)));
        Assert.IsType<SignInResult.Welcome>(await world.SignIn());
        Assert.Empty(world.Messages);
    }

    [Fact]
    public async Task A_person_who_lost_every_key_gets_in_again_and_the_old_password_ends()
    {
        await world.SignedUp();
        var opened = Assert.IsType<CounterResult.Opened>(await AtCounter());
        Assert.True(opened.Known);
        Assert.IsType<SignInResult.Refused>(await world.SignIn());
        Assert.IsType<SignInResult.ChooseOwn>(await world.SignIn(opened.Password));
    }

    [Fact]
    public async Task Nobody_gets_an_account_at_the_counter_unless_the_document_was_seen()
    {
        var refused = Assert.IsType<CounterResult.Refused>(await AtCounter(seen: false));
        Assert.Equal("PEOPLE-306", Assert.Single(refused.Faults).Number);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Staff Staff => (Staff)world.Services.GetService(typeof(Staff))!;

    private EndedSessions Ended => (EndedSessions)world.Services.GetService(typeof(EndedSessions))!;

    private Task<CounterResult> AtCounter(bool seen = true) =>
        world.Ask<CounterSignUp, CounterResult>(c =>
            c.Open(new CounterRequest(PeopleWorld.Nik, "Siti", "", seen, "id", "petugas"))
        );

    private Task<SignInResult> Code(TotpKey key) =>
        world.Ask<SignIn, SignInResult>(s => s.Code("rina.dukcapil", Totp.At(Secret(key), world.Clock.Now)));

    /// <summary>Both steps with what was handed over, and a password of one's own.</summary>
    private async Task<PasswordResult> FirstSignIn(string password, TotpKey key)
    {
        world.Clock.Now += TimeSpan.FromSeconds(30);
        await world.Ask<SignIn, SignInResult>(s => s.Officer("rina.dukcapil", password));
        return await world.Choose(await Code(key));
    }

    private async Task<ClaimsPrincipal> SignedIn(FirstKeys keys) =>
        Assert.IsType<PasswordResult.Changed>(await FirstSignIn(keys.Password!, keys.SecondFactor!)).Who;

    private async Task<FirstKeys> Add(string user)
    {
        var officer = new NewOfficer(user, "Rina", Agency, ["verifikator"]);
        var added = await world.Ask<StaffRegister, StaffResult>(r => r.Add(officer));
        return Assert.IsType<StaffResult.Keys>(added).Given;
    }

    /// <summary>As an authenticator program reads it: Base32 of RFC 4648.</summary>
    private static byte[] Secret(TotpKey key)
    {
        var bits = string.Concat(
            key.Typed.Replace(" ", "", StringComparison.Ordinal)
                .Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0'))
        );
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }
}
