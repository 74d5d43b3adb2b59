using System.Collections.Immutable;
using Genggam.Standards.Feel;

namespace Genggam.Engine.Tests.Processes;

/// <summary>Processes drawn in a test, and cases of them. What the applicant gave stands under <c>pemohon</c>.</summary>
internal static class Drawn
{
    /// <summary>A process with the elements given; <c>flows</c> are written <c>a-b c-d</c>.</summary>
    public static string Process(string flows, string elements, string beside = "") =>
        $"""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="x" targetNamespace="urn:contoh">
              {beside}
              <process id="izin" isExecutable="true">{Flows(flows)}{elements}</process>
            </definitions>
            """;

    public static string Flows(string flows) =>
        string.Concat(
            flows
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(f => f.Split('-'))
                .Select(f => $"<sequenceFlow id=\"{f[0]}_{f[1]}\" sourceRef=\"{f[0]}\" targetRef=\"{f[1]}\"/>")
        );

    public static string Start(string id = "s") => $"<startEvent id=\"{id}\"/>";

    public static string End(string id = "e", string inside = "") => $"<endEvent id=\"{id}\">{inside}</endEvent>";

    /// <summary>An officer's task, done by <see cref="RunningCase.Head"/>.</summary>
    public static string Task(string id, string inside = "", string extensions = "") =>
        $"<userTask id=\"{id}\"><extensionElements><zeebe:assignmentDefinition candidateGroups=\"kepala\"/>{extensions}</extensionElements>{inside}</userTask>";

    public static string Script(string id, string variable, string feel, string inside = "") =>
        $"<scriptTask id=\"{id}\"><extensionElements><zeebe:script expression=\"={feel}\" resultVariable=\"{variable}\"/></extensionElements>{inside}</scriptTask>";

    /// <summary>Notes that a token came by: <c>jejak</c> grows by the id.</summary>
    public static string Mark(string id) =>
        Script(id, "jejak", $"if jejak = null then [&quot;{id}&quot;] else append(jejak, &quot;{id}&quot;)");

    public static string Sub(string id, string flows, string elements, string attributes = "") =>
        $"<subProcess id=\"{id}\" {attributes}>{Flows(flows)}{elements}</subProcess>";

    public static string Boundary(string id, string on, string definition, bool interrupts = true) =>
        $"<boundaryEvent id=\"{id}\" attachedToRef=\"{on}\" cancelActivity=\"{(interrupts ? "true" : "false")}\">{definition}</boundaryEvent>";

    public static string Catch(string id, string definition) =>
        $"<intermediateCatchEvent id=\"{id}\">{definition}</intermediateCatchEvent>";

    public static string ThrowEvent(string id, string definition) =>
        $"<intermediateThrowEvent id=\"{id}\">{definition}</intermediateThrowEvent>";

    public static string After(string duration) =>
        $"<timerEventDefinition><timeDuration>{duration}</timeDuration></timerEventDefinition>";

    public static string Every(string cycle) =>
        $"<timerEventDefinition><timeCycle>{cycle}</timeCycle></timerEventDefinition>";

    public static string When(string feel) =>
        $"<conditionalEventDefinition><condition>={feel}</condition></conditionalEventDefinition>";

    /// <summary>An error, signal, escalation or message event whose declaration has the same id.</summary>
    public static string Event(string kind, string? reference) =>
        reference is null ? $"<{kind}EventDefinition/>" : $"<{kind}EventDefinition {kind}Ref=\"{reference}\"/>";

    /// <summary>A case of the process, handed in. Nothing in it is refused by <see cref="Runnable"/>.</summary>
    public static RunningCase Case(string process)
    {
        var world = SampleService.World(process: process);
        Assert.Empty(Runnable.Problems(world.Core));
        var running = new RunningCase(world);
        Assert.Null(running.Submit());
        return running;
    }

    public static string[] Trail(this RunningCase running) =>
        running.State.Data["jejak"] is FeelList list ? [.. list.Items.Select(i => i.ToString()!)] : [];

    public static string[] Open(this RunningCase running) =>
        [.. running.State.Tasks.Values.Select(t => t.Element).Order(StringComparer.Ordinal)];

    /// <summary>The head does the first open task of that element with this result.</summary>
    public static void Do(this RunningCase running, string element, params (string Name, FeelValue Value)[] result)
    {
        var task = running.State.Tasks.Values.First(t => t.Element == element).Id;
        Assert.Null(running.Do(new Command.Claim(task), RunningCase.Head));
        var complete = new Command.Complete(
            task,
            "approve",
            new Personal(FeelContext.Of(result)),
            Personal.Nothing,
            []
        );
        Assert.Null(running.Do(complete, RunningCase.Head));
    }

    /// <summary>Time passes; what comes due in it is done in its order.</summary>
    public static void Pass(this RunningCase running, TimeSpan time)
    {
        var until = running.Now + time;
        while (running.State.Timers.Values.Where(t => t.Due <= until).MinBy(t => t.Due) is { } timer)
        {
            running.Now = timer.Due;
            Assert.Null(running.Do(new Command.TimerDue(timer.Id), Actor.System));
        }
        running.Now = until;
    }

    public static Refusal? Tell(
        this RunningCase running,
        string message,
        string? key = null,
        params (string, FeelValue)[] data
    ) =>
        running.Do(
            new Command.MessageArrived(message, Personal.Text(key), new Personal(FeelContext.Of(data))),
            Actor.System
        );

    /// <summary>The case is over and nothing of it is left behind.</summary>
    public static void IsOver(this RunningCase running)
    {
        Assert.Empty(running.State.Incidents);
        Assert.Equal(CaseStatus.Closed, running.State.Status);
        Assert.Empty(running.State.Tokens);
        Assert.Empty(running.State.Scopes);
        Assert.Empty(running.State.Timers);
        Assert.Empty(running.State.Subscriptions);
        Assert.Empty(running.State.Tasks);
    }
}
