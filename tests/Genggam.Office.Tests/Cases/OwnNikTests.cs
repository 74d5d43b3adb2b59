using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Office.Cases;
using Genggam.Standards.Feel;

namespace Genggam.Office.Tests.Cases;

/// <summary>Whoever writes another's NIK where a form asks for their own gets nothing, at whatever door.</summary>
public sealed class OwnNikTests(Town town) : IClassFixture<Town>
{
    private const string Another = "3404015505850091";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nib-mikro-risiko-rendah")]
    [InlineData("akta-kelahiran")]
    [InlineData("laik-higiene-sanitasi")]
    public async Task Nobody_applies_in_the_name_of_somebody_else(string service)
    {
        var told = (await town.CasesOf(service)).First(c => c.Case.Status != CaseStatus.New);
        var applicant = new SubjectId(told.Case.Subjects[EntryCodec.Applicant]);
        await town.Get<JournalStore>().Subjects.OfNik(Another);

        var result = await HandIn(told, applicant, "pemohon.nik", Another);

        var refusal = Assert.IsType<SubmitResult.Refused>(result).Refusal;
        Assert.Equal(Refusals.FieldsAtFault, refusal.Number);
        Assert.Equal([("pemohon.nik", OwnNik.NotTheApplicant)], refusal.Fields.Select(f => (f.Key, f.Rule)));
        Assert.IsNotType<SubmitResult.Refused>(await HandIn(told, applicant, "pemohon.email", "siti@contoh.example"));
    }

    [Fact]
    public async Task A_correction_does_not_change_who_applies()
    {
        var told = (await town.CasesOf("akta-kelahiran")).First(c =>
            c.Case.Status != CaseStatus.New && Town.HandedIn(c).At("ibu.nik") is FeelString
        );
        var applicant = new SubjectId(told.Case.Subjects[EntryCodec.Applicant]);
        var id = ((SubmitResult.Submitted)await HandIn(told, applicant, "anak.nama", "Nama Lain Contoh")).Case;
        var verifier = Actor.Officer("petugas", told.Case.Agency!, "verifikator");
        var task = (await Load(id)).Tasks.Values.Single().Id;
        await Run(id, new Command.Claim(task), verifier);
        Defect[] defects = [new("anak.nama", "Ejaan.")];
        await Run(id, new Command.Complete(task, "return", Personal.Nothing, Personal.Nothing, [.. defects]), verifier);
        var back = (await Load(id)).WithApplicant!.Id;

        var refused = await Run(id, Answer(back, "pemohon.nik", Another), Citizen(applicant));

        var problem = Assert.Single(Assert.IsType<RunResult.Refused>(refused).Refusal.Fields);
        Assert.Equal(("pemohon.nik", OwnNik.NotTheApplicant), (problem.Key, problem.Rule));
        Assert.IsType<RunResult.Accepted>(await Run(id, Answer(back, "anak.nama", "Bima Contoh"), Citizen(applicant)));
    }

    private static Actor Citizen(SubjectId subject) => Actor.Citizen(subject.Value.ToString("N"));

    private static Command Answer(string task, string field, string value) =>
        new Command.Complete(
            task,
            "submit",
            new Personal(FeelContext.Empty.WithAt(field, new FeelString(value))),
            Personal.Nothing,
            []
        );

    private Task<SubmitResult> HandIn(LoadedCase told, SubjectId applicant, string field, string value) =>
        town.Get<Submission>()
            .Submit(
                told.Release,
                told.Case.Agency!,
                Town.HandedIn(told).WithAt(field, new FeelString(value)),
                applicant,
                Citizen(applicant),
                "web",
                Guid.NewGuid().ToString(),
                Stop
            );

    private Task<RunResult> Run(CaseId id, Command command, Actor by) =>
        town.Get<CaseRunner>().Run(id, command, by, "uji", null, Stop);

    private async Task<Case> Load(CaseId id) => (await town.Get<CaseReader>().Load(id, Stop))!.Case;
}
