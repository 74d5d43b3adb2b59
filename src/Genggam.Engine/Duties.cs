namespace Genggam.Engine;

/// <summary>Who may hold and finish a task: role, agency, and who did the steps that must be somebody else's.</summary>
public static class Duties
{
    /// <summary>The number of the refusal that <paramref name="by"/> would get; null where nothing stands against it.</summary>
    public static string? WhyNot(ServiceDefinition service, Case state, OpenTask task, Actor by)
    {
        if (task.Role == OpenTask.ApplicantRole)
            return by.Id == state.Applicant ? null : Refusals.ApplicantOnly;
        if (by.Agency != state.Agency || !(by.Roles.Contains(task.Role) || IsSupervisor(service, state, by)))
            return Refusals.NotYourRole;
        return Apart(service, task.Element).Any(element => state.DoneBy.GetValueOrDefault(element) == by.Id)
            ? Refusals.SeparationOfDuties
            : null;
    }

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
