using System.Security.Cryptography;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>Many subjects at once, for cases that are over when they come.</summary>
public sealed partial class Subjects
{
    internal Task<Dictionary<string, SubjectId>> OfNiks(IReadOnlyCollection<string> niks) =>
        keys.Read(async s =>
        {
            var found = new Dictionary<string, SubjectId>(StringComparer.Ordinal);
            foreach (var nik in niks)
                if (
                    await s.Scalar(
                        "SELECT subject_id FROM subject_nik WHERE blind = @blind",
                        ("blind", BlindIndex(nik).ToArray())
                    )
                    is byte[] id
                )
                    found[nik] = new SubjectId(new Guid(id, bigEndian: true));
            return found;
        });

    /// <summary>Makes their keys in one transaction; a subject that has one already, or had it destroyed, is not in the result.</summary>
    internal async Task<List<(SubjectId Subject, byte[] Key)>> Create(IReadOnlyList<PastSubject> made)
    {
        var mine = new (byte[] Key, byte[] Wrapped, byte[]? Blind)[made.Count];
        Parallel.For(
            0,
            made.Count,
            i =>
            {
                var key = RandomNumberGenerator.GetBytes(32);
                mine[i] = (
                    key,
                    master.Wrap(made[i].Id, key),
                    made[i].Nik is { } nik ? BlindIndex(nik).ToArray() : null
                );
            }
        );
        return await keys.Write(async s =>
        {
            var created = new List<(SubjectId, byte[])>(made.Count);
            for (var i = 0; i < mine.Length; i++)
            {
                if (await Insert(s, made[i].Id, mine[i].Wrapped, made[i].At) == 1)
                    created.Add((made[i].Id, mine[i].Key));
                if (mine[i].Blind is { } blind)
                    await s.Execute(
                        "INSERT INTO subject_nik (blind, subject_id) VALUES (@blind, @subject) ON CONFLICT DO NOTHING",
                        ("blind", blind),
                        ("subject", made[i].Id.Bytes())
                    );
            }
            return created;
        });
    }

    // A destroyed subject never gets a second key: the insert looks at the list in its own transaction.
    private static Task<int> Insert(Session session, SubjectId subject, byte[] wrapped, DateTimeOffset at) =>
        session.Execute(
            """
            INSERT INTO subject_key (subject_id, wrapped, at) SELECT @subject, @wrapped, @at
            WHERE NOT EXISTS (SELECT 1 FROM destroyed WHERE subject_id = @subject) ON CONFLICT DO NOTHING
            """,
            ("subject", subject.Bytes()),
            ("wrapped", wrapped),
            ("at", at.Micros())
        );
}
