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
    public const string OfRelease = Head + "service = @service AND release_hash = @release" + Tail;

    /// <summary>Of a service between two instants, the oldest first.</summary>
    public const string PastOfService =
        Head
        + "service = @service AND (opened_at, case_id) > (@opened, @case) AND opened_at < @until"
        + " ORDER BY opened_at, case_id LIMIT @limit";

    public const string CountPast =
        "SELECT COUNT(*) FROM case_summary WHERE service = @service AND opened_at >= @since AND opened_at < @until";

    /// <summary>Running cases of a service under a release.</summary>
    public static string Running(bool agency, bool step) => Head + UnderRelease(agency, step) + Tail;

    public static string CountRunning(bool agency, bool step) =>
        "SELECT COUNT(*) FROM case_summary WHERE " + UnderRelease(agency, step);

    private static string UnderRelease(bool agency, bool step) =>
        "service = @service AND release_hash = @release AND state NOT IN ('closed', 'refused')"
        + (agency ? " AND agency = @agency" : "")
        + (step ? " AND step = @step" : "");

    /// <summary>Cases of an agency that carry <paramref name="count"/> terms, each about whomever.</summary>
    public static string WithTerms(int count)
    {
        var terms = Enumerable
            .Range(0, count)
            .Select(i => $"AND case_id IN (SELECT case_id FROM case_term WHERE term = @term{i})");
        return $"{Head}agency = @agency {string.Join(' ', terms)} ORDER BY opened_at DESC, case_id DESC LIMIT @limit";
    }

    private const string Head = $"SELECT {CaseRows.Columns} FROM case_summary WHERE ";
    private const string Tail =
        " AND (opened_at, case_id) < (@opened, @case) ORDER BY opened_at DESC, case_id DESC LIMIT @limit";
}
