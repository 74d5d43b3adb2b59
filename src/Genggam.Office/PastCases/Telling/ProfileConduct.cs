using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Office.PastCases.Days;
using Genggam.Office.PastCases.Profiles;
using Genggam.Standards.Feel;

namespace Genggam.Office.PastCases.Telling;

/// <summary>People who do as the profile of their service says.</summary>
/// <param name="answers">What was right, and what was written instead.</param>
internal sealed class ProfileConduct(
    PastCaseSetting setting,
    ServiceProfile profile,
    PastAnswers answers,
    Actor applicant,
    string channel
) : IConduct
{
    private const double LyingFrom = 8;
    private const double LyingTo = 40;

    /// <summary>How often somebody gets it wrong once more.</summary>
    private const double WrongAgain = 0.13;
    private static readonly TimeSpan Morning = TimeSpan.FromHours(6);
    private static readonly TimeSpan Night = TimeSpan.FromHours(22);

    private readonly Dictionary<string, OfficerAtWork> holders = new(StringComparer.Ordinal);
    private ImmutableArray<Slip> open = answers.Slips;
    private bool mayWithdraw = true;

    private Dice Dice => setting.Dice;

    public IReadOnlyList<PlannedAct> OnOpened(OpenTask task, Case state) =>
        !profile.Tasks.TryGetValue(task.Element, out var doing) ? []
        : task.Role == OpenTask.ApplicantRole ? Applicant(task, doing, state)
        : Officer(task, doing, state);

    public PlannedAct? Unasked(Case state)
    {
        if (!mayWithdraw)
            return null;
        mayWithdraw = false;
        if (!Dice.Falls(profile.Withdrawal.Share))
            return null;
        var reason = Personal.Text(Dice.One(profile.Withdrawal.Reasons));
        var at = state.LastAt.AddDays(profile.Withdrawal.Days.Draw(Dice));
        return new PlannedAct(Awake(at), new Command.Withdraw(reason), applicant, channel);
    }

    private List<PlannedAct> Applicant(OpenTask task, Conduct doing, Case state)
    {
        if (Dice.Falls(doing.Never))
            return [];
        var at = Awake(state.LastAt.AddDays(doing.Wait.Draw(Dice)));
        var data = Answered(doing, "submit", at, state, task.Form);
        foreach (var field in ToCorrect(state))
            data = data.WithAt(field, Corrected(field, state));
        open = [.. open.Where(s => s.Fields.Any(f => !FeelEquality.Same(Now(f.Field), answers.Right.At(f.Field))))];
        var command = new Command.Complete(task.Id, "submit", new Personal(data), Personal.Nothing, []);
        return [new PlannedAct(at, command, applicant, channel)];

        FeelValue Now(string field) => data.At(field) is { IsNull: false } given ? given : state.Data.At(field);
    }

    /// <summary>What the office named; where a rule sent it back without a word of an officer, all that is wrong.</summary>
    private IEnumerable<string> ToCorrect(Case state) =>
        state.Defects.IsEmpty
            ? open.SelectMany(s => s.Fields).Select(f => f.Field).Distinct(StringComparer.Ordinal)
            : state.Defects.Select(d => d.Field);

    private FeelValue Corrected(string field, Case state)
    {
        var right = answers.Right.At(field);
        var slip = open.FirstOrDefault(s => s.Fields.Any(f => f.Field == field));
        if (right is FeelList || (slip is null && !state.Data.At(field).IsNull && right.IsNull))
            return setting.HandInAnother(field);
        return slip is { Note: not null } && right is FeelString text && Dice.Falls(WrongAgain)
            ? Spelling.Wrong(text.Value, Dice)
            : right;
    }

    private List<PlannedAct> Officer(OpenTask task, Conduct doing, Case state)
    {
        if (!holders.TryGetValue(task.Role, out var officer))
            holders[task.Role] = officer = setting.Office.Officer(task.Role, Dice);
        var wait = doing.Wait.Draw(Dice) * officer.Slowness;
        if (doing.Queue)
            wait += setting.Office.Queue(DateOnly.FromDateTime(state.LastAt.DateTime));
        if (Dice.Falls(doing.Left))
            wait *= LyingFrom + Dice.Share() * (LyingTo - LyingFrom);
        var claimed = setting.Office.Hours.After(state.LastAt, wait, NotBefore(doing, state));
        var done = setting.Office.Hours.After(claimed, doing.Work.Draw(Dice) * officer.Slowness + 0.01);
        var defects = doing.Returns ? Defects(doing, officer, state) : [];
        var outcome = defects.IsEmpty ? doing.Outcomes.Draw(Dice) : "return";
        var again = outcome == "return" && Duties.ReturnNeedsSupervisor(setting.Release.Service, state);
        var role = again ? setting.Release.Service.Returns.SupervisorRole : null;
        var by = setting.Officer(
            role ?? task.Role,
            again ? role! : officer.Name,
            role is null ? [task.Role] : [task.Role, role]
        );
        var complete = new Command.Complete(
            task.Id,
            outcome,
            new Personal(Answered(doing, outcome, done, state, task.Form)),
            Personal.Text(doing.Reasons.TryGetValue(outcome, out var reasons) ? Dice.One(reasons) : null),
            defects
        );
        return
        [
            new PlannedAct(claimed, new Command.Claim(task.Id), by, PastCaseSetting.Desk),
            new PlannedAct(done, complete, by, PastCaseSetting.Desk),
        ];
    }

    /// <summary>What this officer sees of what is wrong, and what a strict one minds besides.</summary>
    private ImmutableArray<Defect> Defects(Conduct doing, OfficerAtWork officer, Case state)
    {
        var defects = ImmutableArray.CreateBuilder<Defect>();
        foreach (var slip in open.Where(s => s.Note is not null))
            if (Dice.Falls(1 - Math.Pow(1 - slip.Seen, officer.Strictness)))
                defects.Add(new Defect(slip.Fields[0].Field, slip.Note));
        foreach (var remark in doing.Trivial)
            if (
                state.Returns == 0
                && !state.Data.At(remark.Field).IsNull
                && Dice.Falls(remark.Share * officer.Strictness * officer.Strictness)
            )
                defects.Add(new Defect(remark.Field, remark.Note));
        return defects.ToImmutable();
    }

    private DateOnly? NotBefore(Conduct doing, Case state) =>
        doing.NotBefore?.Evaluate(state.Data, new FeelEnvironment(state.LastAt)).Value is FeelDate date
            ? date.ToDateOnly()
            : null;

    private FeelContext Answered(Conduct doing, string outcome, DateTimeOffset at, Case state, string? form) =>
        doing.Answers.TryGetValue(outcome, out var those) && at < DateTimeOffset.MaxValue
            ? setting.Drawing(at, state.Data, setting.Release.Form(form)).All(those)
            : FeelContext.Empty;

    /// <summary>People write in the daytime.</summary>
    private DateTimeOffset Awake(DateTimeOffset at)
    {
        var local = ZoneVersion.Indonesia.Local(at, setting.Office.Agency.Zone);
        local = local.AddTicks(-(local.Ticks % TimeSpan.TicksPerSecond));
        return local.TimeOfDay < Morning ? local.AddHours(6)
            : local.TimeOfDay > Night ? local.AddHours(10)
            : local;
    }
}
