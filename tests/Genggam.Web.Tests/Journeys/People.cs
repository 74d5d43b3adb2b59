using System.Text.RegularExpressions;
using Genggam.Office.Notices;
using Genggam.Office.People;
using Genggam.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Journeys;

/// <summary>A citizen whom no other test knows.</summary>
internal sealed record Citizen(string Nik, string Name, string Phone)
{
    /// <summary>Through the page of the citizens.</summary>
    public async Task SignIn(Visitor visitor, Hand hand = Hand.Pointer)
    {
        var hands = new Hands(visitor, hand);
        await visitor.Open("/masuk");
        await hands.Type("NIK", Nik);
        await hands.Type("Kata sandi", DemoPeople.Password);
        await hands.Press("Masuk");
    }

    /// <summary>Where the test is about what comes after.</summary>
    public Task Enter(Visitor visitor) => Door.Citizen(visitor, Nik);
}

/// <summary>An officer whom no other test knows, with an authenticator in the pocket.</summary>
internal sealed record Officer(string UserName)
{
    /// <summary>Through the two pages of the officers.</summary>
    public async Task SignIn(Visitor visitor, Hand hand = Hand.Pointer)
    {
        var hands = new Hands(visitor, hand);
        await visitor.Open("/petugas/masuk");
        await hands.Type("Nama pengguna", UserName);
        await hands.Type("Kata sandi", DemoPeople.Password);
        await hands.Press("Lanjut");
        await hands.Type("Kode enam angka", Totp.At(DemoPeople.Secret, DateTimeOffset.UtcNow));
        await hands.Press("Masuk");
    }
}

/// <summary>Makes people of their own for each journey, so that no journey meets the cases of another.</summary>
internal static partial class People
{
    private static int last;

    public static Task<Citizen> Citizen(Host host, string name = "Siti Contoh") => Citizen(host.Services, name);

    public static async Task<Citizen> Citizen(IServiceProvider office, string name = "Siti Contoh")
    {
        var serial = Interlocked.Increment(ref last);
        var citizen = new Citizen($"357801470190{serial:D4}", name, $"+6281377{serial:D6}");
        await using var scope = office.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var cancel = TestContext.Current.CancellationToken;
        var begun = await services
            .GetRequiredService<SignUp>()
            .Start(new(citizen.Nik, name, citizen.Phone, DemoPeople.Password, "id"), cancel);
        var who = Assert.IsType<SignUpResult.CodeSent>(begun).Who;
        var sent = services
            .GetRequiredService<SimulatorOutbox>()
            .Messages.First(m => m.Message.To.Address == citizen.Phone);
        var code = SixDigits().Match(sent.Message.Body).Value;
        Assert.IsType<ConfirmResult.Welcome>(await services.GetRequiredService<Confirm>().Try(who, code, cancel));
        return citizen;
    }

    public static async Task<Officer> Officer(Host host, string role, string agency)
    {
        var officer = new Officer($"{role}-{Interlocked.Increment(ref last)}.{agency}");
        await using var scope = host.Services.CreateAsyncScope();
        var added = await scope
            .ServiceProvider.GetRequiredService<Officers>()
            .Add(
                new(officer.UserName, $"{role} Contoh", agency, [role]),
                DemoPeople.Password,
                DemoPeople.Secret.ToArray()
            );
        Assert.IsType<AddOfficerResult.Added>(added);
        return officer;
    }

    [GeneratedRegex(@"\b[0-9]{6}\b")]
    private static partial Regex SixDigits();
}
