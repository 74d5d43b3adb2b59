namespace Genggam.Journal.Storage;

/// <summary>One member of a group: runs inside the group's transaction, answers after its commit.</summary>
internal abstract class WriteItem
{
    public abstract Task Run(Session session, GroupState group);

    public abstract void Complete();

    public abstract void Fail(Exception error);
}

internal abstract class WriteItem<T> : WriteItem
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Answer => answer.Task;

    protected T? Result { get; set; }

    public override void Complete() => answer.TrySetResult(Result!);

    public override void Fail(Exception error) => answer.TrySetException(error);
}

/// <summary>Any work on the database as a member of a group.</summary>
internal sealed class Work<T>(Func<Session, Task<T>> work) : WriteItem<T>
{
    public override async Task Run(Session session, GroupState group) => Result = await work(session);
}

/// <summary>Work that gives out positions of entries.</summary>
internal sealed class Positions<T>(Func<Session, GroupState, Task<T>> work) : WriteItem<T>
{
    public override async Task Run(Session session, GroupState group) => Result = await work(session, group);
}

/// <summary>The last position given out in the group's transaction; read once and written once a group.</summary>
internal sealed class GroupState
{
    private long? position;
    private bool moved;

    public async ValueTask<long> NextPosition(Session session)
    {
        position ??= await Heads.Read(session, Heads.Entry);
        moved = true;
        return (position = position.Value + 1).Value;
    }

    public async ValueTask Save(Session session)
    {
        if (moved)
            await Heads.Write(session, Heads.Entry, position!.Value);
    }
}

/// <summary>
/// The last position of each stream. Reading it inside a writing transaction locks it until the commit, so positions
/// become visible in order and without gaps, whichever node writes.
/// </summary>
internal static class Heads
{
    public const string Entry = "entry";
    public const string Access = "access";

    /// <summary>Changes nothing, and is a write.</summary>
    public const string Touch = "UPDATE journal_head SET position = position WHERE name = 'entry'";

    public static async Task<long> Read(Session session, string name) =>
        (long)
            (
                await session.Scalar(
                    "SELECT position FROM journal_head WHERE name = @name" + session.Database.ForUpdate,
                    ("name", name)
                )
            )!;

    public static Task Write(Session session, string name, long position) =>
        session.Execute(
            "UPDATE journal_head SET position = @position WHERE name = @name",
            ("position", position),
            ("name", name)
        );
}
