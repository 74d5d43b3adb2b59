using System.Collections.Concurrent;

namespace Genggam.Journal.Storage;

/// <summary>
/// One database with a pool of sessions. Two kinds exist: SQLite, where every write goes through one group-committing
/// writer, and PostgreSQL, where only appends do.
/// </summary>
internal abstract class Database : IAsyncDisposable
{
    private const int MaxReaders = 24;
    private readonly ConcurrentBag<Session> idle = [];
    private readonly SemaphoreSlim readers = new(MaxReaders);

    /// <summary>Makes what must be there before tables can be.</summary>
    public virtual Task Create() => Task.CompletedTask;

    /// <summary>Opens a connection with settings applied and read back.</summary>
    public abstract Task<Session> Connect();

    /// <summary>Runs <paramref name="work"/> in a durable transaction; when the task ends it is committed.</summary>
    public abstract Task<T> Write<T>(Func<Session, Task<T>> work);

    /// <summary>The same for work that gives out positions of entries.</summary>
    public virtual Task<T> Write<T>(Func<Session, GroupState, Task<T>> work) =>
        Write(async session =>
        {
            var group = new GroupState();
            var result = await work(session, group);
            await group.Save(session);
            return result;
        });

    /// <summary>Opens a transaction that means to write.</summary>
    public abstract string Begin { get; }

    /// <summary>The collation that compares texts byte by byte.</summary>
    public abstract string Bytewise { get; }

    public abstract string Dialect(string schemaSql);

    /// <summary>Opens a transaction that sees one moment of the whole database.</summary>
    public abstract string BeginSnapshot { get; }

    /// <summary>Locks a row until the transaction ends, where the database has many writers.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>Asks for the time of the database, in microseconds since 1970 UTC; null where it is the time of this machine.</summary>
    public virtual string? ClockSql => null;

    /// <summary>Passes over rows that another node has locked.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>One table from driver errors to the journal's own; anything else comes back as it is.</summary>
    public abstract Exception Translate(Exception error);

    /// <summary>
    /// Ends once whatever was read before this is as durable as what is committed: with several nodes it may so far stand on
    /// one of them alone. An answer that was given before is given again only after this.
    /// </summary>
    public virtual Task Confirm() => Task.CompletedTask;

    /// <summary>Drops remains of deleted keys from the database's files as far as the database allows.</summary>
    public abstract Task Scrub();

    /// <summary>Adds rows of whole numbers, texts, bytes and nulls to a table.</summary>
    public virtual async Task Fill(Session session, string table, string[] columns, IEnumerable<object?[]> rows)
    {
        var sql = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES (@{string.Join(", @", columns)})";
        var values = new (string, object?)[columns.Length];
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Length; i++)
                values[i] = (columns[i], row[i]);
            await session.Execute(sql, values);
        }
    }

    /// <summary>Runs a query. A pooled session that turns out to be cut is replaced once: a query is safe to repeat.</summary>
    /// <param name="mayRepeat">False for a query that writes elsewhere what it reads.</param>
    public async Task<T> Read<T>(Func<Session, Task<T>> query, bool mayRepeat = true)
    {
        await readers.WaitAsync();
        try
        {
            return await ReadOnce(query, mayRepeat);
        }
        finally
        {
            readers.Release();
        }
    }

    private async Task<T> ReadOnce<T>(Func<Session, Task<T>> query, bool mayRepeat)
    {
        var session = await Rent();
        try
        {
            return await query(session);
        }
        catch (Exception error)
        {
            session.Broken = true;
            var known = Translate(error);
            if (!mayRepeat || known is not JournalUnavailable)
                throw known;
        }
        finally
        {
            await Return(session);
        }
        await DropIdle();
        return await ReadOnce(query, mayRepeat: false);
    }

    /// <summary>Closes the sessions that wait: when one was cut, the others were too.</summary>
    protected async Task DropIdle()
    {
        while (idle.TryTake(out var session))
            await session.DisposeAsync();
    }

    public Task Write(Func<Session, Task> work) =>
        Write(async session =>
        {
            await work(session);
            return true;
        });

    public virtual async ValueTask DisposeAsync()
    {
        await DropIdle();
        readers.Dispose();
    }

    protected async Task<Session> Rent()
    {
        if (idle.TryTake(out var session))
            return session;
        try
        {
            return await Connect();
        }
        catch (Exception error) when (error is not JournalException)
        {
            throw Translate(error);
        }
    }

    protected async Task Return(Session session)
    {
        if (session.Broken)
            await session.DisposeAsync();
        else
            idle.Add(session);
    }
}
