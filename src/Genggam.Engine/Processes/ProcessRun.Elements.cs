using System.Globalization;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>What each element does when a token arrives.</summary>
internal sealed partial class ProcessRun
{
    private void Arrive(FlowNode node, string? flow)
    {
        switch (node)
        {
            case StartEvent or ManualTask:
                Follow(node);
                break;
            case UserTask task:
                Open(task, flow);
                break;
            case ScriptTask script:
                Write(script.ResultVariable, Evaluate(script.Script!));
                Follow(node);
                break;
            case BusinessRuleTask rule:
                Decide(rule);
                break;
            case ServiceTask { Type: ServiceKinds.Determine } service:
                Determine(service);
                break;
            case ServiceTask { Type: ServiceKinds.IssueDocument } service:
                var letter = service.Headers["letter"];
                Await(node, flow, id => new Effect.IssueDocument(id, letter));
                break;
            case ServiceTask { Type: ServiceKinds.SendNotice } service:
                Notify(service, service.Headers["notice"]);
                break;
            case SendTask send:
                Notify(send, send.Headers["notice"]);
                break;
            case ExclusiveGateway gateway:
                Choose(gateway);
                break;
            case ParallelGateway gateway:
                Join(gateway, flow);
                break;
            case IntermediateCatchEvent { Definition: TimerDefinition timer }:
                SetTimer(node, timer, Place(node, flow));
                break;
            case EndEvent { Definition: TerminateDefinition }:
                EndEverything();
                arrivals.Clear();
                break;
            case EndEvent:
                break;
            default:
                Stop(node, Incidents.NotRunnable, node.Id);
                break;
        }
    }

    private void Open(UserTask task, string? flow)
    {
        var token = Place(task, flow);
        var times = State.TimesOpened.GetValueOrDefault(task.Id) + 1;
        var id = string.Create(CultureInfo.InvariantCulture, $"{task.Id}.{times}");
        var role = task.CandidateGroups.FirstOrDefault() ?? World.Core.Service.Roles.FirstOrDefault() ?? "";
        Emit(new CaseEvent.TaskOpened(id, task.Id, token, role, task.FormId));
        if (role == OpenTask.ApplicantRole)
            Emit(new CaseEvent.ClockStopped());
        foreach (var boundary in Process.Boundaries(task.Id))
            if (boundary.Definition is TimerDefinition timer)
                SetTimer(boundary, timer, token);
    }

    private void Decide(BusinessRuleTask rule)
    {
        var (value, rules) = Ask(rule.DecisionId, State.Data);
        Emit(new CaseEvent.DecisionMade(rule.Id, rule.DecisionId, rules));
        if (value.IsNull)
        {
            Stop(rule, Incidents.NoValue, rule.DecisionId);
            return;
        }
        Write(rule.ResultVariable, value);
        Follow(rule);
    }

    private void Determine(ServiceTask service)
    {
        var outcome = Header(service, "outcome");
        if (outcome is null)
        {
            Stop(service, Incidents.NoValue, "outcome");
            return;
        }
        var rules = events.OfType<CaseEvent.DecisionMade>().LastOrDefault()?.Rules ?? [];
        Emit(new CaseEvent.Determined(outcome, Header(service, "reason"), Header(service, "legalBasis"), rules));
        Follow(service);
    }

    /// <summary>A header is a literal, or FEEL after an equals sign.</summary>
    private string? Header(ServiceTask service, string name) =>
        service.Expressions.TryGetValue(name, out var expression)
            ? (Evaluate(expression) as FeelString)?.Value
            : service.Headers.GetValueOrDefault(name);

    private void Await(FlowNode node, string? flow, Func<string, Effect> effect)
    {
        var token = Place(node, flow);
        Emit(new CaseEvent.AnswerAwaited(Do(effect), node.Id, token));
    }

    private void Notify(FlowNode node, string notice)
    {
        Do(id => new Effect.SendNotice(id, notice));
        Follow(node);
    }

    private void Choose(ExclusiveGateway gateway)
    {
        var flows = Process.Outgoing(gateway.Id).ToList();
        var chosen =
            flows.FirstOrDefault(f => f.Id != gateway.Default && (f.Condition is null || Holds(f)))
            ?? flows.FirstOrDefault(f => f.Id == gateway.Default);
        if (chosen is null)
            Stop(gateway, Incidents.NoFlow, gateway.Id);
        else
            Take(chosen);
    }

    /// <summary>Waits until a token has come by every incoming flow, then leaves by every outgoing one.</summary>
    private void Join(ParallelGateway gateway, string? flow)
    {
        var incoming = Process.Incoming(gateway.Id).ToList();
        if (incoming.Count > 1)
        {
            Place(gateway, flow);
            var here = State.Tokens.Values.Where(t => t.Element == gateway.Id).ToList();
            var first = incoming.Select(f => here.Find(t => t.Flow == f.Id)).ToList();
            if (first.Contains(null))
                return;
            foreach (var token in first)
                Emit(new CaseEvent.TokenTaken(token!.Id));
        }
        Follow(gateway);
    }

    private void Write(string? variable, FeelValue value)
    {
        if (variable is not null)
            Emit(new CaseEvent.DataWritten(new Personal(FeelContext.Empty.WithAt(variable, value))));
    }

    private bool Holds(SequenceFlow flow) => Evaluate(flow.Condition!) is FeelBoolean { Value: true };

    /// <summary>Months and days are those of the office's wall clock; null where there is no such instant.</summary>
    private DateTimeOffset? Due(TimerDefinition timer)
    {
        var local = World.Zones.Local(at, State.Zone);
        try
        {
            return Evaluate(timer.Time) switch
            {
                FeelDuration duration => at.AddSeconds((double)duration.Seconds),
                FeelPeriod period => local.AddMonths(checked((int)period.Months)),
                FeelDateTime instant => instant.ToMoment(),
                FeelDate date when date.ToDateOnly() is { } day => new(day, TimeOnly.MinValue, local.Offset),
                _ => null,
            };
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>The letter that an issuing element asks for.</summary>
    public string LetterOf(string element) => ((ServiceTask)Process.Elements[element]).Headers["letter"];
}
