using System.Collections.Immutable;
using Genggam.Standards.Feel;

namespace Genggam.Engine.Tests;

/// <summary>A case that is driven by hand, with its entries kept.</summary>
internal sealed class RunningCase(World world)
{
    public static readonly Actor Citizen = Actor.Citizen("warga");
    public static readonly Actor Verifier = Actor.Officer("vera", "dinas", "verifikator");
    public static readonly Actor Head = Actor.Officer("kadis", "dinas", "kepala");
    public static readonly Actor Supervisor = Actor.Officer("super", "dinas", "supervisor");

    public List<CaseEntry> Entries { get; } = [];
    public Case State { get; private set; } = Case.New("contoh");
    public DateTimeOffset Now { get; set; } = new(2026, 8, 13, 9, 0, 0, TimeSpan.FromHours(7));

    public Refusal? Do(Command command, Actor by)
    {
        var now = new Moment(Now);
        var verdict = CaseLogic.Decide(world, State, command, by, now);
        if (verdict.Refused is null || command is Command.Submit)
        {
            var entry = new CaseEntry(
                command,
                verdict.Events,
                verdict.Effects,
                verdict.Refused,
                Stamp.Of(world, now, by, "uji")
            );
            Entries.Add(entry);
            State = CaseLogic.Fold(State, entry);
        }
        return verdict.Refused;
    }

    /// <summary>What an earlier program wrote.</summary>
    public void Had(params CaseEvent[] events) =>
        State = events.Aggregate(State, (state, happened) => CaseLogic.Fold(state, happened, Now));

    /// <summary>A case goes on here that began elsewhere.</summary>
    public void Takes(Case state) => State = state;

    public Refusal? Submit(decimal income = 80, string name = "Siti Contoh") =>
        Do(
            new Command.Submit(
                "B-1",
                "dinas",
                "Asia/Jakarta",
                ImmutableSortedDictionary<string, Guid>.Empty.Add(
                    "pemohon",
                    Guid.Parse("00000000-0000-7000-8000-000000000001")
                ),
                new Personal(FeelContext.Of(("pemohon", FeelContext.Of(("nama", name), ("penghasilan", income)))))
            ),
            Citizen
        );

    public string Task(string element) => State.Tasks.Values.Single(t => t.Element == element).Id;

    public Refusal? Claim(string element, Actor by) => Do(new Command.Claim(Task(element)), by);

    public Refusal? Finish(string element, string outcome, Actor by, string? reasons = null, params Defect[] defects)
    {
        var data = outcome == "approve" ? FeelContext.Of(("sesuai", true)) : FeelContext.Empty;
        return Do(
            new Command.Complete(Task(element), outcome, new Personal(data), Personal.Text(reasons), [.. defects]),
            by
        );
    }

    public Refusal? Correct(string element, string path, FeelValue value) =>
        Do(
            new Command.Complete(
                Task(element),
                "approve",
                new Personal(FeelContext.Empty.WithAt(path, value)),
                Personal.Nothing,
                []
            ),
            Citizen
        );

    public Refusal? Issue() =>
        Do(
            new Command.DocumentReady(
                State.Awaited.Keys.Single(),
                "0001",
                "KODE",
                "abc",
                new DateOnly(2026, 8, 13),
                null
            ),
            Actor.System
        );

    /// <summary>The whole way to a granted case.</summary>
    public RunningCase Granted(decimal income = 80)
    {
        Assert.Null(Submit(income));
        Assert.Null(Claim("verifikasi", Verifier));
        Assert.Null(Finish("verifikasi", "approve", Verifier));
        Assert.Null(Claim("tandatangan", Head));
        Assert.Null(Finish("tandatangan", "approve", Head));
        Assert.Null(Issue());
        return this;
    }
}
