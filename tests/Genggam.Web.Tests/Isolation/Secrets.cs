using System.Linq.Expressions;
using System.Text;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes;
using Genggam.Office.People;
using Genggam.Standards.Feel;
using Genggam.Web.Tests.Harness;
using Genggam.Web.Tests.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Isolation;

/// <summary>
/// What belongs to one citizen, one office and one owner of a service, with words that occur nowhere else; and the values that
/// make an address of theirs out of every address that the program has.
/// </summary>
internal sealed class Secrets
{
    public const string Office = "dukcapil-sleman";
    public const string Owner = "ditjen-dukcapil";
    private const string Service = Desk.Office.Service;
    private readonly Installation program;

    private Secrets(Installation program) => this.program = program;

    public required Citizen Citizen { get; init; }

    /// <summary>Of the case and its people: for the citizen and the office.</summary>
    public required string[] OfCase { get; init; }

    /// <summary>Of a change: for the owners of the service.</summary>
    public required string[] OfChange { get; init; }

    /// <summary>Of an officer: for the colleagues.</summary>
    public required string[] OfStaff { get; init; }

    public required CaseId Case { get; init; }

    public required ChangeId Change { get; init; }

    public required DraftId Draft { get; init; }

    /// <summary>By the beginning of an address and the name of a part of it; the longest beginning counts.</summary>
    public required IReadOnlyList<(string Beginning, string Part, string Value)> Values { get; init; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IServiceProvider Services => program.Services;

    public static async Task<Secrets> Keep(Host host, Installation program)
    {
        var office = new Desk.Office(host, Office, program);
        var services = program.Services;
        var citizen = await People.Citizen(services, "Kanari Pemohon Rahasia");
        var officer = await office.Hire("Kanari Petugas Rahasia", "verifikator");
        var id = await office.Apply("Kanari Anak Rahasia", citizen.Name, citizen.Nik);
        await office.Claim(id, officer);
        var @case = await office.Case(id);
        var file = Attachments.In(@case.Data).First();

        var owner = Actor.Officer("kanari", Owner, [Ownership.Owner]);
        var release = services.GetRequiredService<ServiceCatalogue>().Find(Service)!;
        var begun = await services
            .GetRequiredService<ChangeDesk>()
            .Open(release.Id, "Kanari Perubahan Rahasia", null, owner);
        var change = ((ChangeResult.Done)begun).Change;

        var desk = services.GetRequiredService<ApplicationDesk>();
        var subject = await services.GetRequiredService<JournalStore>().Subjects.OfNik(citizen.Nik);
        var known = FeelContext.Of().WithAt("anak.nama", new FeelString("Kanari Konsep Rahasia"));
        var draft = await desk.Begin(release, subject, Office, known);
        return new Secrets(program)
        {
            Citizen = citizen,
            Case = id,
            Change = change.Id,
            Draft = draft.Id,
            OfCase =
            [
                @case.Number!,
                citizen.Name,
                citizen.Nik,
                citizen.Phone,
                "Kanari Anak Rahasia",
                "Kanari Konsep Rahasia",
                "surat-lahir.pdf",
            ],
            OfChange = ["Kanari Perubahan Rahasia"],
            OfStaff = ["Kanari Petugas Rahasia", office.UserName(officer)],
            Values =
            [
                ("/", "Service", Service),
                ("/openapi", "documentName", "v1"),
                ("/berkas", "Id", id.Value.ToString("N")),
                ("/berkas", "code", "7K3M-9QXA-20FD-H8WZ"),
                ("/berkas", "file", file.Value.ToString("N")),
                ("/meja", "Id", id.Value.ToString("N")),
                ("/meja", "File", file.Value.ToString("N")),
                ("/meja", "Letter", release.Service.Letters.Keys.First()),
                ("/permohonan", "Draft", draft.Id.Value.ToString("N")),
                ("/permohonan", "PageId", release.Form(release.Service.Apply.Form)!.Pages[0].Id),
                ("/kelola", "Id", officer.Id),
                ("/layanan", "Id", Service),
                ("/galat", "Code", "404"),
                ("/galat", "Number", "WEB-404"),
                ("/rancang", "Id", change.Id.Value.ToString("N")),
                ("/rancang", "Path", "process.bpmn"),
                ("/rancang", "Letter", release.Service.Letters.Keys.First()),
                ("/rancang", "PageId", "anak"),
                ("/rancang", "Number", "1"),
                ("/rancang", "Element", "verifikasi"),
                ("/rancang", "Name", "01"),
                ("/rancang", "Run", Guid.CreateVersion7().ToString("N")),
                ("/rancang", "Format", "json"),
                ("/rancang/peraturan", "Key", "uu-24-2013"),
                ("/api", "id", Service),
                ("/api", "change", change.Id.Value.ToString("N")),
                ("/api/v1/cases", "id", id.Value.ToString("N")),
                ("/api", "task", @case.Tasks.Values.First().Id),
                ("/api", "code", "7K3M-9QXA-20FD-H8WZ"),
            ],
        };
    }

    /// <summary>What the case and the draft are now.</summary>
    public async Task<string> StateOfCase()
    {
        var journal = Services.GetRequiredService<JournalStore>();
        var subject = await journal.Subjects.OfNik(Citizen.Nik);
        var draft = await journal.Drafts.Load(subject, Draft);
        return $"{(await journal.Read(Case)).Length} entries, draft {draft?.Version}, {await Accounts(a => a.SubjectId == subject.Value)}";
    }

    public async Task<string> StateOfChange()
    {
        var change = (await Services.GetRequiredService<ChangeDesk>().Load(Change))!.Change;
        return $"{change.Steps} steps, {change.State}";
    }

    public Task<string> StateOfStaff() => Accounts(a => a.AgencyId == Office);

    private async Task<string> Accounts(Expression<Func<Genggam.Office.People.Account, bool>> whose)
    {
        await using var db = await Services
            .GetRequiredService<IDbContextFactory<AccountsDb>>()
            .CreateDbContextAsync(Cancel);
        var accounts = await db
            .Users.Where(whose)
            .OrderBy(a => a.Id)
            .Select(a => $"{a.UserName} {a.PasswordHash} {a.LockoutEnd} {a.SecurityStamp}")
            .ToListAsync(Cancel);
        return Digest.Of(Encoding.UTF8.GetBytes(string.Join('\n', accounts))).ToString();
    }
}
