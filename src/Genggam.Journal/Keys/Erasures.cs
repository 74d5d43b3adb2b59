using System.Collections.Immutable;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>
/// The list of destroyed keys. It stands in the keys database, in the journal and in a file, so that whichever is
/// restored from an older copy, the others destroy the key again.
/// </summary>
internal sealed class Erasures(Database keys, Database journal, string listPath)
{
    public async Task<bool> Destroy(SubjectId subject, string reason, DateTimeOffset at)
    {
        var line = $"{subject.Value:D}\t{at.Micros()}\t{reason.ReplaceLineEndings(" ").Replace('\t', ' ')}";
        PrivateFile.AppendLine(listPath, line);
        var destroyed = await InKeys(subject, reason, at.Micros());
        await InJournal(subject, reason, at.Micros());
        await keys.Scrub();
        return destroyed;
    }

    /// <summary>Destroys again whatever one of the three lists names and another does not yet.</summary>
    public async Task Replay()
    {
        var inKeys = await Listed(keys, "destroyed");
        var inJournal = await Listed(journal, "erasure");
        var all = inKeys.Concat(inJournal).Concat(ReadFile(listPath)).ToList();
        foreach (var (subject, reason, at) in all.ExceptBy(inKeys.Select(e => e.Subject), e => e.Subject))
            await InKeys(subject, reason, at);
        foreach (var (subject, reason, at) in all.ExceptBy(inJournal.Select(e => e.Subject), e => e.Subject))
            await InJournal(subject, reason, at);
    }

    /// <summary>Every subject whose key was destroyed here.</summary>
    public async Task<ImmutableArray<SubjectId>> All() => [.. (await Listed(keys, "destroyed")).Select(e => e.Subject)];

    public static IEnumerable<(SubjectId Subject, string Reason, long At)> ReadFile(string path)
    {
        if (!File.Exists(path))
            yield break;
        foreach (var line in File.ReadLines(path))
        {
            var fields = line.Split('\t', 3);
            if (fields.Length == 3 && Guid.TryParse(fields[0], out var id) && long.TryParse(fields[1], out var at))
                yield return (new SubjectId(id), fields[2], at);
        }
    }

    private static Task<List<(SubjectId Subject, string Reason, long At)>> Listed(Database database, string table) =>
        database.Read(s =>
            Session.All(
                s.Command(
                    table == "erasure"
                        ? "SELECT subject_id, reason, at FROM erasure"
                        : "SELECT subject_id, reason, at FROM destroyed"
                ),
                row => (new SubjectId(row.Guid(0)), row.GetString(1), row.GetInt64(2))
            )
        );

    private Task<bool> InKeys(SubjectId subject, string reason, long at) =>
        keys.Write(async s =>
        {
            var id = subject.Bytes();
            var gone = await s.Execute("DELETE FROM subject_key WHERE subject_id = @id", ("id", id));
            await s.Execute("DELETE FROM subject_nik WHERE subject_id = @id", ("id", id));
            await s.Execute(
                "INSERT INTO destroyed (subject_id, reason, at) VALUES (@id, @reason, @at) ON CONFLICT DO NOTHING",
                ("id", id),
                ("reason", reason),
                ("at", at)
            );
            return gone > 0;
        });

    private Task InJournal(SubjectId subject, string reason, long at) =>
        journal.Write(async s =>
        {
            var id = subject.Bytes();
            await s.Execute("DELETE FROM case_term WHERE subject_id = @id", ("id", id));
            await s.Execute("DELETE FROM application_draft WHERE owner = @id", ("id", id));
            // A hash tells whoever holds a copy of the file, or can guess what was sent, that it was this person's.
            await s.Execute(
                "DELETE FROM blob_chunk WHERE blob_id IN (SELECT blob_id FROM blob WHERE subject_id = @id)",
                ("id", id)
            );
            await s.Execute(
                "UPDATE blob SET content_hash = @none WHERE subject_id = @id",
                ("none", Digest.Zero.ToArray()),
                ("id", id)
            );
            await s.Execute("DELETE FROM answered WHERE actor = @actor", ("actor", subject.Value.ToString("N")));
            await s.Execute(
                "INSERT INTO erasure (subject_id, reason, at) VALUES (@id, @reason, @at) ON CONFLICT DO NOTHING",
                ("id", id),
                ("reason", reason),
                ("at", at)
            );
        });
}
