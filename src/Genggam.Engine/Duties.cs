using Genggam.Standards.Bpmn;

namespace Genggam.Engine;

/// <summary>
/// Who may hold and finish a task: role, agency, and who did the steps that must be somebody else's. A supervisor moves the
/// tasks of others and makes the return that is declared theirs; to decide, they need the task's role like everybody.
/// </summary>
public static class Duties
{
    /// <summary>The refusal that <paramref name="by"/> would get for holding a task; null where nothing stands against it.</summary>
    public static string? WhyNot(Release release, Case state, OpenTask task, Actor by)
    {
        if (task.Role == OpenTask.ApplicantRole)
            return by.Id == state.Applicant ? null : Refusals.ApplicantOnly;
        if (!HasRole(state, task, by) && !OnlyReturns(release, state, task, by))
            return Refusals.NotYourRole;
        return Apart(release.Service, task.Element).Any(element => state.DoneBy.GetValueOrDefault(element) == by.Id)
            ? Refusals.SeparationOfDuties
            : null;
    }

    /// <summary>Whether a return that needs a supervisor is all that <paramref name="by"/> may do with the task.</summary>
    public static bool OnlyReturns(Release release, Case state, OpenTask task, Actor by) =>
        !HasRole(state, task, by)
        && IsSupervisor(release.Service, state, by)
        && ReturnNeedsSupervisor(release.Service, state)
        && release.Process.Find(task.Element) is UserTask node
        && node.Outcomes.Contains(TaskRules.Return);

    private static bool HasRole(Case state, OpenTask task, Actor by) =>
        by.Agency == state.Agency && by.Roles.Contains(task.Role);

    /// <summary>The user tasks that must be somebody else's than <paramref name="element"/>.</summary>
    public static IEnumerable<string> Apart(ServiceDefinition service, string element) =>
        service
            .Separation.Where(group => group.Contains(element))
            .SelectMany(group => group)
            .Where(other => other != element)
            .Distinct(StringComparer.Ordinal);

    public static bool IsSupervisor(ServiceDefinition service, Case state, Actor by) =>
        by.Agency == state.Agency && service.Returns.SupervisorRole is { } role && by.Roles.Contains(role);

    /// <summary>Whoever signs such a letter may revoke it, and the supervisor.</summary>
    public static bool MayRevoke(ServiceDefinition service, Case state, IssuedDocument document, Actor by) =>
        IsSupervisor(service, state, by)
        || by.Agency == state.Agency
            && service.Letters.GetValueOrDefault(document.Letter)?.SignerRole is { } signer
            && by.Roles.Contains(signer);

    /// <summary>Whether the next return of the case is a supervisor's to make.</summary>
    public static bool ReturnNeedsSupervisor(ServiceDefinition service, Case state) =>
        state.Returns >= service.Returns.WithoutSupervisor;
}
