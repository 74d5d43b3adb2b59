using System.Globalization;

namespace Genggam.Journal.Tests;

/// <summary>
/// The program that is killed: appends to several cases at once, each command with its key, and says each
/// acknowledgement on standard output only once the journal gave it.
/// </summary>
internal static class KillChild
{
    public const string Verb = "append-until-killed";
    private const int Cases = 8;

    public static async Task Run(string[] arguments)
    {
        var (folder, postgres, schema) = (arguments[1], arguments[2], arguments[3]);
        var round = int.Parse(arguments[4], CultureInfo.InvariantCulture);
        await using var journal = await JournalStore.Open(
            new JournalOptions
            {
                Folder = folder,
                Postgres = postgres.Length == 0 ? null : postgres,
                Schema = schema,
                CheckpointEvery = null,
            }
        );
        var output = TextWriter.Synchronized(Console.Out);
        await Task.WhenAll(
            Enumerable.Range(0, Cases).Select(line => Task.Run(() => AppendForever(journal, round, line, output)))
        );
    }

    /// <summary>The command <paramref name="number"/> of one case: the same whenever it is asked for again.</summary>
    public static NewEntry Command(CaseId @case, int round, int line, int number, SubjectId subject) =>
        Given.First(@case) with
        {
            Kind = Name(round, line, number),
            Sealed = [new(subject, Given.Json($"{{\"n\":{number}}}"))],
            Outbox = [new(Name(round, line, number), "notice", Given.Json("{}"))],
            Key = new("load", Name(round, line, number), Digest.Of(Given.Json(Name(round, line, number))), default),
        };

    public static string Name(int round, int line, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{round}/{line}/{number}");

    private static async Task AppendForever(JournalStore journal, int round, int line, TextWriter output)
    {
        var (@case, subject) = (Given.Case(), await journal.Subjects.Create());
        var (sequence, hash) = (0L, Digest.Zero);
        for (var number = 0; ; number++)
        {
            var command = Command(@case, round, line, number, subject);
            output.WriteLine($"asked {@case} {subject} {line} {number} .");
            var result = await journal.Append(command with { ExpectedSequence = sequence, PreviousHash = hash });
            var appended = (AppendResult.Appended)result;
            (sequence, hash) = (appended.Sequence, appended.Hash);
            output.WriteLine($"acknowledged {@case} {subject} {line} {number} .");
        }
    }
}
