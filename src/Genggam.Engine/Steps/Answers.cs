namespace Genggam.Engine;

/// <summary>What comes back from outside: time that passed, documents that were signed, work that failed.</summary>
internal static class Answers
{
    public static Verdict TimerDue(ProcessRun run, Command.TimerDue command)
    {
        if (!run.State.Timers.TryGetValue(command.Timer, out var timer))
            return Refuse(Refusals.NotAwaited);
        run.Ring(timer);
        return run.Verdict();
    }

    public static Verdict MessageArrived(ProcessRun run, Command.MessageArrived command) =>
        run.Receive(command.Name, command.Key.AsText, command.Data.Values) is { } no ? Refuse(no) : run.Verdict();

    public static Verdict SignalArrived(ProcessRun run, Command.SignalArrived command) =>
        run.Hear(command.Name) ? run.Verdict() : Refuse(Refusals.NotAwaited);

    public static Verdict DocumentReady(ProcessRun run, Command.DocumentReady command)
    {
        if (!run.State.Awaited.TryGetValue(command.Effect, out var awaited))
            return Refuse(Refusals.NotAwaited);
        run.Emit(new CaseEvent.AnswerTaken(awaited.Effect));
        run.Emit(
            new CaseEvent.DocumentIssued(
                run.LetterOf(awaited.Element),
                command.Number,
                command.Code,
                command.Sha256,
                command.IssuedOn,
                command.ValidUntil
            )
        );
        run.Continue(awaited.Token, awaited.Element);
        return run.Verdict();
    }

    public static Verdict EffectFailed(ProcessRun run, Command.EffectFailed command)
    {
        if (!run.State.Awaited.TryGetValue(command.Effect, out var awaited))
            return Refuse(Refusals.NotAwaited);
        run.Emit(new CaseEvent.AnswerTaken(awaited.Effect));
        if (command.Code is { } code && run.Fails(awaited, code))
            return run.Verdict();
        run.Emit(new CaseEvent.IncidentRaised(awaited.Element, awaited.Token, Incidents.Outside, command.Problem));
        return run.Verdict();
    }

    public static Verdict Retry(ProcessRun run, Command.Retry command, Actor by)
    {
        if (by.Kind != ActorKind.System && !Duties.IsSupervisor(run.World.Effective.Service, run.State, by))
            return Refuse(Refusals.NotYourRole);
        if (!run.State.Incidents.TryGetValue(command.Element, out var incident))
            return Refuse(Refusals.NotAwaited);
        run.Emit(new CaseEvent.IncidentCleared(incident.Element));
        run.TryAgain(incident);
        return run.Verdict();
    }

    public static Verdict Revoke(ProcessRun run, Command.RevokeDocument command, Actor by)
    {
        var document = run.State.Documents.FirstOrDefault(d => d.Code == command.Code && !d.Revoked);
        if (document is null)
            return Refuse(Refusals.NoSuchDocument);
        if (!Duties.MayRevoke(run.World.Effective.Service, run.State, document, by))
            return Refuse(Refusals.NotYourRole);
        if (command.Reason == Personal.Nothing)
            return Refuse(Refusals.RejectionNeedsReasons);
        run.Emit(new CaseEvent.DocumentRevoked(command.Code, command.Reason, command.LegalBasis));
        run.Do(id => new Effect.PublishStatus(id, command.Code));
        return run.Verdict();
    }

    private static Verdict Refuse(string number) => Verdict.Refuse(new Refusal(number));
}
