using System.Text;

namespace Genggam.Journal.Tests;

/// <summary>What tests of the journal start from.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static string Folder() => Directory.CreateTempSubdirectory("genggam-journal-").FullName;

    public static JournalOptions OnPostgres(PostgresCluster cluster) =>
        new()
        {
            Folder = Folder(),
            Postgres = cluster.ConnectionString,
            Schema = $"t{Guid.NewGuid():N}",
            CheckpointEvery = null,
        };

    public static JournalOptions OnSqlite() => new() { Folder = Folder(), CheckpointEvery = null };

    public static CaseId Case() => new(Guid.CreateVersion7());

    public static byte[] Json(string text) => Encoding.UTF8.GetBytes(text);

    public static NewEntry First(CaseId @case) =>
        new()
        {
            Case = @case,
            ExpectedSequence = 0,
            At = Noon,
            Kind = "submit",
            Open = Json("""{"step":"received"}"""),
        };

    public static NewEntry After(Entry last, CaseId @case) =>
        After(new AppendResult.Appended(last.Position, last.Sequence, last.Hash), @case);

    public static NewEntry After(AppendResult last, CaseId @case)
    {
        var appended = (AppendResult.Appended)last;
        return First(@case) with
        {
            ExpectedSequence = appended.Sequence,
            PreviousHash = appended.Hash,
            Kind = "next",
            At = Noon.AddMinutes(appended.Sequence),
        };
    }

    public static CaseSummary Summary(string number, SubjectId applicant, string agency = "dukcapil-surabaya") =>
        new()
        {
            Number = number,
            Service = "akta-kelahiran",
            ReleaseHash = "r1",
            Agency = agency,
            State = "open",
            OpenedAt = Noon,
            Applicant = applicant,
        };
}
