using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.People;
using Genggam.Standards.Feel;
using Genggam.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Desk;

/// <summary>
/// An office at work: officers of its own, for a code of the second factor counts once, and birth registrations put
/// straight into the running program.
/// </summary>
/// <param name="program">Another program than the one that all tests share.</param>
internal sealed class Office(Host host, string agency, Installation? program = null)
{
    public const string Service = "akta-kelahiran";
    public const string Mother = "3578014101900001";
    private static int officers;
    private readonly Dictionary<string, string> userNames = [];

    public string Agency => agency;

    public Release Release => Get<ServiceCatalogue>().Find(Service)!;

    public CaseRunner Runner => Get<CaseRunner>();

    public JournalStore Journal => Get<JournalStore>();

    /// <summary>A new officer; the name is what colleagues read.</summary>
    public Task<Actor> Hire(string name, params string[] roles) => Hire(name, false, roles);

    /// <summary>A new officer; the user name.</summary>
    public async Task<string> HireAs(string name, params string[] roles) => UserName(await Hire(name, false, roles));

    public Task<Actor> HireAdministrator(string name) => Hire(name, true, []);

    private async Task<Actor> Hire(string name, bool administrator, string[] roles)
    {
        await using var scope = (program?.Services ?? host.Services).CreateAsyncScope();
        var user = $"uji{Interlocked.Increment(ref officers)}.{agency}";
        var added = await scope
            .ServiceProvider.GetRequiredService<Officers>()
            .Add(
                new NewOfficer(user, name, agency, [.. roles], administrator),
                DemoPeople.Password,
                DemoPeople.Secret.ToArray()
            );
        var account = Assert.IsType<AddOfficerResult.Added>(added).Account;
        userNames[account.Id.ToString()] = user;
        return Actor.Officer(account.Id.ToString(), agency, [.. roles]);
    }

    public string UserName(Actor officer) => userNames[officer.Id];

    public async Task<Visitor> SignedIn(Actor officer, Screen screen = Screen.Wide, bool script = true)
    {
        var visitor = await host.Visitor(screen, script, program?.ClientOptions.BaseAddress);
        await Door.Officer(visitor, UserName(officer));
        return visitor;
    }

    /// <summary>A birth that waits for verification.</summary>
    /// <param name="nik">Of the person who applies.</param>
    public async Task<CaseId> Apply(
        string child = "Bima Arya Prasetyo",
        string applicant = "Dewi Lestari Contoh",
        string nik = Mother
    )
    {
        var subject = await Journal.Subjects.OfNik(nik);
        var data = Birth
            .Data.WithAt("anak.nama", new FeelString(child))
            .WithAt("pemohon.nama", new FeelString(applicant))
            .WithAt("pemohon.nik", new FeelString(nik))
            .WithAt("anak.tanggal_lahir", FeelDate.Of(DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-10))));
        foreach (var (key, name, content) in Birth.Files)
            data = data.WithAt(key, new FeelList([await Attach(subject, name, content)]));
        var handedIn = await Get<Submission>()
            .Submit(
                Release,
                agency,
                data,
                subject,
                Actor.Citizen(subject.Value.ToString("N")),
                "web",
                Guid.NewGuid().ToString(),
                Cancel
            );
        Assert.True(handedIn is SubmitResult.Submitted, Faults(handedIn));
        return ((SubmitResult.Submitted)handedIn).Case;
    }

    public async Task<Case> Case(CaseId id) => (await Get<CaseReader>().Load(id, Cancel))!.Case;

    public async Task Do(CaseId id, Command command, Actor by) =>
        Assert.IsType<RunResult.Accepted>(await Runner.Run(id, command, by, "uji", null, Cancel));

    public async Task Claim(CaseId id, Actor by) =>
        await Do(id, new Command.Claim((await Case(id)).Tasks.Values.Single().Id), by);

    public async Task Verify(CaseId id, Actor by)
    {
        await Claim(id, by);
        var seen = FeelContext.Of(("dokumen_cocok", true), ("siak_dicek", true));
        var task = (await Case(id)).Tasks.Values.Single().Id;
        await Do(id, new Command.Complete(task, "approve", new Personal(seen), Personal.Nothing, []), by);
    }

    public async Task Return(CaseId id, Actor by)
    {
        await Claim(id, by);
        var task = (await Case(id)).Tasks.Values.Single().Id;
        Defect[] defects = [new("anak.nama", "Ejaan berbeda dengan surat lahir.")];
        // As a page sends boxes that nobody ticked.
        var unticked = new Personal(FeelContext.Of(("dokumen_cocok", false), ("siak_dicek", false)));
        await Do(id, new Command.Complete(task, "return", unticked, Personal.Nothing, [.. defects]), by);
    }

    /// <summary>Returned once, and corrected by the applicant.</summary>
    public async Task ReturnOnce(CaseId id, Actor by)
    {
        await Return(id, by);
        var back = await Case(id);
        await Do(
            id,
            new Command.Complete(back.WithApplicant!.Id, "submit", Personal.Nothing, Personal.Nothing, []),
            Actor.Citizen(back.Applicant!)
        );
    }

    public string Outcome(string task, string outcome) => Release.TextsIn("id")[$"tasks.{task}.outcomes.{outcome}"];

    public string Label(string form, string field) => Release.TextsIn("id")[$"forms.{form}.fields.{field}.label"];

    private static string Faults(SubmitResult result) =>
        result is SubmitResult.Refused { Refusal: var no }
            ? $"{no.Number} {string.Join(", ", no.Fields.Select(f => $"{f.Key} {f.Rule}"))}"
            : "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<FeelContext> Attach(SubjectId owner, string name, byte[] content)
    {
        using var stream = new MemoryStream(content);
        return ((AttachResult.Attached)await Get<Attachments>().Add(owner, name, stream, Cancel)).File;
    }

    private T Get<T>()
        where T : notnull => (program?.Services ?? host.Services).GetRequiredService<T>();

    /// <summary>A birth in a hospital to a married couple, with pictures and one PDF.</summary>
    private static class Birth
    {
        public static FeelContext Data { get; } =
            (FeelContext)
                FeelJson.Parse(
                    """
                    {"anak":{"asal":"keluarga","lahir_hidup":"ya","tempat_lahir_negara":"indonesia","sudah_tercatat":"tidak",
                    "jenis_kelamin":"L","tempat_lahir":"Kota Makassar","tempat_dilahirkan":"rumah_sakit","penolong":"dokter"},
                    "pemohon":{"telepon":"+6281234567802","hubungan":"ibu"},
                    "keluarga":{"nomor_kk":"3578010101150001","alamat":"Jalan Mawar Contoh 7, RT 2/RW 4"},
                    "ibu":{"nik":"3578014101900001","nama":"Dewi Lestari Contoh"},
                    "ayah":{"nik":"3578011505880004","nama":"Agus Prasetyo"},
                    "perkawinan":{"bukti":"buku_nikah","nomor":"0123/045/VI/2015"},
                    "dokumen":{"bukti_lahir":"surat"},"pernyataan":{"benar":true}}
                    """
                );

        public static ImmutableArray<(string Key, string Name, byte[] Content)> Files { get; } =
        [
            ("dokumen.kk", "kk.png", Pictures.Png),
            ("dokumen.ktp_ibu", "ktp-ibu.png", Pictures.Png),
            ("dokumen.ktp_ayah", "ktp-ayah.png", Pictures.Png),
            ("dokumen.buku_nikah", "buku-nikah.png", Pictures.Png),
            ("dokumen.surat_lahir", "surat-lahir.pdf", Pictures.Pdf),
        ];
    }
}
