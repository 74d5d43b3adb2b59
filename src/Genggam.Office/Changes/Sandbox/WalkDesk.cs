using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Catalogue;
using Genggam.Office.Catalogue.Checks;
using Genggam.Standards;
using Genggam.Standards.Feel;

namespace Genggam.Office.Changes.Sandbox;

/// <summary>
/// Walks through drafts, one for each change and person. A walk is a list of inputs; at every look the engine is fed with them
/// again under the draft as it is. No case is touched, nothing is sent, and it goes with the change.
/// </summary>
public sealed class WalkDesk(
    JournalStore journal,
    ServiceCatalogue catalogue,
    Agencies.Agencies agencies,
    TimeProvider clock
)
{
    public const int MostSteps = 60;
    private const int MaxContent = 256 * 1024;
    private const int MaxChecked = 64;

    /// <summary>So far from its beginning a walk comes; timers of a day ring this often without tiring the engine.</summary>
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(365 * 20);

    /// <summary>A no that says what the rules are, and so is a step that an example can hold.</summary>
    private static readonly ImmutableArray<string> Telling =
    [
        Refusals.NotEligible,
        Refusals.RulesUnclear,
        Refusals.SeparationOfDuties,
        Refusals.NotYourRole,
        Refusals.ReturnNeedsSupervisor,
        Refusals.AlreadyDetermined,
        Refusals.CaseClosed,
    ];

    private static readonly FeelContext Somebody = FeelContext.Of(
        (
            "person",
            FeelContext.Of(
                ("nik", "3578014503880002"),
                ("name", "Sari Contoh"),
                ("phone", "081200000001"),
                ("email", "sari@contoh.example"),
                ("address", "Jalan Contoh 12"),
                ("birth_date", FeelDate.Of(new DateOnly(1988, 3, 5)))
            )
        )
    );

    private readonly ConcurrentDictionary<string, ImmutableArray<Problem>> faults = new(StringComparer.Ordinal);

    /// <summary>Of a draft without its examples: those change nothing of how it is walked.</summary>
    internal static string MarkOf(Draft draft) =>
        ReleaseHash.Of(
            draft
                .Parts.Where(p => !p.Key.StartsWith("examples/", StringComparison.Ordinal))
                .ToImmutableSortedDictionary(StringComparer.Ordinal)
        );

    /// <summary>
    /// What keeps the draft from being walked: what the check finds besides examples and the look of letters. That nothing
    /// carries a message yet does not: in a walk its owner does.
    /// </summary>
    public ImmutableArray<Problem> Faults(Draft draft)
    {
        if (draft.Release is null)
            return [new Problem("SVC-001", "There is no service.yaml in the folder.", new Place("service.yaml"))];
        if (faults.Count > MaxChecked)
            faults.Clear();
        return faults.GetOrAdd(
            MarkOf(draft),
            _ =>
                [
                    .. draft
                        .Check(catalogue.Calendar)
                        .Problems.Where(p => p.Severity == Severity.Error && p.Number != ProcessCheck.NotCarried)
                        .Where(p => !p.Number.StartsWith("DOC-", StringComparison.Ordinal))
                        .Where(p => p.Place.File?.StartsWith("examples/", StringComparison.Ordinal) != true),
                ]
        );
    }

    /// <summary>Null where nobody began one.</summary>
    public async Task<Walk?> Find(Draft draft, Actor by) =>
        await journal.Walks.Load(draft.Change.Id, by.Id) is { } kept && draft.Release is { } release
            ? Walk.Of(draft, catalogue.World(release), WalkPaper.Read(kept.Content), kept.Version)
            : null;

    /// <summary>Begins anew: what was walked before is forgotten.</summary>
    /// <param name="local">On the clock of the office.</param>
    public async Task<WalkResult> Begin(Draft draft, string agency, DateTime local, Actor by)
    {
        if (agencies.Find(agency) is not { } office || draft.Release is not { } release)
            return WalkResult.No(WalkRefusal.NotOffered);
        if (agencies.Offering(draft.Change.Service).All(a => a.Id != agency))
            return WalkResult.No(WalkRefusal.NotOffered);
        if (local.Year is < 2000 or > 2100)
            return WalkResult.No(WalkRefusal.BadMoment);
        var at = ZoneVersion.Indonesia.At(local, office.Zone);
        var told = new Example("", at, agency, office.Zone, [], WalkPaper.Open);
        var answers = FirstAnswers(release);
        return await Keep(draft, new WalkPaper(MarkOf(draft), told, answers, []), 0, by);
    }

    /// <summary>Does one step more. What the rules refuse is a step too; a slip of the pen is only told.</summary>
    public async Task<WalkResult> Step(Walk walk, ExampleStep step, Actor by)
    {
        if (walk.Broken is { } broken)
            return WalkResult.No(WalkRefusal.Broken, Number(broken));
        if (walk.Paper.Told.Steps.Length >= MostSteps)
            return WalkResult.No(WalkRefusal.TooLong, $"{MostSteps}");
        if (step is ExampleStep.Submit && walk.Intake.Refused is { } closed)
            return new WalkResult.Refused(new Refusal(closed));
        var tried = Tried(walk, step);
        if (tried.Broken is not null && tried.Told.Refused is { } refusal)
        {
            if (!Telling.Contains(refusal.Number))
                return new WalkResult.Refused(refusal);
            tried = Tried(walk, step with { Refused = refusal.Number });
        }
        if (tried.Broken is { } fault)
            return WalkResult.No(WalkRefusal.Broken, Number(fault));
        var paper = tried.Paper;
        if (step is ExampleStep.Submit && tried.Case.Status != CaseStatus.New)
            paper = paper with { Answers = FeelContext.Empty, Done = [] };
        return await Keep(walk.Draft, paper, walk.Version, by);
    }

    /// <summary>Moves the clock; before the first step it moves the beginning. What falls due meanwhile comes in its order.</summary>
    public async Task<WalkResult> MoveTo(Walk walk, DateTimeOffset until, Actor by)
    {
        if (walk.Paper.Told.Steps.IsEmpty)
            return until.Year is < 2000 or > 2100
                ? WalkResult.No(WalkRefusal.BadMoment)
                : await Keep(
                    walk.Draft,
                    walk.Paper with
                    {
                        Told = walk.Paper.Told with
                        {
                            At = catalogue.World(walk.Release).Zones.Local(until, walk.Zone),
                        },
                    },
                    walk.Version,
                    by
                );
        return until <= walk.Now || until - walk.Paper.Told.At > Farthest
            ? WalkResult.No(WalkRefusal.BadMoment)
            : await Step(walk, new ExampleStep.Wait(until - walk.Now), by);
    }

    /// <param name="local">On the clock of the office.</param>
    public Task<WalkResult> MoveTo(Walk walk, DateTime local, Actor by) =>
        local.Year is < 2000 or > 2100
            ? Task.FromResult<WalkResult>(WalkResult.No(WalkRefusal.BadMoment))
            : MoveTo(walk, ZoneVersion.Indonesia.At(local, walk.Zone), by);

    /// <summary>The same time of day on the next working day.</summary>
    public DateTimeOffset WorkingDayAfter(Walk walk)
    {
        var next = ZoneVersion.Indonesia.Local(walk.Now, walk.Zone).AddDays(1);
        for (var days = 0; days < 60 && !catalogue.Calendar.IsWorkingDay(DateOnly.FromDateTime(next.DateTime)); days++)
            next = next.AddDays(1);
        return next;
    }

    /// <summary>Keeps what was typed into the application so far.</summary>
    public Task<WalkResult> Fill(Walk walk, FeelContext answers, ImmutableSortedSet<string> done, Actor by) =>
        Keep(walk.Draft, walk.Paper with { Answers = answers, Done = done }, walk.Version, by);

    /// <summary>Takes back the last step; of a walk that the draft broke all from the step that no longer goes.</summary>
    public Task<WalkResult> Undo(Walk walk, Actor by)
    {
        var steps = walk.Paper.Told.Steps;
        var left = walk.Broken?.Step ?? Math.Max(0, steps.Length - 1);
        var paper = walk.Paper with { Told = walk.Paper.Told with { Steps = steps[..Math.Min(left, steps.Length)] } };
        // The application comes back as it was handed in, to be sent otherwise.
        if (steps[paper.Told.Steps.Length..].OfType<ExampleStep.Submit>().FirstOrDefault() is { } taken)
            paper = paper with { Answers = taken.Data, Done = Pages(walk.Release) };
        return Keep(walk.Draft, paper, walk.Version, by);
    }

    /// <summary>Forgets the walk.</summary>
    public async Task<WalkResult> Again(Walk walk, Actor by)
    {
        var told = walk.Paper.Told with { Steps = [] };
        var paper = new WalkPaper(MarkOf(walk.Draft), told, FirstAnswers(walk.Release), []);
        return await Keep(walk.Draft, paper, walk.Version, by);
    }

    /// <summary>What a message carries, as it stands in an example: a name and a value on each line.</summary>
    /// <returns>Null where it cannot be read.</returns>
    public static FeelContext? Carried(string typed)
    {
        var problems = new List<Problem>();
        var node = YamlNode.Read(typed, "message", problems);
        var data = node.IsMap ? ExampleYaml.Data(node) : FeelContext.Empty;
        return problems.Count > 0 || (!node.IsMap && typed.Trim().Length > 0) ? null : data;
    }

    private Walk Tried(Walk walk, ExampleStep step) =>
        Walk.Of(walk.Draft, walk.World, walk.Paper.With(step), walk.Version);

    private async Task<WalkResult> Keep(Draft draft, WalkPaper paper, long version, Actor by)
    {
        var kept = paper with { Under = MarkOf(draft) };
        var content = kept.ToBytes();
        if (content.Length > MaxContent)
            return WalkResult.No(WalkRefusal.TooLong, $"{MostSteps}");
        var row = new DraftWalk(draft.Change.Id, by.Id, version, clock.GetUtcNow(), content);
        return await journal.Walks.Save(row)
            ? new WalkResult.Went((await Find(draft, by))!)
            : WalkResult.No(WalkRefusal.Stale);
    }

    /// <summary>What the form begins with, for somebody who is signed in and does not exist.</summary>
    private static FeelContext FirstAnswers(Release release) =>
        release.Form(release.Service.Apply.Form) is { } form
            ? Applications.Prefill.Of(form, Somebody)
            : FeelContext.Empty;

    private static ImmutableSortedSet<string> Pages(Release release) =>
        [.. release.Form(release.Service.Apply.Form)?.Pages.Select(p => p.Id) ?? []];

    internal static string Number(ExampleFault fault) => ((fault.Step ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
}
