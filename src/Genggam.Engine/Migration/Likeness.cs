using Genggam.Standards.Bpmn;

namespace Genggam.Engine;

/// <summary>Whether work that began at an element of one process can go on at an element of another.</summary>
internal static class Likeness
{
    public static bool Same(FlowNode was, FlowNode next) =>
        was.GetType() == next.GetType()
        && (was, next) switch
        {
            (UserTask a, UserTask b) => IsApplicants(a) == IsApplicants(b),
            (ServiceTask a, ServiceTask b) => a.Type == b.Type,
            (SubProcess a, SubProcess b) => a.Kind == b.Kind && a.TriggeredByEvent == b.TriggeredByEvent,
            _ => true,
        }
        && Catches(was, next)
        && (was is not Activity x || next is not Activity y || Runs(x, y));

    /// <summary>Rounds, own variables and gathered tokens are as they were.</summary>
    private static bool Runs(Activity was, Activity next) =>
        was.Loop?.Kind == next.Loop?.Kind
        && was.StartQuantity == next.StartQuantity
        && HasVariables(was) == HasVariables(next);

    /// <summary>An event that caught times or messages catches as many of each.</summary>
    private static bool Catches(FlowNode was, FlowNode next) =>
        Waits.Of(was).Select(w => w.Kind).SequenceEqual(Waits.Of(next).Select(w => w.Kind), StringComparer.Ordinal)
        && (was as ProcessEvent)?.Definition is MultipleDefinition { All: true }
            == (next as ProcessEvent)?.Definition is MultipleDefinition { All: true };

    private static bool HasVariables(Activity activity) =>
        activity.Loop is not null || !activity.Inputs.IsEmpty || !activity.Declares.IsEmpty;

    private static bool IsApplicants(UserTask task) => task.CandidateGroups.FirstOrDefault() == OpenTask.ApplicantRole;
}
