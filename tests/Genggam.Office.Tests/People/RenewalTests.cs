using Genggam.Office.Notices;
using Genggam.Office.People;

namespace Genggam.Office.Tests.People;

/// <summary>The counter takes an account back for the person whose NIK it is.</summary>
public sealed class RenewalTests : IAsyncLifetime
{
    private const string Other = "0813-9999-0000";
    private readonly PeopleWorld world = new();

    public ValueTask InitializeAsync() => world.InitializeAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Only_the_counter_proves_whose_NIK_an_account_has()
    {
        await world.SignedUp();
        var declared = Assert.IsType<SignInResult.Welcome>(await world.SignIn()).Who;
        Assert.False(declared.HasClaim(c => c.Type == AccountClaims.NikProved));

        var opened = await AtCounter();

        var seen = Assert.IsType<PasswordResult.Changed>(await world.Choose(await world.SignIn(opened.Password))).Who;
        Assert.True(seen.HasClaim(c => c.Type == AccountClaims.NikProved));
    }

    [Fact]
    public async Task The_contact_of_an_account_that_nobody_proved_does_not_outlive_the_counter_and_is_told()
    {
        await world.SignedUp();
        await AtCounter();
        Assert.Equal("+6281234567890", world.Messages[0].Message.To.Address);
        Assert.Contains("tidak lagi dikirim ke sini", world.Messages[0].Message.Body, StringComparison.Ordinal);

        var sent = world.Messages.Count;
        await world.Ask<Recover, string>(r => r.Start(PeopleWorld.Nik, default));
        Assert.Equal(sent, world.Messages.Count);
    }

    [Fact]
    public async Task Another_contact_replaces_the_old_one_of_any_kind_and_the_old_one_is_told()
    {
        await AtCounter(PeopleWorld.Phone);
        Assert.Empty(world.Messages);
        await AtCounter("siti@contoh.id");
        Assert.Equal("+6281234567890", Assert.Single(world.Messages).Message.To.Address);

        await world.Ask<Recover, string>(r => r.Start(PeopleWorld.Nik, default));
        Assert.Equal(new Contact(Carrier.Email, "siti@contoh.id"), world.Messages[0].Message.To);
    }

    [Fact]
    public async Task A_proved_account_keeps_its_contact_where_no_other_is_given_and_hears_of_the_new_password()
    {
        await AtCounter(Other);
        await AtCounter();
        Assert.Equal("+6281399990000", Assert.Single(world.Messages).Message.To.Address);
        Assert.Contains(
            "kata sandi akun Genggam Anda diganti",
            world.Messages[0].Message.Body,
            StringComparison.Ordinal
        );
        await world.Ask<Recover, string>(r => r.Start(PeopleWorld.Nik, default));
        Assert.Equal("+6281399990000", world.Messages[0].Message.To.Address);
    }

    [Fact]
    public async Task A_code_on_its_way_to_the_old_contact_counts_no_more()
    {
        var who = await world.SignedUp();
        await world.Ask<Recover, string>(r => r.Start(PeopleWorld.Nik, default));
        var code = world.LastCode;
        await AtCounter();
        Assert.IsType<RecoverResult.Refused>(
            await world.Ask<Recover, RecoverResult>(r => r.Try(who, code, "kata sandi penyusup", default))
        );
    }

    private async Task<CounterResult.Opened> AtCounter(string contact = "") =>
        Assert.IsType<CounterResult.Opened>(
            await world.Ask<CounterSignUp, CounterResult>(c =>
                c.Open(new CounterRequest(PeopleWorld.Nik, "Siti", contact, true, "id", "petugas"))
            )
        );
}
