using Genggam.Engine;
using Genggam.Office.Cases;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Office.Effects;

/// <summary>
/// The letters that would go out if a task were finished now, and the case they would be made from: the engine is asked,
/// with every tick of the task's form set, and nothing of it is kept.
/// </summary>
/// <param name="Letters">In the order in which they are asked for.</param>
public sealed record LetterDraft(LoadedCase Case, IReadOnlyList<string> Letters)
{
    /// <summary>Null where nobody holds the task, or its form asks for more than ticks.</summary>
    public static LetterDraft? Of(World world, LoadedCase loaded, OpenTask task, Moment now)
    {
        if (task.Assignee is not { } holder || loaded.Release.Process.Find(task.Element) is not UserTask node)
            return null;
        var ticks = (loaded.Release.Form(task.Form)?.Fields ?? [])
            .Where(f => f.Kind == FieldKind.YesNo)
            .Aggregate(FeelContext.Empty, (data, field) => data.WithAt(field.Key, FeelBoolean.True));
        var agrees = node.Outcomes.FirstOrDefault(o => o is not ("return" or "reject")) ?? "approve";
        var by = Actor.Officer(holder, loaded.Case.Agency!, task.Role);
        var sign = new Command.Complete(task.Id, agrees, new Personal(ticks), Personal.Nothing, []);
        var verdict = CaseLogic.Decide(world, loaded.Case, sign, by, now);
        if (verdict.Refused is not null)
            return null;
        var after = verdict.Events.Aggregate(loaded.Case, (state, e) => CaseLogic.Fold(state, e, now.At));
        return new(
            loaded with
            {
                Case = after,
            },
            [.. verdict.Effects.OfType<Effect.IssueDocument>().Select(e => e.Letter)]
        );
    }
}
