using Genggam.Journal;
using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Journeys;

/// <summary>An officer at the desk, signed in.</summary>
internal sealed class Desk(Visitor visitor, Hand hand)
{
    private readonly Hands hands = new(visitor, hand);

    public Visitor Visitor => visitor;

    public static async Task<Desk> Open(
        Host host,
        string role,
        string agency,
        Screen screen = Screen.Wide,
        bool script = true,
        Hand hand = Hand.Pointer
    )
    {
        var officer = await People.Officer(host, role, agency);
        var visitor = await host.Visitor(screen, script);
        await officer.SignIn(visitor, hand);
        return new Desk(visitor, hand);
    }

    /// <summary>Opens a case and takes its task.</summary>
    public async Task Take(CaseId id)
    {
        await visitor.Open($"/meja/berkas/{id.Value:N}");
        await hands.Press("Ambil tugas");
    }
}
