using System.Security.Claims;
using Genggam.Engine;
using Genggam.Office.Agencies;
using Genggam.Office.People;
using Genggam.Standards.Feel;

namespace Genggam.Office.Tests.People;

public sealed class OfficerAccountTests : IAsyncLifetime
{
    private const string Officer = "verifikator.dukcapil-surabaya";
    private readonly PeopleWorld world = new(demo: true);

    public async ValueTask InitializeAsync()
    {
        await world.InitializeAsync();
        await Seed();
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task An_officer_needs_the_second_factor_and_carries_agency_and_role()
    {
        var first = await FirstStep();
        Assert.Equal(Officer, Assert.IsType<SignInResult.SecondFactor>(first).Who);
        var who = Assert.IsType<SignInResult.Welcome>(await Code(Now)).Who;
        Assert.True(who.IsInRole("officer"));
        Assert.Equal("dukcapil-surabaya", who.FindFirstValue(AccountClaims.Agency));
        Assert.Equal(["verifikator"], who.FindAll(AccountClaims.OfficeRole).Select(c => c.Value));
        Assert.True(who.HasClaim("amr", "mfa"));
        Assert.Null(who.FindFirst(AccountClaims.Subject));
    }

    [Fact]
    public async Task A_code_of_the_second_factor_counts_once()
    {
        Assert.IsType<SignInResult.Welcome>(await Code(Now));
        Assert.IsType<SignInResult.Refused>(await Code(Now));
        world.Clock.Now += TimeSpan.FromSeconds(30);
        Assert.IsType<SignInResult.Welcome>(await Code(Now));
    }

    [Fact]
    public async Task Guessing_the_second_factor_locks_the_account()
    {
        var wrong = Now == "000000" ? "999999" : "000000";
        for (var n = 0; n < 5; n++)
        {
            await FirstStep();
            await Code(wrong);
        }
        Assert.IsType<SignInResult.Refused>(await Code(Now));
        Assert.IsType<SignInResult.Refused>(await FirstStep());
    }

    [Fact]
    public async Task A_citizen_does_not_come_in_by_the_officers_door()
    {
        var who = world.Journal.Subjects.BlindIndex(DemoPeople.Citizens[0].Nik).ToString();
        Assert.IsType<SignInResult.Refused>(
            await world.Ask<SignIn, SignInResult>(s => s.Officer(who, DemoPeople.Password))
        );
        Assert.IsType<SignInResult.Refused>(await world.Ask<SignIn, SignInResult>(s => s.Code(who, Now)));
    }

    [Fact]
    public async Task Seeding_twice_changes_nothing_and_the_administrator_has_no_agency()
    {
        await Seed();
        Assert.Equal("admin", Assert.IsType<SignInResult.SecondFactor>(await FirstStep("admin")).Who);
        var admin = Assert.IsType<SignInResult.Welcome>(await Code(Now, "admin")).Who;
        Assert.True(admin.IsInRole("administrator"));
        Assert.Null(admin.FindFirst(AccountClaims.Agency));
    }

    [Fact]
    public async Task The_password_of_the_demo_opens_nothing_outside_of_a_demo()
    {
        await using var real = new PeopleWorld();
        await real.InitializeAsync();
        await real.SignUp(password: DemoPeople.Password);
        await real.Confirm(real.Journal.Subjects.BlindIndex(PeopleWorld.Nik).ToString(), real.LastCode);
        Assert.IsType<SignInResult.Refused>(await real.SignIn(DemoPeople.Password));
        var officer = new NewOfficer("verifikator.dinas", "Vera", "dinas", ["verifikator"]);
        await real.Ask<Officers, AddOfficerResult>(o =>
            o.Add(officer, DemoPeople.Password, DemoPeople.Secret.ToArray())
        );
        Assert.IsType<SignInResult.Refused>(
            await real.Ask<SignIn, SignInResult>(s => s.Officer("verifikator.dinas", DemoPeople.Password))
        );
    }

    [Fact]
    public async Task An_administrator_needs_no_role_and_an_officer_does()
    {
        var boss = new NewOfficer("ana", "Ana Pertiwi", null, [], Administrator: true);
        Assert.IsType<StaffResult.Keys>(await world.Ask<StaffRegister, StaffResult>(r => r.Add(boss)));
        var clerk = new NewOfficer("budi", "Budi Santoso", "dinas", []);
        var refused = await world.Ask<StaffRegister, StaffResult>(r => r.Add(clerk));
        Assert.Equal("PEOPLE-304", Assert.IsType<StaffResult.Refused>(refused).Number);
    }

    [Fact]
    public async Task What_a_citizen_gave_before_is_known_until_the_subject_is_erased()
    {
        var persons = (Persons)world.Services.GetService(typeof(Persons))!;
        var siti = (await world.Journal.Subjects.FindByNik(DemoPeople.Citizens[0].Nik))!.Value;
        var known = await persons.Known(siti, Cancel);
        Assert.Equal(new FeelString("Siti Contoh"), known.At("person.name"));
        Assert.Equal(FeelDate.Of(1990, 1, 1), known.At("person.birth_date"));
        Assert.Equal("Siti Contoh", (await persons.FindReachable(siti, Cancel))?.Name);

        await world.Journal.Subjects.Erase(siti, "test");
        Assert.Empty(Assert.IsType<FeelContext>((await persons.Known(siti, Cancel))["person"]).Names);
        Assert.Null(await persons.FindReachable(siti, Cancel));
    }

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_rfc_6238(long seconds, string code) =>
        Assert.Equal(code, Totp.At("12345678901234567890"u8, DateTimeOffset.FromUnixTimeSeconds(seconds)));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Now => Totp.At(DemoPeople.Secret, world.Clock.Now);

    private Task<SignInResult> FirstStep(string who = Officer) =>
        world.Ask<SignIn, SignInResult>(s => s.Officer(who, DemoPeople.Password));

    private Task<SignInResult> Code(string code, string who = Officer) =>
        world.Ask<SignIn, SignInResult>(s => s.Code(who, code));

    private Task Seed() =>
        DemoPeople.Seed(
            world.Services,
            new Office.Agencies.Agencies([
                new(
                    "dukcapil-surabaya",
                    "DUKSUR",
                    AgencyLevel.Regency,
                    "35.78",
                    "Asia/Jakarta",
                    Name,
                    Name,
                    ["akta-kelahiran"]
                ),
            ]),
            _ => ["verifikator", "penyetuju"]
        );

    private static Wording Name => new(System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty);
}
