using System.Text;
using Genggam.Journal;
using Genggam.Office.Catalogue;
using Genggam.Office.People;
using Genggam.Office.Safekeeping;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Office.Tests.Safekeeping;

public sealed class SafekeepingTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<VerifyReport> Restore(OfficeOptions place, string data, string keys) =>
        Archive.Restore(
            place,
            () => new AccountsDb(PeopleSetup.Accounts(new PeopleOptions(place.Data))),
            data,
            keys,
            null,
            Stop
        );

    [Fact]
    public async Task A_release_that_an_earlier_program_kept_as_a_file_is_moved_into_the_journal()
    {
        var release = town.Get<ServiceCatalogue>().Services.First();
        var packed = await town.Get<JournalStore>().Releases.Find(release.Hash);
        var place = Town.OptionsIn(town.Folder("earlier")) with { Services = town.Folder("no-services") };
        var file = Path.Combine(place.Data, "releases", $"{release.Hash}.zip");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file, packed!, Stop);

        await using var opened = await Town.Open(place);

        Assert.Equal(release.Id, opened.GetRequiredService<ServiceCatalogue>().Release(release.Hash).Id);
        Assert.Equal(packed, await opened.GetRequiredService<JournalStore>().Releases.Find(release.Hash));
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task What_is_restored_elsewhere_holds_with_its_documents_and_people_sign_in()
    {
        await DemoPeople.Seed(
            town.Get<IServiceProvider>(),
            town.Get<Office.Agencies.Agencies>(),
            town.Get<ServiceCatalogue>().RolesOf,
            Stop
        );
        var (data, keys) = await town.Backup();
        var place = Town.OptionsIn(town.Folder("elsewhere"));

        Assert.True((await Restore(place, data, keys)).Holds);

        await using var restored = await Town.Open(place);
        var report = await restored.GetRequiredService<Inspection>().Run(null, Stop);
        Assert.True(report.Holds);
        Assert.True(report.Documents > 0);
        await using var scope = restored.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignIn>();
        Assert.IsType<SignInResult.Welcome>(
            await signIn.Citizen(DemoPeople.Citizens[0].Nik, DemoPeople.Password, Stop)
        );
    }

    [Fact]
    public async Task A_place_that_is_not_empty_is_left_alone()
    {
        var (data, keys) = await town.Backup();
        await Assert.ThrowsAsync<JournalBackupWrong>(() => Restore(town.Options, data, keys));
        Assert.True((await town.Get<Inspection>().Run(null, Stop)).Holds);
    }

    [Fact]
    public async Task A_document_whose_file_was_changed_is_found()
    {
        var (data, keys) = await town.Backup();
        var place = Town.OptionsIn(town.Folder("tampered"));
        await Restore(place, data, keys);
        await using var restored = await Town.Open(place);
        var journal = restored.GetRequiredService<JournalStore>();
        var document = (await journal.Documents.Page("", 1)).Single();
        await journal.Documents.Register(
            document with
            {
                Code = "0000-0000-0000-0000",
                EffectId = "another",
                ContentHash = Digest.Of(Encoding.UTF8.GetBytes("another file")),
            }
        );

        var report = await restored.GetRequiredService<Inspection>().Run(null, Stop);

        Assert.False(report.Holds);
        Assert.Equal("document 0000-0000-0000-0000", Assert.Single(report.Findings).What);
    }
}
