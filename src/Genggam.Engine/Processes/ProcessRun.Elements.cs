using System.Globalization;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>What each element does when a token arrives.</summary>
internal sealed partial class ProcessRun
{
    private void Arrive(Arrival arrival)
    {
        var (node, flow, scope, again) = arrival;
        switch (node)
        {
            case Activity activity:
                Start(activity, flow, scope, again);
                break;
            case ExclusiveGateway gateway:
                Choose(gateway, scope);
                break;
            case ParallelGateway gateway:
                Join(gateway, flow, scope);
                break;
            case InclusiveGateway gateway:
                Merge(gateway, flow, scope);
                break;
            case EventBasedGateway gateway:
                Defer(gateway, scope);
                break;
            case StartEvent:
                Follow(node, scope);
                break;
            case IntermediateCatchEvent { Definition: NamedDefinition { Kind: "link" } }:
                Follow(node, scope);
                break;
            case IntermediateCatchEvent caught:
                Await(caught, caught.Definition, Place(node, flow, scope), scope);
                break;
            case IntermediateThrowEvent or EndEvent:
                Throw(arrival, ((ProcessEvent)node).Definition);
                break;
            default:
                Stop(node, scope, Incidents.NotRunnable, node.Id);
                break;
        }
    }

    /// <summary>The work itself: what it waits for leaves a token, what is done at once goes on.</summary>
    private void Work(Activity activity, string? flow, int? scope)
    {
        switch (activity)
        {
            case UserTask task:
                Open(task, flow, scope);
                break;
            case ScriptTask { Script: { } script } task:
                var computed = Evaluate(script, scope, out var failed);
                if (failed is not null)
                {
                    Stop(task, scope, Incidents.NoValue, failed);
                    break;
                }
                Write(task.ResultVariable, computed, scope);
                Done(task, scope);
                break;
            case BusinessRuleTask rule:
                Decide(rule, scope);
                break;
            case ServiceTask { Type: ServiceKinds.Determine } service:
                Determine(service, scope);
                break;
            case ServiceTask { Type: ServiceKinds.IssueDocument } service:
                var letter = service.Headers["letter"];
                AwaitAnswer(service, flow, scope, id => new Effect.IssueDocument(id, letter));
                break;
            case ServiceTask { Type: ServiceKinds.SendNotice } service:
                Notify(service, service.Headers["notice"], scope);
                break;
            case SendTask { Message: { } message } send when HasKey(message, scope, out var key):
                Send(send, message, key, scope);
                Done(send, scope);
                break;
            case SendTask { Message: not null }:
                Stop(activity, scope, Incidents.NoValue, "correlationKey");
                break;
            case SendTask send:
                Notify(send, send.Headers["notice"], scope);
                break;
            case ReceiveTask receive:
                var token = Place(receive, flow, scope);
                if (Guard(receive, token, scope))
                    Await(receive, receive.Message, token, scope);
                break;
            case ManualTask:
                Done(activity, scope);
                break;
            case SubProcess or CallActivity when Process.Inside(activity) is { } level:
                OpenLevel(activity, level, flow, scope);
                break;
            default:
                Stop(activity, scope, Incidents.NotRunnable, activity.Id);
                break;
        }
    }

    private void Open(UserTask task, string? flow, int? scope)
    {
        var token = Place(task, flow, scope);
        var times = State.TimesOpened.GetValueOrDefault(task.Id) + 1;
        var id = string.Create(CultureInfo.InvariantCulture, $"{task.Id}.{times}");
        var role = RoleOf(task);
        Emit(new CaseEvent.TaskOpened(id, task.Id, token, role, task.FormId));
        if (role == OpenTask.ApplicantRole)
            Emit(new CaseEvent.ClockStopped());
        Guard(task, token, scope);
    }

    private string RoleOf(UserTask task) =>
        task.CandidateGroups.FirstOrDefault() ?? World.Effective.Service.Roles.FirstOrDefault() ?? "";

    private void Decide(BusinessRuleTask rule, int? scope)
    {
        var (value, rules) = Ask(rule.DecisionId, Visible(scope));
        Emit(new CaseEvent.DecisionMade(rule.Id, rule.DecisionId, rules));
        if (value.IsNull)
        {
            Stop(rule, scope, Incidents.NoValue, rule.DecisionId);
            return;
        }
        Write(rule.ResultVariable, value, scope);
        Done(rule, scope);
    }

    private void Determine(ServiceTask service, int? scope)
    {
        var outcome = Header(service, "outcome", scope);
        if (outcome is null)
        {
            Stop(service, scope, Incidents.NoValue, "outcome");
            return;
        }
        var rules = events.OfType<CaseEvent.DecisionMade>().LastOrDefault()?.Rules ?? [];
        Emit(
            new CaseEvent.Determined(
                outcome,
                Header(service, "reason", scope),
                Header(service, "legalBasis", scope),
                rules
            )
        );
        Done(service, scope);
    }

    /// <summary>A header is a literal, or FEEL after an equals sign.</summary>
    private string? Header(ServiceTask service, string name, int? scope) =>
        service.Expressions.TryGetValue(name, out var expression)
            ? (Evaluate(expression, scope) as FeelString)?.Value
            : service.Headers.GetValueOrDefault(name);

    private void AwaitAnswer(Activity activity, string? flow, int? scope, Func<string, Effect> effect)
    {
        var token = Place(activity, flow, scope);
        Emit(new CaseEvent.AnswerAwaited(Do(effect), activity.Id, token));
        Guard(activity, token, scope);
    }

    private void Notify(Activity activity, string notice, int? scope)
    {
        Do(id => new Effect.SendNotice(id, notice));
        Done(activity, scope);
    }

    /// <summary>The letter that an issuing element asks for.</summary>
    public string LetterOf(string element) => ((ServiceTask)Node(element)).Headers["letter"];
}
