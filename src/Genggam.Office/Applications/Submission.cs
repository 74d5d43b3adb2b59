using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Standards.Feel;

namespace Genggam.Office.Applications;

/// <summary>What became of handing in. A closed set.</summary>
public abstract record SubmitResult
{
    private SubmitResult() { }

    /// <param name="FollowCode">With it the case can be followed without an account.</param>
    /// <param name="State">The case as handing in made it, with the determination where rules decide at once.</param>
    public sealed record Submitted(CaseId Case, string Number, string FollowCode, Case State) : SubmitResult;

    public sealed record Refused(Refusal Refusal) : SubmitResult;
}

/// <summary>Hands in an application: a number, pseudonyms for the people in it, one command.</summary>
public sealed class Submission(
    JournalStore journal,
    CaseRunner runner,
    CaseReader reader,
    CaseNumbers numbers,
    Pseudonyms pseudonyms,
    Agencies.Agencies agencies,
    IntakeDesk intake,
    ServiceCatalogue catalogue
)
{
    /// <param name="key">The same key and facts hand in once and give the same answer, however often they are sent.</param>
    public async Task<SubmitResult> Submit(
        Release release,
        string agency,
        FeelContext data,
        SubjectId applicant,
        Actor by,
        string channel,
        string key,
        CancellationToken cancel
    )
    {
        if (agencies.Find(agency) is not { } office || !office.Services.Contains(release.Id))
            return new SubmitResult.Refused(new Refusal(Refusals.NotOfferedHere));

        // Whoever asks, an office decides by what its region varies.
        release = catalogue.At(release, office);
        var id = new CaseId(Guid.CreateVersion7());
        var number = await numbers.Next(office);
        var secret = FollowCodes.Of(journal.Subjects, id);
        var subjects = await pseudonyms.Of(release, data, applicant);
        var command = new Command.Submit(number, agency, office.Zone, subjects, new Personal(data));
        var follow = new Follow(FollowCodes.Hash(number, secret));
        var closed = (await intake.Now(release, agency)).Refused;
        var result = closed is null
            ? await runner.Open(id, release, command, by, channel, key, follow, cancel)
            : await runner.Answered(command, by, key) ?? new RunResult.Refused(new Refusal(closed));
        switch (result)
        {
            case RunResult.Accepted accepted:
                return new SubmitResult.Submitted(id, number, secret, accepted.Case);
            case RunResult.Repeated { Receipt: { Refused: null } receipt }:
                return await Again(new CaseId(receipt.Case), cancel);
            case RunResult.Repeated { Receipt: { Refused: { } refused } receipt }:
                return new SubmitResult.Refused(await Said(new CaseId(receipt.Case), refused, cancel));
            case RunResult.Refused refused:
                return new SubmitResult.Refused(refused.Refusal);
            default:
                return new SubmitResult.Refused(new Refusal(Refusals.KeyReused));
        }
    }

    /// <summary>A refusal as it was first said: the rule, its reason and its law stand in the entry.</summary>
    private async Task<Refusal> Said(CaseId id, string number, CancellationToken cancel) =>
        (await reader.Load(id, cancel))?.Entries[0].Refused ?? new Refusal(number);

    private async Task<SubmitResult> Again(CaseId id, CancellationToken cancel)
    {
        var loaded =
            await reader.Load(id, cancel)
            ?? throw new InvalidOperationException("A case that was opened is not there.");
        var opened = CaseLogic.Fold(Case.New(loaded.Case.Id), loaded.Entries[0]);
        var secret = FollowCodes.Of(journal.Subjects, id);
        return new SubmitResult.Submitted(id, opened.Number!, secret, opened);
    }
}
