using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Office.Cases;
using Genggam.Office.People;
using Genggam.Standards.Feel;

namespace Genggam.Office.Tests.People;

/// <summary>An applicant mistyped the NIK of somebody and corrects it.</summary>
public sealed class CorrectedNikTests(Town town) : IClassFixture<Town>
{
    private const string Service = "akta-kelahiran";
    private const string Wrong = "3404015505850071";
    private const string Right = "3404015505850072";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private JournalStore Journal => town.Get<JournalStore>();

    [Fact]
    public async Task The_case_does_not_hang_on_the_key_of_whoever_has_the_wrong_NIK()
    {
        var id = await ReturnedWith(Wrong);
        var name = (await Load(id)).Data.At("ibu.nama");
        Assert.IsType<FeelString>(name);
        var stranger = (await Journal.Subjects.FindByNik(Wrong))!.Value;

        await Correct(id, "salah-ketik");

        var corrected = await Load(id);
        Assert.Equal((await Journal.Subjects.FindByNik(Right))!.Value.Value, corrected.Subjects["ibu"]);
        var plan = (await town.Get<Erasure>().Plan(Wrong, ErasureGround.Unlawful, Stop))!;
        Assert.Equal([stranger], plan.Subjects);
        Assert.Empty(plan.Held);
        await town.Get<Erasure>().Do(plan, Stop);
        var left = await Load(id);
        Assert.Equal((name, new FeelString(Right)), (left.Data.At("ibu.nama"), left.Data.At("ibu.nik")));
        Assert.True((await Journal.Verify()).Holds);
    }

    [Fact]
    public async Task A_correction_that_is_sent_twice_is_one()
    {
        var id = await ReturnedWith("3404015505850073");
        Assert.IsType<RunResult.Accepted>(await Correct(id, "dua-kali"));
        var sequence = (await Load(id)).Sequence;
        Assert.IsType<RunResult.Repeated>(await Correct(id, "dua-kali"));
        Assert.Equal(sequence, (await Load(id)).Sequence);
    }

    [Fact]
    public async Task A_correction_of_something_else_leaves_everybody_who_they_are()
    {
        var id = await ReturnedWith("3404015505850074");
        var before = (await Load(id)).Subjects;
        await Correct(id, "nama", "ibu.nama", "Nama Lain Contoh");
        Assert.Equal(before, (await Load(id)).Subjects);
    }

    private string? task;

    private async Task<RunResult> Correct(CaseId id, string key, string field = "ibu.nik", string value = Right)
    {
        var state = await Load(id);
        task ??= state.WithApplicant!.Id;
        var data = new Personal(FeelContext.Empty.WithAt(field, new FeelString(value)));
        var command = new Command.Complete(task, "submit", data, Personal.Nothing, []);
        return await town.Get<CaseRunner>().Run(id, command, Actor.Citizen(state.Applicant!), "web", key, Stop);
    }

    /// <summary>A birth like one of the town, with this NIK of the mother, returned by the office.</summary>
    private async Task<CaseId> ReturnedWith(string nik)
    {
        foreach (var told in await town.CasesOf(Service))
        {
            if (told.Case.Status == CaseStatus.New || Town.HandedIn(told).At("ibu.nik") is not FeelString)
                continue;
            var applicant = new SubjectId(told.Case.Subjects[EntryCodec.Applicant]);
            var handedIn = await town.Get<Submission>()
                .Submit(
                    told.Release,
                    told.Case.Agency!,
                    Town.HandedIn(told).WithAt("ibu.nik", new FeelString(nik)),
                    applicant,
                    Actor.Citizen(applicant.Value.ToString("N")),
                    "web",
                    Guid.NewGuid().ToString(),
                    Stop
                );
            if (handedIn is not SubmitResult.Submitted { Case: var id, State.Tasks.Count: > 0 })
                continue;
            await Return(id, told.Case.Agency!);
            return id;
        }
        throw new InvalidOperationException("The town has no birth with a mother.");
    }

    private async Task Return(CaseId id, string agency)
    {
        var verifier = Actor.Officer("petugas", agency, "verifikator");
        var first = (await Load(id)).Tasks.Values.Single().Id;
        await Accepted(id, new Command.Claim(first), verifier);
        Defect[] defects = [new("ibu.nik", "NIK bukan milik ibu.")];
        var give = new Command.Complete(first, "return", Personal.Nothing, Personal.Nothing, [.. defects]);
        await Accepted(id, give, verifier);
    }

    private async Task Accepted(CaseId id, Command command, Actor by) =>
        Assert.IsType<RunResult.Accepted>(await town.Get<CaseRunner>().Run(id, command, by, "uji", null, Stop));

    private async Task<Case> Load(CaseId id) => (await town.Get<CaseReader>().Load(id, Stop))!.Case;
}
