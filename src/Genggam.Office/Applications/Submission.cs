using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Numbers;
using Genggam.Standards.Feel;

namespace Genggam.Office.Applications;

/// <summary>What became of handing in. A closed set.</summary>
public abstract record SubmitResult
{
    private SubmitResult() { }

    /// <param name="FollowCode">Shown once: with it the case can be followed without an account. Null when repeated.</param>
    public sealed record Submitted(CaseId Case, string Number, string? FollowCode) : SubmitResult;

    public sealed record Refused(Refusal Refusal) : SubmitResult;
}

/// <summary>Hands in an application: a number, pseudonyms for the people in it, one command.</summary>
public sealed class Submission(JournalStore journal, CaseRunner runner, Agencies.Agencies agencies, TimeProvider clock)
{
    /// <param name="key">The same key and facts hand in once, however often they are sent.</param>
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
        var office = agencies.Find(agency);
        if (office is null || !office.Services.Contains(release.Id))
            return new SubmitResult.Refused(new Refusal(Refusals.NotOfferedHere));

        var id = new CaseId(Guid.CreateVersion7());
        var year = ZoneVersion.Indonesia.Local(clock.GetUtcNow(), office.Zone).Year;
        var code = ShortName(agency);
        // The key, not the case, names the number: an application sent twice must not use up two.
        var sequence = await journal.Counters.Allocate($"case/{code}/{year}", $"{by.Id}/{key}");
        var number = CaseNumber.Of(code, year, (int)sequence).ToString();
        var secret = FollowCodes.New();
        var subjects = await Subjects(release, data, applicant);
        var command = new Command.Submit(number, agency, office.Zone, subjects, new Personal(data));
        var follow = new Follow(FollowCodes.Hash(number, secret));
        switch (await runner.Open(id, release, command, by, channel, key, follow, cancel))
        {
            case RunResult.Accepted:
                foreach (var blob in Attachments.In(data))
                    await journal.Blobs.Attach(blob, id);
                return new SubmitResult.Submitted(id, number, secret);
            case RunResult.Repeated { Receipt: { Refused: null } receipt }:
                return new SubmitResult.Submitted(new CaseId(receipt.Case), receipt.Number ?? number, null);
            case RunResult.Repeated { Receipt.Refused: { } refused }:
                return new SubmitResult.Refused(new Refusal(refused));
            case RunResult.Refused refused:
                return new SubmitResult.Refused(refused.Refusal);
            default:
                return new SubmitResult.Refused(new Refusal(Refusals.KeyReused));
        }
    }

    /// <summary>A person whose NIK is given is the same subject in every case; others get a key of this case's own.</summary>
    private async Task<ImmutableSortedDictionary<string, Guid>> Subjects(
        Release release,
        FeelContext data,
        SubjectId applicant
    )
    {
        var subjects = ImmutableSortedDictionary.CreateBuilder<string, Guid>(StringComparer.Ordinal);
        subjects[EntryCodec.Applicant] = applicant.Value;
        foreach (var (role, subject) in release.Service.Subjects.Where(s => s.Key != EntryCodec.Applicant))
        {
            var nik = subject.NikPath is { } path ? data.At(path) as FeelString : null;
            var known = nik is null ? await journal.Subjects.Create() : await journal.Subjects.OfNik(nik.Value);
            subjects[role] = known.Value;
        }
        return subjects.ToImmutable();
    }

    /// <summary>dukcapil-surabaya becomes DUKSUR: short enough to say on the telephone.</summary>
    internal static string ShortName(string agency)
    {
        var words = agency.Split('-');
        return words.Length == 1
            ? agency[..Math.Min(agency.Length, 6)].ToUpperInvariant()
            : string.Concat(words.Take(2).Select(w => w[..Math.Min(w.Length, 3)])).ToUpperInvariant();
    }
}
