namespace Genggam.Journal;

/// <summary>The lists of cases. Each has an index of its own; a test reads the plan of every one.</summary>
internal static class CaseSql
{
    public const string OfApplicant = Head + "applicant = @applicant" + Tail;
    public const string OfAgency = Head + "agency = @agency" + Tail;
    public const string OfAgencyState = Head + "agency = @agency AND state = @state" + Tail;
    public const string OfAgencyService = Head + "agency = @agency AND service = @service" + Tail;
    public const string OfAgencyServiceState =
        Head + "agency = @agency AND service = @service AND state = @state" + Tail;
    public const string OfService = Head + "service = @service" + Tail;
    public const string OfServiceState = Head + "service = @service AND state = @state" + Tail;

    public const string Term = """
        SELECT case_term.case_id FROM case_term JOIN case_summary ON case_summary.case_id = case_term.case_id
        WHERE term = @term AND agency = @agency
        """;

    private const string Head = $"SELECT {CaseRows.Columns} FROM case_summary WHERE ";
    private const string Tail =
        " AND (opened_at, case_id) < (@opened, @case) ORDER BY opened_at DESC, case_id DESC LIMIT @limit";
}
