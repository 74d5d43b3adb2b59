using System.Threading.Channels;

namespace Genggam.Journal.Storage;

/// <summary>
/// The one writer of a database in this process. Takes what waits in a bounded channel, up to a limit, and commits it
/// in one transaction. When a group fails for any other reason than the database being away, its members run one by
/// one, so that none fails for another's fault. Callers hear only after the commit.
/// </summary>
internal sealed class GroupWriter : IAsyncDisposable
{
    private readonly Channel<WriteItem> queue;
    private readonly Database database;
    private readonly int groupLimit;
    private readonly Func<Session, IReadOnlyList<WriteItem>, Task> runGroup;
    private readonly Func<bool>? stillThere;
    private readonly Task loop;
    private Session? session;

    /// <param name="runGroup">Runs a group's members inside an open transaction.</param>
    /// <param name="stillThere">False when the database's file was taken away under the open connection.</param>
    public GroupWriter(
        Database database,
        JournalOptions options,
        Func<Session, IReadOnlyList<WriteItem>, Task> runGroup,
        Func<bool>? stillThere = null
    )
    {
        this.database = database;
        this.runGroup = runGroup;
        this.stillThere = stillThere;
        groupLimit = options.GroupLimit;
        queue = Channel.CreateBounded<WriteItem>(
            new BoundedChannelOptions(options.QueueCapacity) { SingleReader = true }
        );
        loop = Task.Run(Loop);
    }

    public async Task<T> Run<T>(WriteItem<T> item)
    {
        try
        {
            await queue.Writer.WriteAsync(item);
        }
        catch (ChannelClosedException closed)
        {
            throw new JournalUnavailable("the journal was closed", closed);
        }
        return await item.Answer;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
        if (session is not null)
            await session.DisposeAsync();
    }

    private async Task Loop()
    {
        var group = new List<WriteItem>(groupLimit);
        while (await queue.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < groupLimit && queue.Reader.TryRead(out var item))
                group.Add(item);
            if (await TryCommit(group) is not { } error)
                continue;
            if (group.Count > 1 && error is not (JournalUnavailable or JournalFull))
                await CommitOneByOne(group);
            else
                foreach (var item in group)
                    item.Fail(error);
        }
    }

    private async Task CommitOneByOne(List<WriteItem> group)
    {
        foreach (var item in group)
        {
            if (await TryCommit([item]) is { } error)
                item.Fail(error);
        }
    }

    private async Task<Exception?> TryCommit(IReadOnlyList<WriteItem> group)
    {
        try
        {
            if (stillThere is not null && !stillThere())
                throw new JournalUnavailable("the database file is gone");
            await runGroup(await Begun(), group);
            await session!.Commit();
        }
        catch (Exception error)
        {
            await Abandon();
            return database.Translate(error);
        }
        foreach (var item in group)
            item.Complete();
        return null;
    }

    // Nothing was asked yet when BEGIN fails, so a kept session that was cut meanwhile is replaced once.
    private async Task<Session> Begun()
    {
        if (session is { IsOpen: false })
            await Abandon();
        if (session is not null)
        {
            try
            {
                await session.Execute(database.Begin);
                return session;
            }
            catch (System.Data.Common.DbException cut) when (database.Translate(cut) is JournalUnavailable)
            {
                await Abandon();
            }
        }
        session = await database.Connect();
        await session.Execute(database.Begin);
        return session;
    }

    // A session that failed is never trusted again: the next group opens its own.
    private async Task Abandon()
    {
        var failed = session;
        session = null;
        if (failed is null)
            return;
        try
        {
            await failed.DisposeAsync();
        }
        catch (Exception)
        {
            // It was broken already; what matters is the error that brought us here, and that the writer lives on.
        }
    }
}
