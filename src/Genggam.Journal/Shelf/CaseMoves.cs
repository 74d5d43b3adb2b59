using System.Collections.Immutable;
using System.Data.Common;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>A move of the running cases of a service to another release.</summary>
/// <param name="State">What the office calls its state.</param>
/// <param name="Cases">How many cases there were when it began.</param>
/// <param name="Body">What was asked for, as the office writes it; no personal data.</param>
public sealed record MigrationRow(
    MigrationId Id,
    string Service,
    string State,
    long Cases,
    DateTimeOffset At,
    DateTimeOffset ChangedAt,
    ReadOnlyMemory<byte> Body
);

/// <summary>What became of one case.</summary>
/// <param name="Said">Why, in words of the office.</param>
public sealed record MigrationCaseRow(CaseId Case, string Result, string Said);

/// <summary>How far each move of running cases came.</summary>
public sealed class CaseMoves
{
    private const string Columns = "migration_id, service, state, cases, at, changed_at, body";

    internal const string OfServiceSql =
        $"SELECT {Columns} FROM migration WHERE service = @service ORDER BY at DESC, migration_id DESC LIMIT @limit";

    internal const string InStateSql =
        $"SELECT {Columns} FROM migration WHERE state = @state ORDER BY at, migration_id";

    internal const string CasesSql = """
        SELECT case_id, result, said FROM migration_case WHERE migration_id = @id AND case_id > @after
        ORDER BY case_id LIMIT @limit
        """;

    internal const string CasesWithSql = """
        SELECT case_id, result, said FROM migration_case WHERE migration_id = @id AND result = @result AND case_id > @after
        ORDER BY case_id LIMIT @limit
        """;

    internal const string CountsSql =
        "SELECT result, said, COUNT(*) FROM migration_case WHERE migration_id = @id GROUP BY result, said";

    private readonly Database database;

    internal CaseMoves(Database database) => this.database = database;

    /// <summary>Adds it; one of that id that is there stays as it is.</summary>
    public Task Add(MigrationRow row) =>
        database.Write(s =>
            s.Execute(
                $"""
                INSERT INTO migration ({Columns}) VALUES (@id, @service, @state, @cases, @at, @changed, @body)
                ON CONFLICT DO NOTHING
                """,
                ("id", row.Id.Bytes()),
                ("service", row.Service),
                ("state", row.State),
                ("cases", row.Cases),
                ("at", row.At.Micros()),
                ("changed", row.ChangedAt.Micros()),
                ("body", row.Body.ToArray())
            )
        );

    public Task<MigrationRow?> Find(MigrationId id) =>
        database.Read(s =>
            Session.One(
                s.Command($"SELECT {Columns} FROM migration WHERE migration_id = @id", ("id", id.Bytes())),
                Read
            )
        );

    /// <summary>Of a service, the newest first.</summary>
    public async Task<ImmutableArray<MigrationRow>> Of(string service, int limit) =>
        [
            .. await database.Read(s =>
                Session.All(s.Command(OfServiceSql, ("service", service), ("limit", (long)limit)), Read)
            ),
        ];

    /// <summary>All in a state, the oldest first.</summary>
    public async Task<ImmutableArray<MigrationRow>> InState(string state) =>
        [.. await database.Read(s => Session.All(s.Command(InStateSql, ("state", state)), Read))];

    /// <returns>False where its state was another meanwhile.</returns>
    public Task<bool> Turn(MigrationId id, string from, string to, DateTimeOffset at) =>
        database.Write(async s =>
            await s.Execute(
                "UPDATE migration SET state = @to, changed_at = @at WHERE migration_id = @id AND state = @from",
                ("to", to),
                ("at", at.Micros()),
                ("id", id.Bytes()),
                ("from", from)
            ) == 1
        );

    /// <summary>Notes what became of cases, over what was noted before.</summary>
    public Task Note(MigrationId id, IReadOnlyCollection<MigrationCaseRow> cases) =>
        database.Write(async s =>
        {
            // In one order on every node: two that note the same cases would else wait for each other.
            foreach (var one in cases.OrderBy(c => c.Case.Value))
                await s.Execute(
                    """
                    INSERT INTO migration_case (migration_id, case_id, result, said) VALUES (@id, @case, @result, @said)
                    ON CONFLICT (migration_id, case_id) DO UPDATE SET result = excluded.result, said = excluded.said
                    """,
                    ("id", id.Bytes()),
                    ("case", one.Case.Bytes()),
                    ("result", one.Result),
                    ("said", one.Said)
                );
        });

    /// <summary>A page of the cases in the order of their ids; only those of one result where it is given.</summary>
    public async Task<ImmutableArray<MigrationCaseRow>> Cases(
        MigrationId id,
        string? result,
        int limit,
        CaseId after = default
    ) =>
        [
            .. await database.Read(s =>
                Session.All(
                    result is null
                        ? s.Command(CasesSql, ("id", id.Bytes()), ("after", after.Bytes()), ("limit", (long)limit))
                        : s.Command(
                            CasesWithSql,
                            ("id", id.Bytes()),
                            ("result", result),
                            ("after", after.Bytes()),
                            ("limit", (long)limit)
                        ),
                    row => new MigrationCaseRow(new CaseId(row.Guid(0)), row.GetString(1), row.GetString(2))
                )
            ),
        ];

    /// <summary>How many cases came to each result, by what was said of it.</summary>
    public async Task<ImmutableArray<(string Result, string Said, long Cases)>> Counts(MigrationId id) =>
        [
            .. await database.Read(s =>
                Session.All(
                    s.Command(CountsSql, ("id", id.Bytes())),
                    row => (row.GetString(0), row.GetString(1), row.GetInt64(2))
                )
            ),
        ];

    private static MigrationRow Read(DbDataReader row) =>
        new(
            new MigrationId(row.Guid(0)),
            row.GetString(1),
            row.GetString(2),
            row.GetInt64(3),
            row.Instant(4),
            row.Instant(5),
            row.Blob(6)
        );
}
