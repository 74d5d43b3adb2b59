using System.Globalization;
using Genggam.Standards.Feel;

namespace Genggam.Engine.Tests.Processes;

/// <summary>An entry of the journal in short words, so that a test can say all that it holds.</summary>
internal static class Entries
{
    /// <summary>All that happened in the last entry of the case is this, a line an event, and what is asked outside.</summary>
    public static void Says(this RunningCase running, string entry)
    {
        var last = running.Entries[^1];
        Assert.Equal(
            entry.Split('\n'),
            last.Events.Select(Told).Concat(last.Effects.Select(effect => $"asks {Told(effect)}"))
        );
    }

    /// <summary>The case is opened, and then this.</summary>
    public static void Begins(this RunningCase running, string entry) =>
        running.Says(
            $$$"""
            opened B-1 dinas Asia/Jakarta warga
            data {"pemohon":{"nama":"Siti Contoh","penghasilan":80}}
            clock 08-13T09:00:00 to 08-18T16:00:00
            {{{entry}}}
            """
        );

    private static string Told(CaseEvent happened) =>
        happened switch
        {
            CaseEvent.Opened e => $"opened {e.Number} {e.Agency} {e.Zone} {e.Applicant}",
            CaseEvent.DataWritten e => $"data {FeelJson.Plain(e.Values.Values)}",
            CaseEvent.ClockStarted e => $"clock {Time(e.From)} to {Time(e.Due)}",
            CaseEvent.ClockStopped => "clock stopped",
            CaseEvent.TokenPlaced e =>
                $"token {Number(e.Token)} at {e.Element}{(e.Flow is { } flow ? $" by {flow}" : "")}{In(e.Scope)}{(e.Gathers == true ? " gathers" : "")}{(e.Stopped is { } stopped ? $" {stopped}" : "")}",
            CaseEvent.TokenTaken e => $"taken {Number(e.Token)}",
            CaseEvent.TaskOpened e =>
                $"task {e.Task} of {Number(e.Token)} for {e.Role}{(e.Form is { } form ? $" with {form}" : "")}",
            CaseEvent.TaskAssigned e => $"assigned {e.Task} to {e.To}",
            CaseEvent.TaskCompleted e => $"done {e.Task} {e.Outcome} by {e.By}",
            CaseEvent.TaskCancelled e => $"cancelled {e.Task}",
            CaseEvent.TimerSet e =>
                $"timer {e.Timer} of {Number(e.Token)} at {Time(e.Due)}{In(e.Scope)}{(e.Left is { } left ? $" left {Number(left)}" : "")}{(e.Counted is { } counted ? $" counted {Number(counted.Steps)} from {Time(counted.From)}" : "")}",
            CaseEvent.TimerCleared e => $"timer cleared {e.Timer}",
            CaseEvent.AnswerAwaited e => $"awaited {e.Effect} at {e.Element} of {Number(e.Token)}",
            CaseEvent.AnswerTaken e => $"answered {e.Effect}",
            CaseEvent.ScopeOpened e =>
                $"scope {Number(e.Scope)} {e.Kind} {e.Element}{In(e.Parent)}{(e.Token is { } token ? $" of {Number(token)}" : "")}{Values(e.Locals)}{(e.Total is { } total ? $" total {Number(total)}" : "")}{Values(e.Items)}{(e.Round is { } round ? $" round {Number(round)}" : "")}",
            CaseEvent.ScopeClosed e => $"scope closed {Number(e.Scope)}{(e.Completed == true ? " completed" : "")}",
            CaseEvent.LocalsWritten e => $"locals{In(e.Scope)}{Values(e.Values)}",
            CaseEvent.ItemCollected e => $"item {Number(e.Round)}{In(e.Scope)}{Values(e.Item)}",
            CaseEvent.Interrupted e => $"interrupted{In(e.Scope)}",
            CaseEvent.Subscribed e =>
                $"waits {e.Id} for {e.Kind} {e.Name}{(e.Key is { } key ? $" key {key.AsText}" : "")}{(e.Token is { } token ? $" of {Number(token)}" : "")}{In(e.Scope)}",
            CaseEvent.Unsubscribed e => $"waits no more {e.Id}",
            CaseEvent.ConditionTurned e => $"condition {e.Id} {(e.Holds ? "holds" : "ceased")}",
            CaseEvent.Thrown e =>
                $"thrown {e.Kind} {e.Name} at {e.Element}{(e.Effect is { } effect ? $" as {effect}" : "")}{Values(e.Sent)}",
            CaseEvent.MessageKept e =>
                $"kept {e.Id} {e.Name}{(e.Key is { } key ? $" key {key.AsText}" : "")}{Values(e.Data)}",
            CaseEvent.MessageTaken e => $"message taken {e.Id}",
            CaseEvent.DecisionMade e => $"decision {e.Decision} at {e.Element}: {string.Join(' ', e.Rules)}",
            CaseEvent.Determined e => $"determined {e.Outcome} {e.Reason} {e.LegalBasis}: {string.Join(' ', e.Rules)}",
            CaseEvent.IncidentRaised e =>
                $"incident {e.Number} at {e.Element} of {Number(e.Token)}: {e.Problem}{(e.Missed is { } missed ? $" missed {string.Join(' ', missed.Select(m => $"{Number(m.Token)}#{Number(m.Part)}"))}" : "")}",
            CaseEvent.IncidentCleared e => $"incident cleared {e.Element}",
            CaseEvent.Warned e => $"warned {Number(e.Warnings.Length)}",
            CaseEvent.Closed e => $"closed {e.Outcome}",
            _ => happened.GetType().Name,
        };

    private static string Told(Effect effect) =>
        effect switch
        {
            Effect.IssueDocument e => $"{e.Id} issue {e.Letter}",
            Effect.SendNotice e => $"{e.Id} notice {e.Notice}",
            Effect.SetTimer e => $"{e.Id} timer {e.Timer} at {Time(e.Due)}",
            Effect.ClearTimer e => $"{e.Id} clear {e.Timer}",
            Effect.SendMessage e => $"{e.Id} message {e.Message}",
            Effect.BroadcastSignal e => $"{e.Id} signal {e.Signal}",
            _ => effect.GetType().Name,
        };

    private static string Values(Personal? values) => values is null ? "" : $" {FeelJson.Plain(values.Values)}";

    private static string In(int? scope) => scope is { } id ? $" in {Number(id)}" : "";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) =>
        time.ToOffset(TimeSpan.FromHours(7)).ToString("MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
}
