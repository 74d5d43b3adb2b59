using Genggam.Office.Watching;
using Genggam.Web.Admin;
using Genggam.Web.Texts;

namespace Genggam.Web.Tests.Shell;

public sealed class ConditionTextTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_condition_is_told_in_every_language_and_what_is_not_well_says_what_to_do()
    {
        var catalogue = TextCatalogue.Load();
        foreach (var condition in All())
        foreach (var language in catalogue.Languages)
        {
            var words = ConditionText.Of(condition, new Text(catalogue, language));
            Assert.DoesNotContain("watch.", $"{words.Title} {words.Means} {words.State}", StringComparison.Ordinal);
            Assert.DoesNotContain("{", words.Means, StringComparison.Ordinal);
            Assert.Equal(condition.State == ConditionState.Good, words.Do is null);
        }
    }

    private static IEnumerable<Condition> All()
    {
        var journal = new Genggam.Journal.JournalVitals(Now, Now, null, Now, [], 0, 0, 0);
        var bad = Now.AddHours(-3);
        Genggam.Journal.WaitingEffects[] late =
        [
            new("timer", 1, 1, bad),
            new("IssueDocument", 1, 1, bad),
            new("SendNotice", 1, 1, bad),
        ];
        var page = new PageTime("/", 99, TimeSpan.Zero, TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(9));
        var well = new Measured
        {
            At = Now,
            Journal = journal,
            Disk = new Space(9, 10),
            Tls = new TlsCertificate.NotNeeded(),
            SigningUntil = Now.AddYears(9),
            LastDrill = Now,
            Memory = new Space(9, 10),
        };
        Measured[] all =
        [
            well,
            well with
            {
                Journal = new(null, null, bad, Now.AddHours(9), [.. late], 0, 5, 5),
                Pages = [page],
            },
            well with
            {
                Journal = new(null, null, null, null, [.. late.Select(l => l with { OldestDue = null })], 0, 0, 0),
            },
            well with
            {
                Journal = journal with { GivenUp = 1, LastEntry = Now.AddDays(3) },
                LastDrill = null,
            },
            well with
            {
                Journal = null,
                WriteFault = "GJ1002",
                Disk = new Space(0, 10),
                Memory = new Space(0, 10),
            },
            well with
            {
                Tls = new TlsCertificate.Missing(),
                SigningUntil = Now.AddDays(5),
                LastDrill = Now.AddDays(-90),
            },
            well with
            {
                Tls = new TlsCertificate.Valid(bad),
                SigningUntil = bad,
            },
            well with
            {
                Tls = new TlsCertificate.Unreachable(),
            },
            well with
            {
                Tls = new TlsCertificate.Valid(Now.AddDays(5)),
            },
            well with
            {
                Tls = new TlsCertificate.Valid(Now.AddDays(99)),
            },
        ];
        return all.SelectMany(m => Conditions.Of(m, new WatchOptions()));
    }
}
