using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>Whether a person would have been shown the same at a task under a draft.</summary>
internal static class Shown
{
    /// <summary>What would have been otherwise; null where the element and everything that was shown are the same.</summary>
    public static Cause? Otherwise(World recorded, Lane was, World draft, Lane would, OpenTask task)
    {
        var (then, now) = (was.State, would.State);
        if (Replay.Same(task, then, now) is not { } open)
            return new Cause(CauseKind.Element, task.Element, [task.Element], []);
        if (open.Form != task.Form || !SameForm(recorded.Effective, draft.Effective, task.Form))
            return new Cause(CauseKind.Form, task.Form ?? open.Form ?? task.Element, [], []);
        if (FeelEquality.Same(then.Data, now.Data) && AroundTheSame(then, task, now, open, []))
            return null;
        var unseen = Unseen(Sight.At(recorded.Effective, task.Element), Sight.At(draft.Effective, task.Element));
        if (unseen.Find(path => !ToldTheSame(was, would, path)) is { } told)
            return new Cause(CauseKind.Data, told, [], []);
        var (left, right) = (Without(then.Data, unseen), Without(now.Data, unseen));
        if (!FeelEquality.Same(left, right))
            return new Cause(CauseKind.Data, FirstOther(left, right), [], []);
        return AroundTheSame(then, task, now, open, unseen) ? null : new Cause(CauseKind.Data, task.Element, [], []);
    }

    private static List<string> Unseen(Sight recorded, Sight draft) =>
        [.. recorded.Results.Union(draft.Results).Where(path => !recorded.Sees(path) && !draft.Sees(path))];

    private static FeelContext Without(FeelContext data, List<string> unseen) =>
        unseen.Aggregate(data, (seen, path) => seen.WithAt(path, FeelValue.Null));

    /// <summary>Results that followed what somebody did stand in the history that the desk shows: of a decision its reason.</summary>
    private static bool ToldTheSame(Lane was, Lane would, string path) =>
        FeelEquality.Same(Told(was, path), Told(would, path));

    private static FeelList Told(Lane lane, string path) =>
        new([
            .. from followed in lane.Finished.SelectMany(entry => entry.Written().Skip(1))
            let value = followed.At(path)
            where !value.IsNull
            select value is FeelContext context ? context["alasan"] : value,
        ]);

    /// <summary>
    /// What the form made of the answers of an application that was let in; null where the draft asks by another form. An
    /// engine level decides for ever as it did, so the same form finds again what it found.
    /// </summary>
    public static FeelContext? Answers(World recorded, World draft, CaseEntry entry)
    {
        if (entry is not { Command: Command.Submit, Events: [CaseEvent.Opened, CaseEvent.DataWritten data, ..] })
            return null;
        var form = recorded.Effective.Service.Apply.Form;
        return
            (recorded.Level, recorded.Zones.Id) == (draft.Level, draft.Zones.Id)
            && form == draft.Effective.Service.Apply.Form
            && SameForm(recorded.Effective, draft.Effective, form)
            ? data.Values.Values
            : null;
    }

    private static bool SameForm(Release a, Release b, string? form) =>
        form is null
        || ReferenceEquals(a, b)
        || (
            a.Core.Parts.TryGetValue($"{form}.form", out var left)
            && b.Core.Parts.TryGetValue($"{form}.form", out var right)
            && left.AsSpan().SequenceEqual(right.AsSpan())
            && (form != a.Service.Apply.Form || Optional(a).SetEquals(Optional(b)))
        );

    private static HashSet<string> Optional(Release release) =>
        [.. (release.Variation?.Optional ?? []).Select(o => o.Field)];

    private static string FirstOther(FeelContext then, FeelContext now) =>
        then.Names.Concat(now.Names).FirstOrDefault(n => !FeelEquality.Same(then[n], now[n])) ?? "";

    private static bool AroundTheSame(Case then, OpenTask task, Case now, OpenTask open, List<string> unseen)
    {
        if (then.Scopes.Count == 0 && now.Scopes.Count == 0)
            return true;
        return FeelEquality.Same(Levels(then, task), Levels(now, open));

        FeelList Levels(Case state, OpenTask at) => new([.. Around(state, at).Select(level => Without(level, unseen))]);
    }

    /// <summary>The variables of the levels around a task, the inner ones first.</summary>
    private static IEnumerable<FeelContext> Around(Case state, OpenTask task)
    {
        var scope = state.Tokens.GetValueOrDefault(task.Token)?.Scope;
        while (scope is { } id && state.Scopes.TryGetValue(id, out var found))
        {
            yield return found.Locals;
            scope = found.Parent;
        }
    }
}
