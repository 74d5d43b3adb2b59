using System.Collections.Immutable;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>Every release and working calendar that cases stand under, for every node and in every backup.</summary>
public sealed class Releases
{
    private readonly Database database;

    internal Releases(Database database) => this.database = database;

    /// <summary>Keeps it; what is kept under a hash stays as it is.</summary>
    public Task Keep(string hash, byte[] content) =>
        database.Write(s =>
            s.Execute(
                "INSERT INTO release (hash, content) VALUES (@hash, @content) ON CONFLICT DO NOTHING",
                ("hash", hash),
                ("content", content)
            )
        );

    public async Task<bool> Has(string hash) =>
        await database.Read(s => s.Scalar("SELECT 1 FROM release WHERE hash = @hash", ("hash", hash))) is not null;

    /// <summary>Of all that are kept.</summary>
    public async Task<ImmutableArray<string>> Hashes() => [.. await Keys("SELECT hash FROM release ORDER BY hash")];

    /// <summary>The ids of all calendars that are kept.</summary>
    public async Task<ImmutableArray<string>> Calendars() => [.. await Keys("SELECT id FROM calendar ORDER BY id")];

    public async Task<byte[]?> Find(string hash) =>
        await database.Read(s => s.Scalar("SELECT content FROM release WHERE hash = @hash", ("hash", hash))) as byte[];

    /// <summary>Keeps a calendar; what is kept under an id stays as it is.</summary>
    public Task KeepCalendar(string id, byte[] content) =>
        database.Write(s =>
            s.Execute(
                "INSERT INTO calendar (id, content) VALUES (@id, @content) ON CONFLICT DO NOTHING",
                ("id", id),
                ("content", content)
            )
        );

    public async Task<byte[]?> FindCalendar(string id) =>
        await database.Read(s => s.Scalar("SELECT content FROM calendar WHERE id = @id", ("id", id))) as byte[];

    private Task<List<string>> Keys(string sql) =>
        database.Read(s => Session.All(s.Command(sql), row => row.GetString(0)));
}
