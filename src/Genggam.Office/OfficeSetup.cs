using Genggam.Journal;
using Genggam.Office.Agencies;
using Genggam.Office.Applications;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes;
using Genggam.Office.Changes.DryRuns;
using Genggam.Office.Changes.Regional;
using Genggam.Office.Changes.Sandbox;
using Genggam.Office.Documents;
using Genggam.Office.Documents.Signing;
using Genggam.Office.Effects;
using Genggam.Office.PastCases;
using Genggam.Office.People;
using Genggam.Office.Safekeeping;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Genggam.Office;

/// <summary>Opens what the office works with and puts its capabilities together.</summary>
public static class OfficeSetup
{
    /// <summary>The worker of letters that are issued.</summary>
    internal const string Signing = "signing";

    /// <exception cref="JournalException">The journal cannot be opened safely.</exception>
    /// <exception cref="InvalidDataException">The agencies cannot be read.</exception>
    public static async Task<IServiceCollection> AddOffice(this IServiceCollection services, OfficeOptions options)
    {
        EncryptedWays.Check(options);
        var regions = Task.Run(() => Regions.Load(Regions.ShippedFolder));
        var journal = await JournalStore.Open(
            new JournalOptions { Folder = options.Data, Postgres = options.Postgres }
        );
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(journal);
        services.AddSingleton(new PublicAddress(new Uri(options.PublicUrl)));
        services.AddSingleton(await regions);
        services.AddSingleton(provider => ReadAgencies(options, provider.GetRequiredService<Regions>()));
        services.AddSingleton(new ReleaseStore(journal.Releases, Path.Combine(options.Data, "releases")));
        services.AddSingleton(new PublicationLog(journal.Publications));
        services.AddSingleton(provider =>
            ServiceCatalogue.Open(
                options.Services,
                provider.GetRequiredService<ReleaseStore>(),
                provider.GetRequiredService<PublicationLog>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<ServiceCatalogue>>()
            )
        );
        services.AddSingleton<ServiceFinder>();
        services.TryAddSingleton<SecurityLog>();
        services.AddSingleton<CaseReader>();
        services.AddSingleton<Looks>();
        services.AddSingleton<Pseudonyms>();
        services.AddSingleton<OwnNik>();
        services.AddSingleton<CaseRunner>();
        services.AddSingleton<ApplicationDesk>();
        services.AddSingleton<EarlierAnswers>();
        services.AddSingleton<Attachments>();
        services.AddSingleton<CaseNumbers>();
        services.AddSingleton<SentAnswers>();
        services.AddSingleton<Submission>();
        services.AddSingleton(provider =>
            DemoCertificates.Open(
                Path.Combine(options.Data, "keys", "certificates"),
                provider.GetRequiredService<TimeProvider>().GetUtcNow()
            )
        );
        // What owners are still writing is laid out apart from what is signed.
        services.AddSingleton(_ => new LetterWorker());
        services.AddKeyedSingleton(Signing, (_, _) => new LetterWorker());
        services.AddSingleton(provider => new Letters(
            provider.GetRequiredKeyedService<LetterWorker>(Signing),
            provider.GetRequiredService<DemoCertificates>().QrKey
        ));
        services.AddSingleton<IssueLetter>();
        services.AddSingleton<SendNotice>();
        services.AddSingleton<EffectRunner>();
        services.AddSingleton<StoryBook>();
        services.AddSingleton<DryRuns>();
        services.AddSingleton<DryRunExport>();
        services.AddSingleton<OwnReplay>();
        services.AddSingleton<Ownership>();
        services.AddSingleton<IntakeDesk>();
        services.AddSingleton<RegionOverlays>();
        services.AddSingleton<ChangeDesk>();
        services.AddSingleton<WalkDesk>();
        services.AddSingleton<WalkExamples>();
        services.AddSingleton<WalkLetters>();
        services.AddSingleton<Rebase>();
        services.AddSingleton<Regulations>();
        services.AddSingleton<Publisher>();
        services.AddSingleton(_ => Participation.Open(options.Services));
        services.AddSingleton<PublicationDesk>();
        services.AddSingleton<FolderDesk>();
        services.AddSingleton<LetterPreviews>();
        services.AddSingleton(_ => Remedies.Open(options.Services));
        services.AddSingleton<Aftermath>();
        services.AddHostedService<PublicationWatch>();
        services.AddSingleton<Migrations>();
        services.AddSingleton<MigrationRun>();
        services.AddSingleton<Inspection>();
        services.AddSingleton<RestoreDrill>();
        services.AddSingleton<Moving>();
        if (options.RunEffects)
        {
            services.AddHostedService(provider => provider.GetRequiredService<EffectRunner>());
            services.AddHostedService<MigrationWorker>();
        }
        return services;
    }

    private static Agencies.Agencies ReadAgencies(OfficeOptions options, Regions regions)
    {
        var path = Path.Combine(options.Services, "agencies.yaml");
        var reading = AgencyFile.Read(File.ReadAllText(path), path, regions);
        return reading.Value ?? throw new InvalidDataException(string.Join('\n', reading.Problems));
    }
}
