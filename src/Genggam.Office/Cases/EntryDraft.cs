using System.Collections.Immutable;
using System.Text.Json;
using Genggam.Engine;
using Genggam.Journal;

namespace Genggam.Office.Cases;

/// <summary>How somebody without an account finds a case again: a hash of its secret code.</summary>
public sealed record Follow(Digest CodeHash);

/// <summary>An entry, as the journal takes it: sealed, with the rows that must change in the same transaction.</summary>
internal static class EntryDraft
{
    public const string TimerKind = "timer";

    public static NewEntry Of(LoadedCase before, Case after, CaseEntry entry, Follow? follow, IdempotencyKey? key)
    {
        var release = before.Release;
        var split = EntryCodec.Split(entry, release.Service.Subjects);
        var subjects = entry.Command is Command.Submit submit ? submit.Subjects : after.Subjects;
        return new NewEntry
        {
            Case = before.Id,
            ExpectedSequence = before.Case.Sequence,
            PreviousHash = before.Head,
            At = after.LastAt,
            Kind = KindOf(entry.Command.GetType()),
            Open = split.Open,
            Sealed = [.. split.Parts.Select(p => new SubjectPart(new SubjectId(subjects[p.Key]), p.Value))],
            Outbox = [.. entry.Effects.Select(e => Outbox(before.Id, e)).OfType<OutboxItem>()],
            CancelOutbox = [.. entry.Effects.OfType<Effect.ClearTimer>().Select(e => TimerId(before.Id, e.Timer))],
            SettledEffect = Settled(before.Id, entry.Command),
            Summary = Summary(before, after, entry, follow),
            Worklist =
            [
                .. entry.Command is Command.Migrate or Command.UndoMigration
                    ? Moved(before, after)
                    : entry.Events.Select(e => Work(before.Id, release.Id, after, e)).OfType<WorklistChange>(),
            ],
            Terms = CaseTerms.Of(release, after, entry),
            Key = key,
        };
    }

    public static string EffectId(CaseId id, string effect) => $"{id.Value:N}/{effect}";

    /// <summary>The case that an effect's id begins with.</summary>
    public static CaseId? CaseOf(string effectId) =>
        Guid.TryParseExact(effectId.Split('/')[0], "N", out var id) ? new CaseId(id) : null;

    public static string TimerId(CaseId id, string timer) => $"{id.Value:N}/{TimerKind}/{timer}";

    public static byte[] Body(Command command) =>
        // Claims are the same body whoever sends them; of a submission the number and all pseudonyms but the applicant's
        // are made anew each time.
        EntryCodec.Body(
            command switch
            {
                Command.Submit s => s with
                {
                    Number = "",
                    Subjects = s.Subjects.RemoveRange(s.Subjects.Keys.Where(k => k != EntryCodec.Applicant)),
                },
                Command.Complete c => c with { Subjects = null },
                Command.Migrate c => c with { Subjects = null },
                _ => command,
            }
        );

    /// <summary>How entries of these commands are called in the journal.</summary>
    public static string KindOf<T>()
        where T : Command => KindOf(typeof(T));

    private static string KindOf(Type command) => JsonNamingPolicy.KebabCaseLower.ConvertName(command.Name);

    private static OutboxItem? Outbox(CaseId id, Effect effect) =>
        effect switch
        {
            Effect.SetTimer timer => new OutboxItem(
                TimerId(id, timer.Timer),
                TimerKind,
                EntryCodec.Body(timer),
                timer.Due
            ),
            Effect.ClearTimer => null,
            _ => new OutboxItem(EffectId(id, effect.Id), effect.GetType().Name, EntryCodec.Body(effect), null),
        };

    private static string? Settled(CaseId id, Command command) =>
        command switch
        {
            Command.DocumentReady c => EffectId(id, c.Effect),
            Command.EffectFailed c => EffectId(id, c.Effect),
            Command.TimerDue c => TimerId(id, c.Timer),
            _ => null,
        };

    private static CaseSummary Summary(LoadedCase before, Case after, CaseEntry entry, Follow? follow) =>
        new()
        {
            Number = after.Number ?? (entry.Command as Command.Submit)?.Number ?? "",
            Service = before.Release.Id,
            ReleaseHash = before.Release.Core.Hash,
            Agency = after.Agency ?? (entry.Command as Command.Submit)?.Agency ?? "",
            State = entry.Refused is not null ? CaseStates.Refused : CaseStates.Of(after),
            Outcome = after.Outcome,
            Step = after.Tasks.Values.FirstOrDefault()?.Element ?? after.Awaited.Values.FirstOrDefault()?.Element,
            OpenedAt = after.Status == CaseStatus.New ? entry.Stamp.At : after.OpenedAt,
            Deadline = after.Deadline,
            Applicant = new SubjectId(
                (entry.Command is Command.Submit s ? s.Subjects : after.Subjects)[EntryCodec.Applicant]
            ),
            FollowCodeHash = follow?.CodeHash,
        };

    /// <summary>The rows of a case that moved, as far as they are other ones now.</summary>
    private static IEnumerable<WorklistChange> Moved(LoadedCase before, Case after)
    {
        var was = before.Case;
        foreach (var task in was.Tasks.Values.Where(t => !Same(t, after.Tasks.GetValueOrDefault(t.Id))))
            yield return new WorklistChange.CloseTask(TaskId(before.Id, task.Id));
        foreach (var task in after.Tasks.Values.Where(t => !Same(t, was.Tasks.GetValueOrDefault(t.Id))))
            yield return new WorklistChange.OpenTask(
                TaskId(before.Id, task.Id),
                after.Agency!,
                task.Role,
                before.Release.Id,
                task.Element,
                after.Number!,
                task.OpenedAt,
                after.Deadline,
                task.Assignee
            );

        bool Same(OpenTask one, OpenTask? other) =>
            was.Deadline == after.Deadline
            && (one.Element, one.Role, one.Assignee) == (other?.Element, other?.Role, other?.Assignee);
    }

    private static WorklistChange? Work(CaseId id, string service, Case after, CaseEvent happened) =>
        happened switch
        {
            CaseEvent.TaskOpened e => new WorklistChange.OpenTask(
                TaskId(id, e.Task),
                after.Agency!,
                e.Role,
                service,
                e.Element,
                after.Number!,
                after.LastAt,
                after.Deadline
            ),
            CaseEvent.TaskAssigned e => new WorklistChange.AssignTask(TaskId(id, e.Task), e.To),
            CaseEvent.TaskCompleted e => new WorklistChange.CloseTask(TaskId(id, e.Task)),
            CaseEvent.TaskCancelled e => new WorklistChange.CloseTask(TaskId(id, e.Task)),
            _ => null,
        };

    public static string TaskId(CaseId id, string task) => $"{id.Value:N}/{task}";
}
