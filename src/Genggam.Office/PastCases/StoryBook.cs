using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.Documents;
using Genggam.Office.Documents.Signing;
using Genggam.Office.Effects;

namespace Genggam.Office.PastCases;

/// <summary>Who an officer of a story is: the id of an account, or a pseudonym where there is none.</summary>
/// <param name="name">The name in the example.</param>
public delegate string OfficerOf(string agency, string role, string name);

/// <param name="Service">Null takes all services in turn.</param>
/// <param name="Seed">The same seed and present give the same cases.</param>
/// <param name="Days">How long before the present the earliest application was handed in, at most.</param>
/// <param name="Known">People to whom the first cases are given, whose accounts so have something to show.</param>
public sealed record PastCasesOrder(string? Service, int Cases, int Seed, int Days, IReadOnlyList<StoryPerson> Known);

/// <summary>
/// Fills a journal with believable past cases: the examples of the services, told again with other people, agencies and days
/// by the live engine.
/// </summary>
public sealed class StoryBook(
    JournalStore journal,
    ServiceCatalogue catalogue,
    Agencies.Agencies agencies,
    CaseReader reader,
    Letters letters,
    LetterWorker worker,
    Attachments attachments,
    DemoCertificates certificates,
    PublicAddress address,
    OfficeOptions options,
    TimeProvider time
)
{
    /// <summary>Most people who apply get what they apply for; examples are chosen for what is rare.</summary>
    private const double GrantedShare = 0.6;

    /// <returns>How many cases there are now that were not there before.</returns>
    public async Task<int> Load(
        PastCasesOrder order,
        OfficerOf officers,
        IProgress<int>? progress,
        CancellationToken cancel
    )
    {
        var clock = new StoryClock();
        var pseudonyms = new Pseudonyms(journal, clock);
        var runner = new CaseRunner(journal, reader, catalogue, pseudonyms, new OwnNik(journal), clock);
        var teller = new StoryTeller(
            clock,
            journal,
            catalogue,
            reader,
            runner,
            new Submission(journal, runner, reader, new CaseNumbers(journal, clock), pseudonyms, agencies),
            new IssueLetter(journal, reader, agencies, letters, certificates, address, options, clock),
            new StoryPapers(worker, attachments),
            officers
        );
        var present = time.GetUtcNow();
        var told = 0;
        foreach (var story in Stories(order, present).OrderBy(s => s.Start))
        {
            cancel.ThrowIfCancellationRequested();
            if (!await teller.Tell(story, present, cancel))
                continue;
            told++;
            progress?.Report(told);
        }
        return told;
    }

    private IEnumerable<Story> Stories(PastCasesOrder order, DateTimeOffset present)
    {
        var chance = new Random(order.Seed);
        var services = catalogue
            .Services.Where(s => order.Service is null || s.Id == order.Service)
            .Select(s =>
                (
                    Release: s,
                    Examples: ServiceFolder.Examples(s, []).Where(IsStory).ToList(),
                    Offices: agencies.All.Where(a => a.Services.Contains(s.Id)).ToList()
                )
            )
            // A service that is just being written is offered nowhere yet.
            .Where(s => s is { Examples.Count: > 0, Offices.Count: > 0 })
            .ToList();
        for (var i = 0; i < order.Cases && services.Count > 0; i++)
        {
            var (release, examples, offices) = services[i % services.Count];
            var granted = examples.Where(e => e.Then.Outcome == "granted").ToList();
            var chosen = granted.Count > 0 && chance.NextDouble() < GrantedShare ? granted : examples;
            var example = chosen[chance.Next(chosen.Count)];
            var office =
                (i < order.Known.Count ? offices.Find(o => o.Id == example.Agency) : null)
                ?? offices[chance.Next(offices.Count)];
            // The square makes recent days the busiest, as in an office that is just being taken up.
            var share = chance.NextDouble();
            var start = present.AddDays(-share * share * order.Days).AddMinutes(-chance.Next(20, 240));
            yield return new Story(
                release,
                example,
                office.Id,
                office.Zone,
                ZoneVersion.Indonesia.Local(start, office.Zone),
                i < order.Known.Count ? order.Known[i] : StoryPeople.Like(NikOf(release, example), chance),
                chance.Next(10) switch
                {
                    < 7 => "web",
                    < 9 => "counter",
                    _ => "api",
                },
                chance.Next()
            );
        }
    }

    /// <summary>Stories in which nobody is refused for a slip; an application that a rule refuses is one.</summary>
    private static bool IsStory(Example example) =>
        example.Steps.All(s => s.Refused is null || (s is ExampleStep.Submit && s.Refused == Refusals.NotEligible));

    private static string NikOf(Release release, Example example) =>
        example.Steps.OfType<ExampleStep.Submit>().First() is var submit
        && release.Form(release.Service.Apply.Form) is { } form
        && form.Fields.FirstOrDefault(f => f.Source == "person.nik") is { } field
            ? submit.Data.At(field.Key).ToString() ?? ""
            : "";
}
