using System.Collections.Immutable;
using System.Data.Common;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>A phrase that officers use again and again. It is about nobody.</summary>
/// <param name="Officer">Whose it is; null where the whole agency shares it.</param>
public sealed record SavedRemark(Guid Id, string Agency, string? Officer, string Text);

/// <summary>The phrases of an agency and of its officers.</summary>
public sealed class SavedRemarks
{
    /// <summary>The most that is listed for one officer.</summary>
    public const int MostListed = 200;

    internal const string Select = """
        SELECT remark_id, agency, officer, text FROM saved_remark
        WHERE agency = @agency AND officer IN ('', @officer) ORDER BY officer, text LIMIT @limit
        """;

    private readonly Database database;

    internal SavedRemarks(Database database) => this.database = database;

    /// <summary>What an officer can use: the agency's first, then their own, each in the order of the alphabet.</summary>
    public async Task<ImmutableArray<SavedRemark>> For(string agency, string officer) =>
        [
            .. await database.Read(s =>
                Session.All(
                    s.Command(Select, ("agency", agency), ("officer", officer), ("limit", (long)MostListed)),
                    Read
                )
            ),
        ];

    public Task Save(SavedRemark remark) =>
        database.Write(s =>
            s.Execute(
                """
                INSERT INTO saved_remark (remark_id, agency, officer, text) VALUES (@id, @agency, @officer, @text)
                ON CONFLICT (remark_id) DO UPDATE SET text = excluded.text
                """,
                ("id", remark.Id.Bytes()),
                ("agency", remark.Agency),
                ("officer", remark.Officer ?? ""),
                ("text", remark.Text)
            )
        );

    /// <param name="officer">Whose phrase it must be; null for one of the agency's.</param>
    /// <returns>False where there is no such phrase of that owner.</returns>
    public Task<bool> Delete(Guid id, string agency, string? officer) =>
        database.Write(async s =>
            await s.Execute(
                "DELETE FROM saved_remark WHERE remark_id = @id AND agency = @agency AND officer = @officer",
                ("id", id.Bytes()),
                ("agency", agency),
                ("officer", officer ?? "")
            ) == 1
        );

    private static SavedRemark Read(DbDataReader row) =>
        new(
            row.Guid(0),
            row.GetString(1),
            row.GetString(2) is { Length: > 0 } officer ? officer : null,
            row.GetString(3)
        );
}
