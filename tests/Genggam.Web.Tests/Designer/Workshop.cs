using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes;
using Genggam.Web.Tests.Desk;
using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Designer;

/// <summary>The owners and the publisher of a service, in a program of their own: what they publish is in force there only.</summary>
/// <param name="cases">Past cases that it has.</param>
public sealed class Workshop(Host host, int cases = 0) : IAsyncLifetime
{
    public const string Service = "akta-kelahiran";
    private readonly Installation program = new(new Dictionary<string, string> { ["Genggam:DemoCases"] = $"{cases}" });
    private Desk.Office office = null!;

    internal Installation Program => program;

    internal T Get<T>()
        where T : notnull => (T)program.Services.GetService(typeof(T))!;

    public ValueTask InitializeAsync()
    {
        program.Start();
        office = new Desk.Office(host, "ditjen-dukcapil", program);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => program.DisposeAsync();

    public Task<Visitor> Owner(string name, Screen screen = Screen.Wide, bool script = true) =>
        SignedIn(name, Ownership.Owner, screen, script);

    public Task<Visitor> Publisher(string name, Screen screen = Screen.Wide, bool script = true) =>
        SignedIn(name, Ownership.Publisher, screen, script);

    public Task<Visitor> Citizen(Screen screen = Screen.Phone) =>
        host.Visitor(screen, script: false, program.ClientOptions.BaseAddress);

    /// <summary>Puts a release in force that says another summary.</summary>
    public async Task Publish(string summary)
    {
        var release = Get<ServiceCatalogue>().Find(Service)!;
        var text = System.Text.Encoding.UTF8.GetString(release.Parts["texts/id.yaml"].AsSpan());
        var line = text.Split('\n').First(l => l.StartsWith("summary:", StringComparison.Ordinal));
        var parts = release.Parts.SetItem(
            "texts/id.yaml",
            [.. System.Text.Encoding.UTF8.GetBytes(text.Replace(line, $"summary: {summary}", StringComparison.Ordinal))]
        );
        var changed = ServiceFolder.FromParts(parts, new List<Standards.Problem>());
        await Get<Publisher>().Publish(changed, null, "penerbit", null, null);
    }

    public async Task<IReadOnlyList<string>> NumbersOfCases() =>
        [
            .. (await Get<JournalStore>().Cases.List(new CaseFilter(Service: Service), 100)).Rows.Select(r =>
                r.Summary.Number
            ),
        ];

    private async Task<Visitor> SignedIn(string name, string role, Screen screen, bool script)
    {
        Actor officer = await office.Hire(name, role);
        return await office.SignedIn(officer, screen, script);
    }
}
