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
        var code = Totp.At(Secret(keys.SecondFactor), world.Clock.Now);
        var welcome = await world.Ask<SignIn, SignInResult>(s => s.Code("rina.dukcapil", code));
        Assert.True(Assert.IsType<SignInResult.Welcome>(welcome).Who.IsInRole("officer"));
        var listed = Assert.Single(await Staff.Of(Agency, Cancel));
        Assert.Equal(("Rina", false), (listed.Name, listed.Locked));
        Assert.Equal(["verifikator"], listed.Roles);
    }

    [Fact]
    public async Task A_locked_officer_is_out_at_once_and_does_not_come_in_again()
    {
        var keys = await Add("rina.dukcapil");
        var begun = world.Clock.Now;
        var id = (await Staff.Of(Agency, Cancel))[0].Id;
        world.Clock.Now += TimeSpan.FromMinutes(1);

        Assert.IsType<StaffResult.Refused>(
            await world.Ask<StaffRegister, StaffResult>(r => r.Lock("dukcapil-sleman", id))
        );
        Assert.IsType<StaffResult.Done>(await world.Ask<StaffRegister, StaffResult>(r => r.Lock(Agency, id)));

        Assert.True(Ended.Has(id, begun));
        Assert.False(Ended.Has(id, world.Clock.Now.AddSeconds(1)));
        Assert.True((await Staff.Of(Agency, Cancel))[0].Locked);
        Assert.IsType<SignInResult.Refused>(
            await world.Ask<SignIn, SignInResult>(s => s.Officer("rina.dukcapil", keys.Password!))
        );

        await world.Ask<StaffRegister, StaffResult>(r => r.Unlock(Agency, id));
        Assert.IsType<SignInResult.SecondFactor>(
            await world.Ask<SignIn, SignInResult>(s => s.Officer("rina.dukcapil", keys.Password!))
        );
    }

    [Fact]
    public async Task After_a_lost_telephone_only_the_new_second_factor_counts()
    {
        var keys = await Add("rina.dukcapil");
        var id = (await Staff.Of(Agency, Cancel))[0].Id;
        var reset = await world.Ask<StaffRegister, StaffResult>(r => r.ResetSecondFactor(Agency, id));
        var fresh = Assert.IsType<StaffResult.Keys>(reset).Given.SecondFactor;

        Assert.IsType<SignInResult.Refused>(await Code(keys.SecondFactor));
        Assert.IsType<SignInResult.Welcome>(await Code(fresh));
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
        Assert.IsType<SignInResult.Welcome>(await world.SignIn(opened.Password));
        Assert.Empty(world.Messages);
    }

    [Fact]
    public async Task A_person_who_lost_every_key_gets_in_again_and_the_old_password_ends()
    {
        await world.SignedUp();
        var opened = Assert.IsType<CounterResult.Opened>(await AtCounter());
        Assert.True(opened.Known);
        Assert.IsType<SignInResult.Refused>(await world.SignIn());
        Assert.IsType<SignInResult.Welcome>(await world.SignIn(opened.Password));
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
