using System.Collections.Immutable;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>Where a page of cases ended; give it back for the next page.</summary>
public sealed record CaseCursor(DateTimeOffset OpenedAt, CaseId Case);

/// <summary>A page; <see cref="Next"/> is null on the last one.</summary>
public sealed record CasePage(ImmutableArray<CaseRow> Rows, CaseCursor? Next);

/// <summary>Which cases to list. At least <see cref="Agency"/> or <see cref="Service"/> is given.</summary>
public sealed record CaseFilter(string? Agency = null, string? Service = null, string? State = null);

/// <summary>Which cases that are not over to list: of a service, under a release.</summary>
public sealed record RunningFilter(string Service, string Release, string? Agency = null, string? Step = null);

/// <summary>Finds cases by their summaries. Newest first, paged by key.</summary>
public sealed class CaseIndex
{
    private const int MostWords = 8;
    private static readonly byte[] LastId = [.. Enumerable.Repeat((byte)255, 16)];
    private readonly Database database;
    private readonly Subjects subjects;

    internal CaseIndex(Database database, Subjects subjects) => (this.database, this.subjects) = (database, subjects);

    public Task<CaseRow?> Find(CaseId @case) =>
        One($"SELECT {CaseRows.Columns} FROM case_summary WHERE case_id = @value", @case.Bytes());

    public Task<CaseRow?> FindByNumber(string number) =>
        One($"SELECT {CaseRows.Columns} FROM case_summary WHERE number = @value", number);

    public Task<CasePage> OfApplicant(SubjectId applicant, int limit, CaseCursor? after = null) =>
        Page(CaseSql.OfApplicant, limit, after, ("applicant", applicant.Bytes()));

    /// <summary>Cases of a service that stand under a release.</summary>
    public Task<CasePage> OfRelease(string service, string release, int limit, CaseCursor? after = null) =>
        Page(CaseSql.OfRelease, limit, after, ("service", service), ("release", release));

    public Task<CasePage> List(CaseFilter filter, int limit, CaseCursor? after = null) =>
        (filter.Agency, filter.Service, filter.State) switch
        {
            ({ } agency, null, null) => Page(CaseSql.OfAgency, limit, after, ("agency", agency)),
            ({ } agency, null, { } state) => Page(
                CaseSql.OfAgencyState,
                limit,
                after,
                ("agency", agency),
                ("state", state)
            ),
            ({ } agency, { } service, null) => Page(
                CaseSql.OfAgencyService,
                limit,
                after,
                ("agency", agency),
                ("service", service)
            ),
            ({ } agency, { } service, { } state) => Page(
                CaseSql.OfAgencyServiceState,
                limit,
                after,
                ("agency", agency),
                ("service", service),
                ("state", state)
            ),
            (null, { } service, null) => Page(CaseSql.OfService, limit, after, ("service", service)),
            (null, { } service, { } state) => Page(
                CaseSql.OfServiceState,
                limit,
                after,
                ("service", service),
                ("state", state)
            ),
            _ => throw new ArgumentException("A list of cases names an agency or a service.", nameof(filter)),
        };

    /// <summary>Cases of a service that were opened at or after <paramref name="since"/> and before <paramref name="until"/>, the oldest first.</summary>
    public async Task<ImmutableArray<CaseRow>> Past(
        string service,
        DateTimeOffset since,
        DateTimeOffset until,
        int limit,
        CaseCursor? after = null
    ) =>
        [
            .. await database.Read(s =>
                Session.All(
                    s.Command(
                        CaseSql.PastOfService,
                        ("service", service),
                        ("opened", after?.OpenedAt.Micros() ?? since.Micros() - 1),
                        ("case", after is { } last ? last.Case.Bytes() : LastId),
                        ("until", until.Micros()),
                        ("limit", (long)limit)
                    ),
                    CaseRows.Read
                )
            ),
        ];

    public async Task<long> CountPast(string service, DateTimeOffset since, DateTimeOffset until) =>
        (long)
            (
                await database.Read(s =>
                    s.Scalar(
                        CaseSql.CountPast,
                        ("service", service),
                        ("since", since.Micros()),
                        ("until", until.Micros())
                    )
                )
            )!;

    /// <summary>Cases under a release that are not over, newest first.</summary>
    public Task<CasePage> Running(RunningFilter filter, int limit, CaseCursor? after = null) =>
        Page(CaseSql.Running(filter.Agency is not null, filter.Step is not null), limit, after, Values(filter));

    public async Task<long> CountRunning(RunningFilter filter) =>
        (long)
            (
                await database.Read(s =>
                    s.Scalar(CaseSql.CountRunning(filter.Agency is not null, filter.Step is not null), Values(filter))
                )
            )!;

    private static (string Name, object? Value)[] Values(RunningFilter filter) =>
        [
            ("service", filter.Service),
            ("release", filter.Release),
            .. filter.Agency is { } agency ? [("agency", agency)] : Array.Empty<(string, object?)>(),
            .. filter.Step is { } step ? [("step", step)] : Array.Empty<(string, object?)>(),
        ];

    /// <summary>
    /// Cases of an agency that carry every word of <paramref name="text"/> among their terms, at most
    /// <paramref name="limit"/>, newest first. A case number finds its case too.
    /// </summary>
    public async Task<ImmutableArray<CaseRow>> Search(string agency, string text, int limit)
    {
        if (await FindByNumber(text.Trim()) is { } exact && exact.Summary.Agency == agency)
            return [exact];
        var terms = Words.Of(text).Distinct(StringComparer.Ordinal).Take(MostWords).Select(subjects.BlindTerm).ToList();
        if (terms.Count == 0)
            return [];
        var found = await database.Read(s =>
            Session.All(
                s.Command(
                    CaseSql.WithTerms(terms.Count),
                    [
                        ("agency", agency),
                        ("limit", (long)limit),
                        .. terms.Select((term, i) => ($"term{i}", (object?)term.ToArray())),
                    ]
                ),
                CaseRows.Read
            )
        );
        return [.. found];
    }

    private Task<CaseRow?> One(string sql, object value) =>
        database.Read(s => Session.One(s.Command(sql, ("value", value)), CaseRows.Read));

    private async Task<CasePage> Page(
        string sql,
        int limit,
        CaseCursor? after,
        params (string Name, object? Value)[] where
    )
    {
        (string, object?)[] parameters =
        [
            .. where,
            ("opened", after?.OpenedAt.Micros() ?? long.MaxValue),
            ("case", (after?.Case ?? default).Bytes()),
            ("limit", (long)limit + 1),
        ];
        var rows = await database.Read(s => Session.All(s.Command(sql, parameters), CaseRows.Read));
        if (rows.Count <= limit)
            return new([.. rows], null);
        rows.RemoveAt(limit);
        return new([.. rows], new CaseCursor(rows[^1].Summary.OpenedAt, rows[^1].Case));
    }
}
