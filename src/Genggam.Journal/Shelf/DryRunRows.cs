using System.Collections.Immutable;
using System.Data.Common;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>A dry run as it is kept; what stands in it is the caller's.</summary>
/// <param name="Asked">What was asked: never changed.</param>
/// <param name="Progress">How far it came, and what it found so far.</param>
public sealed record DryRunRow(
    Guid Id,
    string Service,
    string State,
    DateTimeOffset StartedAt,
    DateTimeOffset HeldUntil,
    ReadOnlyMemory<byte> Asked,
    ReadOnlyMemory<byte> Progress
);

/// <param name="Ordinal">Its place among those of the run, from 1.</param>
public sealed record DryRunCaseRow(long Ordinal, string Class, CaseId Case, ReadOnlyMemory<byte> Content);

/// <summary>
/// Dry runs and the cases they found, for every node. One holder at a time writes a run: whoever took it last, until its
/// time is over.
/// </summary>
public sealed class DryRunRows
{
    private const string Columns = "run_id, service, state, started_at, held_until, asked, progress";
    private readonly Database database;

    internal DryRunRows(Database database) => this.database = database;

    public Task Add(DryRunRow row, Guid holder) =>
        database.Write(s =>
            s.Execute(
                """
                INSERT INTO dry_run (run_id, service, state, started_at, held_until, holder, asked, progress)
                VALUES (@run, @service, @state, @started, @held, @holder, @asked, @progress)
                """,
                ("run", row.Id.Bytes()),
                ("service", row.Service),
                ("state", row.State),
                ("started", row.StartedAt.Micros()),
                ("held", row.HeldUntil.Micros()),
                ("holder", holder.Bytes()),
                ("asked", row.Asked.ToArray()),
                ("progress", row.Progress.ToArray())
            )
        );

    public Task<DryRunRow?> Find(Guid run) =>
        database.Read(s =>
            Session.One(s.Command($"SELECT {Columns} FROM dry_run WHERE run_id = @run", ("run", run.Bytes())), Read)
        );

    /// <summary>Runs of a service, the newest first.</summary>
    public async Task<ImmutableArray<DryRunRow>> Of(string service, int limit) =>
        [
            .. await database.Read(s =>
                Session.All(s.Command(OfService, ("service", service), ("limit", (long)limit)), Read)
            ),
        ];

    /// <summary>Takes a run that nobody holds at <paramref name="now"/>; false where somebody does, or it is over.</summary>
    public Task<bool> Take(Guid run, Guid holder, string state, DateTimeOffset now, DateTimeOffset until) =>
        database.Write(async s =>
            await s.Execute(
                """
                UPDATE dry_run SET holder = @holder, held_until = @until
                WHERE run_id = @run AND state = @state AND (held_until <= @now OR holder = @holder)
                """,
                ("holder", holder.Bytes()),
                ("until", until.Micros()),
                ("run", run.Bytes()),
                ("state", state),
                ("now", now.Micros())
            ) == 1
        );

    /// <summary>
    /// Keeps how far a run came with the cases it found, in one transaction. False, and nothing written, where another took
    /// it or it is no longer in the state <paramref name="from"/>.
    /// </summary>
    public Task<bool> Save(
        Guid run,
        Guid holder,
        string from,
        string to,
        DateTimeOffset until,
        ReadOnlyMemory<byte> progress,
        IReadOnlyList<DryRunCaseRow> found
    ) =>
        database.Write(async s =>
        {
            var mine = await s.Execute(
                """
                UPDATE dry_run SET state = @to, held_until = @until, progress = @progress
                WHERE run_id = @run AND holder = @holder AND state = @from
                """,
                ("to", to),
                ("until", until.Micros()),
                ("progress", progress.ToArray()),
                ("run", run.Bytes()),
                ("holder", holder.Bytes()),
                ("from", from)
            );
            if (mine != 1)
                return false;
            foreach (var row in found)
                await s.Execute(
                    """
                    INSERT INTO dry_run_case (run_id, ordinal, class, case_id, content)
                    VALUES (@run, @ordinal, @class, @case, @content)
                    """,
                    ("run", run.Bytes()),
                    ("ordinal", row.Ordinal),
                    ("class", row.Class),
                    ("case", row.Case.Bytes()),
                    ("content", row.Content.ToArray())
                );
            return true;
        });

    /// <summary>Lets another take the run at once.</summary>
    public Task Release(Guid run, Guid holder) =>
        database.Write(s =>
            s.Execute(
                "UPDATE dry_run SET held_until = 0 WHERE run_id = @run AND holder = @holder",
                ("run", run.Bytes()),
                ("holder", holder.Bytes())
            )
        );

    /// <summary>Puts a run into another state whoever holds it; false where it is not in <paramref name="from"/>.</summary>
    public Task<bool> Turn(Guid run, string from, string to) =>
        database.Write(async s =>
            await s.Execute(
                "UPDATE dry_run SET state = @to WHERE run_id = @run AND state = @from",
                ("to", to),
                ("run", run.Bytes()),
                ("from", from)
            ) == 1
        );

    /// <summary>Cases of a run after a place in its order; of one class where it is named.</summary>
    public async Task<ImmutableArray<DryRunCaseRow>> Cases(Guid run, string? @class, long after, int limit) =>
        [
            .. await database.Read(s =>
                Session.All(
                    @class is null
                        ? s.Command(AllCases, ("run", run.Bytes()), ("ordinal", after), ("limit", (long)limit))
                        : s.Command(
                            CasesOfClass,
                            ("run", run.Bytes()),
                            ("ordinal", after),
                            ("limit", (long)limit),
                            ("class", @class)
                        ),
                    row => new DryRunCaseRow(row.GetInt64(0), row.GetString(1), new CaseId(row.Guid(2)), row.Blob(3))
                )
            ),
        ];

    internal const string OfService =
        $"SELECT {Columns} FROM dry_run WHERE service = @service ORDER BY started_at DESC, run_id DESC LIMIT @limit";

    internal const string AllCases = """
        SELECT ordinal, class, case_id, content FROM dry_run_case
        WHERE run_id = @run AND ordinal > @ordinal ORDER BY ordinal LIMIT @limit
        """;

    internal const string CasesOfClass = """
        SELECT ordinal, class, case_id, content FROM dry_run_case
        WHERE run_id = @run AND ordinal > @ordinal AND class = @class ORDER BY ordinal LIMIT @limit
        """;

    private static DryRunRow Read(DbDataReader row) =>
        new(row.Guid(0), row.GetString(1), row.GetString(2), row.Instant(3), row.Instant(4), row.Blob(5), row.Blob(6));
}
