using System.Data.Common;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>The rows of <c>case_summary</c>.</summary>
internal static class CaseRows
{
    public const string Columns = """
        case_id, sequence, changed_at, number, service, release_hash, agency, region, state, outcome,
        opened_at, deadline, applicant, follow_code_hash, step
        """;

    public const string OnConflict = """
        ON CONFLICT (case_id) DO UPDATE SET sequence = excluded.sequence, changed_at = excluded.changed_at,
            number = excluded.number, service = excluded.service, release_hash = excluded.release_hash,
            agency = excluded.agency, region = excluded.region, state = excluded.state,
            outcome = excluded.outcome, opened_at = excluded.opened_at, deadline = excluded.deadline,
            applicant = excluded.applicant, follow_code_hash = COALESCE(excluded.follow_code_hash, case_summary.follow_code_hash), step = excluded.step
        """;

    public static Task Upsert(Session session, CaseId @case, long sequence, long at, CaseSummary summary) =>
        session.Execute(
            $"""
            INSERT INTO case_summary ({Columns})
            VALUES (@case, @sequence, @at, @number, @service, @release, @agency, @region, @state, @outcome,
                @opened, @deadline, @applicant, @follow, @step)
            {OnConflict}
            """,
            ("case", @case.Bytes()),
            ("sequence", sequence),
            ("at", at),
            ("number", summary.Number),
            ("service", summary.Service),
            ("release", summary.ReleaseHash),
            ("agency", summary.Agency),
            ("region", summary.Region),
            ("state", summary.State),
            ("outcome", summary.Outcome),
            ("opened", summary.OpenedAt.Micros()),
            ("deadline", summary.Deadline?.Micros()),
            ("applicant", summary.Applicant.Bytes()),
            ("follow", summary.FollowCodeHash?.ToArray()),
            ("step", summary.Step)
        );

    public static CaseRow Read(DbDataReader row) =>
        new(
            new CaseId(row.Guid(0)),
            row.GetInt64(1),
            row.Instant(2),
            new CaseSummary
            {
                Number = row.GetString(3),
                Service = row.GetString(4),
                ReleaseHash = row.GetString(5),
                Agency = row.GetString(6),
                Region = row.TextOrNull(7),
                State = row.GetString(8),
                Outcome = row.TextOrNull(9),
                OpenedAt = row.Instant(10),
                Deadline = row.InstantOrNull(11),
                Applicant = new SubjectId(row.Guid(12)),
                FollowCodeHash = row.BlobOrNull(13) is { } hash ? Digest.From(hash) : null,
                Step = row.TextOrNull(14),
            }
        );
}
