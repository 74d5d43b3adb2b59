using System.Collections.Immutable;
using System.Text.Json;
using Genggam.Engine;
using Genggam.Office.Agencies;
using Genggam.Office.Catalogue;
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
internal sealed record ServiceDetail(
    string Id,
    string Name,
    string Summary,
    ImmutableArray<string> Agencies,
    string Release,
    ServicePromise Promise,
    ImmutableArray<string> Letters,
    JsonElement Form
);

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

    private static IResult Find(
        string id,
        ServiceCatalogue catalogue,
        Agencies agencies,
        ApiTexts texts,
        HttpRequest request
    )
    {
        if (catalogue.Find(id) is not { } release || release.Form(release.Service.Apply.Form) is not { } form)
            return new Problem(ProblemNumbers.NotFound);
        var book = release.TextsIn(texts.For(request).Language);
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
                JsonElement.Parse(form.JsonSchema())
            )
        );
    }

    private static ImmutableArray<string> Offering(Agencies agencies, Release release) =>
        [.. agencies.Offering(release.Id).Select(a => a.Id)];
}
