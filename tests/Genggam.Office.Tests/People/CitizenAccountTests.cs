using System.Security.Claims;
using System.Text;
using Genggam.Office.Notices;
using Genggam.Office.People;

namespace Genggam.Office.Tests.People;

public sealed class CitizenAccountTests : IAsyncLifetime
{
    private readonly PeopleWorld world = new();

    public ValueTask InitializeAsync() => world.InitializeAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_citizen_signs_up_confirms_by_a_code_and_signs_in()
    {
        await world.SignedUp();
        Assert.Equal(new Contact(Carrier.Sms, "+6281234567890"), world.Messages[0].Message.To);
        var who = Assert.IsType<SignInResult.Welcome>(await world.SignIn(nik: "3578 0141 0190 0001")).Who;
        Assert.True(who.IsInRole("citizen"));
        Assert.Equal(
            (await world.Journal.Subjects.FindByNik(PeopleWorld.Nik))!.Value.Value.ToString("N"),
            who.FindFirstValue(AccountClaims.Subject)
        );
    }

    [Fact]
    public async Task Neither_the_principal_nor_the_file_of_accounts_names_a_citizen()
    {
        await world.SignedUp();
        var who = Assert.IsType<SignInResult.Welcome>(await world.SignIn()).Who;
        foreach (var personal in new[] { PeopleWorld.Nik, "6281234567890", "Siti" })
        {
            Assert.DoesNotContain(who.Claims, c => c.Value.Contains(personal, StringComparison.Ordinal));
            foreach (var file in Directory.GetFiles(Path.GetDirectoryName(world.AccountsFile)!, "accounts.db*"))
                Assert.Equal(-1, (await Shared(file)).AsSpan().IndexOf(Encoding.UTF8.GetBytes(personal)));
        }
    }

    [Fact]
    public async Task Nobody_signs_in_before_the_code_came_back()
    {
        await world.SignUp();
        Assert.IsType<SignInResult.NotConfirmed>(await world.SignIn());
        Assert.Equal(2, world.Messages.Count);
    }

    [Theory]
    [InlineData("123", PeopleWorld.Phone, PeopleWorld.Password, "PEOPLE-101")]
    [InlineData(PeopleWorld.Nik, "bukan alamat", PeopleWorld.Password, "PEOPLE-103")]
    [InlineData(PeopleWorld.Nik, PeopleWorld.Phone, "pendek", "PEOPLE-104")]
    [InlineData(PeopleWorld.Nik, PeopleWorld.Phone, "a3578014101900001", "PEOPLE-106")]
    public async Task A_wrong_answer_is_named(string nik, string contact, string password, string number)
    {
        var refused = Assert.IsType<SignUpResult.Refused>(await world.SignUp(contact, password, nik));
        Assert.Equal([number], refused.Faults.Select(f => f.Number));
        Assert.Empty(world.Messages);
    }

    [Fact]
    public async Task A_second_sign_up_looks_the_same_and_tells_only_the_owner()
    {
        var who = await world.SignedUp();
        var again = await world.SignUp("penyusup@contoh.id", "kata sandi penyusup");
        Assert.Equal(who, Assert.IsType<SignUpResult.CodeSent>(again).Who);
        Assert.Equal("+6281234567890", world.Messages[0].Message.To.Address);
        Assert.DoesNotContain(world.Messages, m => m.Message.To.Carrier == Carrier.Email);
        Assert.IsType<SignInResult.Refused>(await world.SignIn("kata sandi penyusup"));
        Assert.IsType<SignInResult.Welcome>(await world.SignIn());
    }

    [Fact]
    public async Task The_code_of_an_earlier_sign_up_does_not_confirm_a_later_one()
    {
        var who = Assert.IsType<SignUpResult.CodeSent>(await world.SignUp()).Who;
        var first = world.LastCode;
        await world.SignUp("penyusup@contoh.id", "kata sandi penyusup");
        Assert.NotEqual(first, world.LastCode);
        Assert.IsType<ConfirmResult.Refused>(await world.Confirm(who, first));
    }

    [Fact]
    public async Task A_code_grows_old()
    {
        var who = Assert.IsType<SignUpResult.CodeSent>(await world.SignUp()).Who;
        world.Clock.Now += TimeSpan.FromMinutes(10);
        Assert.IsType<ConfirmResult.Refused>(await world.Confirm(who, world.LastCode));
    }

    [Fact]
    public async Task After_five_wrong_guesses_the_right_code_counts_no_more()
    {
        var who = Assert.IsType<SignUpResult.CodeSent>(await world.SignUp()).Who;
        var wrong = world.LastCode == "000000" ? "000001" : "000000";
        for (var guess = 0; guess < 5; guess++)
            Assert.IsType<ConfirmResult.Refused>(await world.Confirm(who, wrong));
        Assert.IsType<ConfirmResult.Refused>(await world.Confirm(who, world.LastCode));
    }

    [Fact]
    public async Task Only_so_many_codes_are_sent_in_a_day()
    {
        for (var n = 0; n < 12; n++)
            await world.SignUp();
        Assert.Equal(8, world.Messages.Count);
        world.Clock.Now += TimeSpan.FromHours(24);
        await world.SignUp();
        Assert.Equal(9, world.Messages.Count);
    }

    [Fact]
    public async Task Wrong_passwords_lock_the_account_and_the_answer_does_not_tell()
    {
        await world.SignedUp();
        for (var n = 0; n < 5; n++)
            Assert.Equal(new SignInResult.Refused("PEOPLE-201"), await world.SignIn("salah salah salah"));
        Assert.Equal(new SignInResult.Refused("PEOPLE-201"), await world.SignIn());
        Assert.Equal(new SignInResult.Refused("PEOPLE-201"), await world.SignIn(nik: "3404011505850002"));
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_once_and_unlocks_the_account()
    {
        var who = await world.SignedUp();
        for (var n = 0; n < 5; n++)
            await world.SignIn("salah salah salah");
        Assert.Equal(who, await world.Ask<Recover, string>(r => r.Start(PeopleWorld.Nik, default)));
        var code = world.LastCode;
        Assert.IsType<RecoverResult.Welcome>(await Recovered(code));
        Assert.IsType<RecoverResult.Refused>(await Recovered(code));
        Assert.IsType<SignInResult.Refused>(await world.SignIn());
        Assert.IsType<SignInResult.Welcome>(await world.SignIn("kata sandi yang baru"));

        Task<RecoverResult> Recovered(string code) =>
            world.Ask<Recover, RecoverResult>(r => r.Try(who, code, "kata sandi yang baru", default));
    }

    [Fact]
    public async Task Recovering_an_account_that_is_not_there_answers_alike_and_sends_nothing()
    {
        var who = await world.Ask<Recover, string>(r => r.Start("3404011505850002", default));
        Assert.Equal(64, who.Length);
        Assert.Empty(world.Messages);
    }

    private static async Task<byte[]> Shared(string file)
    {
        await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var content = new byte[open.Length];
        await open.ReadExactlyAsync(content);
        return content;
    }
}
