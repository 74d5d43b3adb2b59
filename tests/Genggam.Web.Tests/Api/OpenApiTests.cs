using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Genggam.Web.Tests.Harness;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Api;

public sealed class OpenApiTests(Host host)
{
    [Fact]
    public async Task Every_endpoint_is_described_with_its_scope_and_its_refusals()
    {
        var paths = (await Document())["paths"]!;
        var endpoints = host
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .ToList();
        Assert.True(endpoints.Count >= 13);
        foreach (var endpoint in endpoints)
        {
            var path = endpoint.RoutePattern.RawText!.Replace(":guid", "", StringComparison.Ordinal);
            var method = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Single().ToLowerInvariant();
            var operation = paths[path]?[method];
            Assert.True(operation is not null, $"{method} {path} is not described");
            Assert.NotNull(operation["summary"]);
            var policy = endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy;
            if (policy is not null)
                Assert.Equal(policy.Split(' '), operation["security"]!.AsArray().Select(s => (string)s!["token"]![0]!));
            foreach (var status in new[] { "400", "401", "403", "404", "409", "422", "429" })
                Assert.Equal(
                    "#/components/schemas/ProblemBody",
                    (string)
                        operation["responses"]![status]!["content"]!["application/problem+json"]!["schema"]!["$ref"]!
                );
        }
    }

    [Fact]
    public async Task Real_answers_have_the_shape_that_is_described()
    {
        var document = await Document();
        using var machine = await Machine.Of(host, "bkpm");
        var receipt = await machine.Apply(Forms.Nib, Forms.FoodStall());
        Fits(document, "/api/v1/services/{id}/applications", "post", "201", receipt.Ok(201));
        Fits(document, "/api/v1/cases/{id}", "get", "200", (await machine.Get($"{receipt.Location}")).Ok());
        Fits(document, "/api/v1/cases", "get", "200", (await machine.Get("/api/v1/cases")).Ok());
        Fits(document, "/api/v1/services", "get", "200", (await machine.Get("/api/v1/services")).Ok());
        Fits(
            document,
            "/api/v1/services/{id}",
            "get",
            "200",
            (await machine.Get($"/api/v1/services/{Forms.Nib}")).Ok()
        );
        var refused = (await machine.Apply(Forms.Nib, new JsonObject())).Refused(400, "GG-702");
        Fits(document, "/api/v1/services/{id}/applications", "post", "400", refused, "application/problem+json");
    }

    private static void Fits(
        JsonNode document,
        string path,
        string method,
        string status,
        JsonNode body,
        string media = "application/json"
    )
    {
        var schema = document["paths"]![path]![method]!["responses"]![status]!["content"]![media]!["schema"]!;
        Assert.Empty(Shape.Faults(document, schema, body, path));
    }

    private async Task<JsonNode> Document()
    {
        using var anyone = host.Client();
        return (await anyone.GetFromJsonAsync<JsonNode>("/openapi/v1.json", TestContext.Current.CancellationToken))!;
    }
}
