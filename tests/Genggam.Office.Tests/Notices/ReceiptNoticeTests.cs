using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Office.Catalogue;
using Genggam.Office.Effects;
using Genggam.Office.Notices;
using Genggam.Office.People;
using Genggam.Standards;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Office.Tests.Notices;

public sealed class ReceiptNoticeTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("genggam-receipt").FullName;
    private ServiceProvider services = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        services = await Town.Open(Town.OptionsIn(folder));
        await DemoPeople.Seed(services, new Genggam.Office.Agencies.Agencies([]), _ => [], Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("nib-mikro-risiko-rendah", "01-warung-makan")]
    [InlineData("nib-mikro-risiko-rendah", "04-roti-menengah-rendah")]
    [InlineData("akta-kelahiran", "01-lengkap")]
    [InlineData("laik-higiene-sanitasi", "01-lulus-sekali")]
    public async Task Whoever_hands_in_is_sent_the_number_and_the_secret_code_that_the_receipt_shows(
        string service,
        string example
    )
    {
        var applicant = DemoPeople.Citizens[0];
        var done = await HandIn(service, example, applicant.Nik);
        var runner = services.GetRequiredService<EffectRunner>();
        while (await runner.RunDue(Cancel) > 0) { }

        var sent = services.GetRequiredService<SimulatorOutbox>().Messages.Select(m => m.Message).ToList();
        Assert.All(sent, message => Assert.Equal(applicant.Phone, message.To.Address));
        Assert.Contains(
            sent,
            message =>
                message.Body.Contains(done.Number, StringComparison.Ordinal)
                && message.Body.Contains(done.FollowCode, StringComparison.Ordinal)
        );
        var row = await services.GetRequiredService<JournalStore>().Cases.Find(done.Case);
        Assert.Equal(FollowCodes.Hash(done.Number, done.FollowCode), row!.Summary.FollowCodeHash);
    }

    private async Task<SubmitResult.Submitted> HandIn(string service, string example, string nik)
    {
        var release = services.GetRequiredService<ServiceCatalogue>().Find(service)!;
        var problems = new List<Problem>();
        var told = ServiceFolder
            .Examples(release, problems)
            .Zip(release.Parts.Keys.Where(p => p.StartsWith("examples/", StringComparison.Ordinal)))
            .Single(e => e.Second == $"examples/{example}.yaml")
            .First;
        var subject = await services.GetRequiredService<JournalStore>().Subjects.OfNik(nik);
        var form = release.Form(release.Service.Apply.Form)!;
        var answers = PostedAnswers.Read(form.Fields, told.Steps.OfType<ExampleStep.Submit>().First().Data);
        foreach (var field in form.Fields.Where(f => f.Kind == FieldKind.File && !answers.At(f.Key).IsNull))
            answers = answers.WithAt(field.Key, new FeelList([FeelContext.Of(("id", field.Key))]));
        var result = await services
            .GetRequiredService<Submission>()
            .Submit(
                release,
                told.Agency,
                answers.WithAt("pemohon.nik", new FeelString(nik)),
                subject,
                Actor.Citizen(subject.Value.ToString("N")),
                "web",
                Guid.NewGuid().ToString(),
                Cancel
            );
        return Assert.IsType<SubmitResult.Submitted>(result);
    }
}
