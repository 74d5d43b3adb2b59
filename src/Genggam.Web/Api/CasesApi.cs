using System.Globalization;
using System.Security.Claims;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Genggam.Web.Api;

/// <param name="State"><c>open</c>, <c>with-applicant</c>, <c>incident</c>, <c>closed</c>, or <c>refused</c>: a rule said no when it was handed in.</param>
internal sealed record CaseItem(
    Guid Id,
    string Number,
    string Service,
    string State,
    string? Outcome,
    string? Step,
    DateTimeOffset OpenedAt,
    DateTimeOffset? Deadline
);

/// <param name="Next">Give it as <c>after</c> for the next page; null on the last.</param>
internal sealed record CaseList(IReadOnlyList<CaseItem> Items, string? Next);

/// <summary>The cases of the token's agency. Those of others are not there.</summary>
internal static class CasesApi
{
    private const int MostAtOnce = 200;
    private const string Answers = "answers";

    public static void MapCases(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cases", List)
            .RequireAuthorization(ClientScopes.ReadCases)
            .WithName("ListCases")
            .WithSummary("The cases of the agency, newest first")
            .Produces<CaseList>();
        api.MapGet("/cases/{id:guid}", Find)
            .RequireAuthorization(ClientScopes.ReadCases)
            .WithName("GetCase")
            .WithSummary("One case; with include=answers also what people said")
            .Produces<CaseView>();
    }

    private static async Task<IResult> Find(
        Guid id,
        string? include,
        ClaimsPrincipal user,
        CaseWork work,
        ApiTexts texts,
        HttpContext http
    )
    {
        var caller = Caller.Of(user);
        if (await work.Own(id, caller, http.RequestAborted) is not { } loaded)
            return new Problem(Refusals.NoSuchCase);
        if (include is not (null or Answers))
            return new Problem(ProblemNumbers.WrongQuery) { Slots = ["include"] };
        return TypedResults.Ok(CaseView.Of(loaded, texts.For(http.Request), include is Answers));
    }

    private static async Task<IResult> List(
        string? state,
        string? after,
        int? limit,
        ClaimsPrincipal user,
        JournalStore journal
    )
    {
        if (limit is < 1 or > MostAtOnce)
            return new Problem(ProblemNumbers.WrongQuery) { Slots = ["limit"] };
        if (state is not null && !CaseStates.All.Contains(state))
            return new Problem(ProblemNumbers.WrongQuery) { Slots = ["state"] };
        CaseCursor? cursor = null;
        if (after is not null && (cursor = Cursor(after)) is null)
            return new Problem(ProblemNumbers.WrongQuery) { Slots = ["after"] };
        var filter = new CaseFilter(Agency: Caller.Of(user).Agency, State: state);
        var page = await journal.Cases.List(filter, limit ?? 50, cursor);
        return TypedResults.Ok(
            new CaseList(
                [.. page.Rows.Select(Item)],
                page.Next is { } next
                    ? string.Create(CultureInfo.InvariantCulture, $"{next.OpenedAt.UtcTicks}-{next.Case.Value:N}")
                    : null
            )
        );
    }

    private static CaseItem Item(CaseRow row) =>
        new(
            row.Case.Value,
            row.Summary.Number,
            row.Summary.Service,
            row.Summary.State,
            row.Summary.Outcome,
            row.Summary.Step,
            row.Summary.OpenedAt,
            row.Summary.Deadline
        );

    private static CaseCursor? Cursor(string after) =>
        after.Split('-') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at < DateTimeOffset.MaxValue.UtcTicks
        && Guid.TryParseExact(id, "N", out var @case)
            ? new CaseCursor(new DateTimeOffset(at, TimeSpan.Zero), new CaseId(@case))
            : null;
}
