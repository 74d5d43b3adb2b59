using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes;
using Genggam.Web.Tests.Desk;
using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Designer;

/// <summary>The owners and the publisher of a service, in a program of their own: what they publish is in force there only.</summary>
public sealed class Workshop : IAsyncLifetime
{
    public const string Service = "akta-kelahiran";
    private readonly Host host;
    private readonly Installation program;
    private Desk.Office office = null!;

    public Workshop(Host host)
        : this(host, cases: 0) { }

    /// <param name="cases">Past cases that it has.</param>
    internal Workshop(Host host, int cases)
    {
        this.host = host;
        program = new Installation(new Dictionary<string, string> { ["Genggam:DemoCases"] = $"{cases}" });
    }

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
    /// <param name="start">Null for now.</param>
    public Task Publish(string summary, PublicationStart? start = null) =>
        Publish(
            "texts/id.yaml",
            text =>
                text.Replace(
                    text.Split('\n').First(l => l.StartsWith("summary:", StringComparison.Ordinal)),
                    $"summary: {summary}",
                    StringComparison.Ordinal
                ),
            start
        );

    /// <summary>Puts a release in force that promises otherwise.</summary>
    public Task Promise(string was, string now) =>
        Publish("service.yaml", text => text.Replace(was, now, StringComparison.Ordinal));

    private async Task Publish(string file, Func<string, string> edit, PublicationStart? start = null)
    {
        var release = Get<ServiceCatalogue>().Find(Service)!;
        var text = System.Text.Encoding.UTF8.GetString(release.Parts[file].AsSpan());
        var parts = release.Parts.SetItem(file, [.. System.Text.Encoding.UTF8.GetBytes(edit(text))]);
        var changed = ServiceFolder.FromParts(parts, new List<Standards.Problem>());
        await Get<Publisher>().Publish(changed, start, "penerbit", null, null);
    }

    /// <summary>Begins a change of the service; its address.</summary>
    public async Task<string> Begin(Visitor owner, string title)
    {
        await owner.Open($"/rancang/layanan/{Service}");
        await owner.Page.GetByLabel("Apa yang akan berubah").FillAsync(title);
        await owner.Press("Mulai");
        return new Uri(owner.Page.Url).AbsolutePath;
    }

    /// <summary>Somebody of the owners writes a file of a change otherwise, with a tool of their own.</summary>
    public async Task Write(string change, string path, Func<string, string> otherwise)
    {
        Actor writer = await office.Hire("Made Contoh", Ownership.Owner);
        var id = new ChangeId(Guid.Parse(change.Split('/')[^1]));
        var draft = (await Get<ChangeDesk>().Load(id))!;
        var written = new Dictionary<string, byte[]?>
        {
            [path] = System.Text.Encoding.UTF8.GetBytes(otherwise(draft.Text(path)!)),
        };
        Assert.IsType<ChangeResult.Done>(await Get<ChangeDesk>().Save(id, draft.Change.Steps, written, writer));
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
