using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>The rows of a batch. Of a row that changes more than once only the last is written.</summary>
internal static class PastRows
{
    public static async Task<long> Write(Session session, GroupState group, SealedBatch prepared)
    {
        var state = new LastRows();
        long position = 0;
        foreach (var entry in prepared.Entries)
        {
            if (entry.Entry.ExpectedSequence == 0 && await Head(session, entry.Entry.Case) != Digest.Zero)
                throw new JournalRejected($"case {entry.Entry.Case} is there already");
            position = await group.NextPosition(session);
            await Append.Insert(session, entry, position);
            if (entry.Entry.Key is { } key)
                await AppendSideRows.Answer(session, key, entry.At);
            foreach (var (term, subject) in entry.Terms)
                await AppendSideRows.AddTerm(session, entry.Entry.Case, term, subject);
            state.Take(entry);
        }
        await state.Write(session);
        await WriteShelf(session, prepared);
        return position;
    }

    public static async Task<Digest> Head(Session session, CaseId @case) =>
        await session.Scalar(
            "SELECT hash FROM entry WHERE case_id = @case ORDER BY sequence DESC LIMIT 1",
            ("case", @case.Bytes())
        )
            is byte[] hash
            ? Digest.From(hash)
            : Digest.Zero;

    private static async Task WriteShelf(Session session, SealedBatch prepared)
    {
        for (var i = 0; i < prepared.Holders.Length; i++)
            await IssuedDocuments.Insert(session, prepared.Batch.Documents[i], prepared.Holders[i]);
        foreach (var number in prepared.Batch.Numbers)
            await Counters.Give(session, number.Counter, number.EffectId, number.Value);
        foreach (var (name, value) in prepared.Batch.Counters)
            await session.Execute(
                """
                INSERT INTO counter (name, value) VALUES (@name, @value)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """,
                ("name", name),
                ("value", value)
            );
    }

    /// <summary>Summaries, open tasks and effects as the batch leaves them.</summary>
    private sealed class LastRows
    {
        private readonly Dictionary<CaseId, (SealedEntry Entry, Digest? Follow)> summaries = [];
        private readonly Dictionary<string, (CaseId Case, WorklistChange.OpenTask Task)> tasks = [];
        private readonly Dictionary<string, (SealedEntry Entry, OutboxItem Item, long State)> effects = [];
        private readonly List<(CaseId Case, WorklistChange Change)> changes = [];
        private readonly List<(string Effect, long State)> settled = [];

        public void Take(SealedEntry sealedEntry)
        {
            var entry = sealedEntry.Entry;
            if (entry.Summary is { } summary)
                summaries[entry.Case] = (
                    sealedEntry,
                    summary.FollowCodeHash ?? summaries.GetValueOrDefault(entry.Case).Follow
                );
            foreach (var change in entry.Worklist)
                Take(entry.Case, change);
            foreach (var (effect, state) in AppendSideRows.Settled(entry))
                if (!effects.TryGetValue(effect, out var waits))
                    settled.Add((effect, state));
                else if (waits.State == OutboxState.Waiting)
                    effects[effect] = waits with { State = state };
            foreach (var item in entry.Outbox)
                effects.Add(item.EffectId, (sealedEntry, item, OutboxState.Waiting));
        }

        public async Task Write(Session session)
        {
            foreach (var (effect, state) in settled)
                await AppendSideRows.Settle(session, effect, state);
            foreach (var (entry, item, state) in effects.Values)
                await AppendSideRows.Enqueue(session, entry.Entry.Case, item, entry.At, state);
            foreach (var (@case, (entry, follow)) in summaries)
                await CaseRows.Upsert(
                    session,
                    @case,
                    entry.Sequence,
                    entry.At,
                    entry.Entry.Summary! with
                    {
                        FollowCodeHash = follow,
                    }
                );
            foreach (var (@case, change) in changes)
                await TaskRows.Apply(session, @case, change);
            foreach (var (@case, task) in tasks.Values)
                await TaskRows.Apply(session, @case, task);
        }

        private void Take(CaseId @case, WorklistChange change)
        {
            switch (change)
            {
                case WorklistChange.OpenTask open:
                    tasks[open.TaskId] = (@case, open);
                    break;
                case WorklistChange.CloseTask when tasks.Remove(change.TaskId):
                    break;
                case WorklistChange.AssignTask assign when tasks.TryGetValue(assign.TaskId, out var task):
                    tasks[assign.TaskId] = (@case, task.Task with { Assignee = assign.Assignee });
                    break;
                default:
                    changes.Add((@case, change));
                    break;
            }
        }
    }
}
