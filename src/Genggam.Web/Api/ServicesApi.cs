using System.Collections.Immutable;
using System.Text.Json;
using Genggam.Engine;
using Genggam.Office.Agencies;
using Genggam.Office.Applications;
using Genggam.Office.Catalogue;
using Genggam.Web.Portal;
using Genggam.Web.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Genggam.Web.Api;

/// <param name="Agencies">Who offers it, by id.</param>
internal sealed record ServiceItem(string Id, string Name, string Summary, ImmutableArray<string> Agencies);

internal sealed record ServiceList(IReadOnlyList<ServiceItem> Items);

/// <param name="Form">The answers of an application as a JSON Schema (draft 2020-12).</param>
/// <param name="Release">Which edition this is; a changed service has another.</param>
/// <param name="Intake">Whether each agency takes applications now.</param>
internal sealed record ServiceDetail(
    string Id,
    string Name,
    string Summary,
    ImmutableArray<string> Agencies,
    string Release,
    ServicePromise Promise,
    ImmutableArray<string> Letters,
    ImmutableArray<IntakeView> Intake,
    JsonElement Form
);

/// <param name="State"><c>open</c>, <c>not-yet</c>, <c>over</c> or <c>paused</c>.</param>
/// <param name="From">When it opens.</param>
/// <param name="Until">When it closes, or a pause ends; null where nobody knows.</param>
/// <param name="Why">What people are told.</param>
internal sealed record IntakeView(string Agency, string State, DateTimeOffset? From, DateTimeOffset? Until, string? Why)
{
    public static IntakeView Of(string agency, Intake intake, Release release, Text text) =>
        new(
            agency,
            intake switch
            {
                Intake.NotYet => "not-yet",
                Intake.Over => "over",
                Intake.Paused => "paused",
                _ => "open",
            },
            (intake as Intake.NotYet)?.From,
            intake switch
            {
                Intake.Open open => open.Until,
                Intake.Over over => over.Since,
                Intake.Paused paused => paused.Pause.Until,
                _ => null,
            },
            IntakeWords.Why(intake, release, text)
        );
}

internal sealed record ServicePromise(decimal Fee, string Currency, int TimeLimit, string TimeUnit);

/// <summary>The catalogue. Anyone may read it.</summary>
internal static class ServicesApi
{
    public static void MapServices(this IEndpointRouteBuilder api)
    {
        api.MapGet("/services", List).AllowAnonymous().WithName("ListServices").WithSummary("Every service on offer");
        api.MapGet("/services/{id}", Find)
            .AllowAnonymous()
            .WithName("GetService")
            .WithSummary("A service with the JSON Schema of its form")
            .Produces<ServiceDetail>();
    }

    private static Ok<ServiceList> List(
        ServiceCatalogue catalogue,
        Agencies agencies,
        ApiTexts texts,
        HttpRequest request
    )
    {
        var language = texts.For(request).Language;
        return TypedResults.Ok(
            new ServiceList([
                .. catalogue.Services.Select(r => new ServiceItem(
                    r.Id,
                    r.TextsIn(language)["name"],
                    r.TextsIn(language)["summary"],
                    Offering(agencies, r)
                )),
            ])
        );
    }

    private static async Task<IResult> Find(
        string id,
        ServiceCatalogue catalogue,
        Agencies agencies,
        IntakeDesk intakes,
        TimeProvider clock,
        ApiTexts texts,
        HttpRequest request
    )
    {
        if (catalogue.Find(id) is not { } release || release.Form(release.Service.Apply.Form) is not { } form)
            return new Problem(ProblemNumbers.NotFound);
        var text = texts.For(request);
        var book = release.TextsIn(text.Language);
        var intake = await intakes.Of(id);
        var service = release.Service;
        return TypedResults.Ok(
            new ServiceDetail(
                release.Id,
                book["name"],
                book["summary"],
                Offering(agencies, release),
                release.Hash,
                new ServicePromise(
                    service.Fee.Amount,
                    service.Fee.Currency,
                    service.TimeLimit.Amount,
                    JsonNamingPolicy.KebabCaseLower.ConvertName(service.TimeLimit.Unit.ToString())
                ),
                [.. service.Letters.Keys],
                [
                    .. agencies
                        .Offering(id)
                        .Select(a =>
                            IntakeView.Of(
                                a.Id,
                                intake.At(catalogue.At(release, a), a.Id, a.Zone, clock.GetUtcNow()),
                                release,
                                text
                            )
                        ),
                ],
                JsonElement.Parse(form.JsonSchema())
            )
        );
    }

    private static ImmutableArray<string> Offering(Agencies agencies, Release release) =>
        [.. agencies.Offering(release.Id).Select(a => a.Id)];
}
