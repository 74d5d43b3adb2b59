using System.Text.Json.Nodes;
using Genggam.Office.People;
using Genggam.Standards.Feel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Genggam.Web.Api;

/// <summary>The description of the API at <c>/openapi/v1.json</c>, made from the endpoints themselves.</summary>
internal static class OpenApi
{
    private const string Token = "token";

    private const string ExampleApplication = """
        {
          "agency": "bkpm",
          "applicant": { "nik": "3578014503880002", "name": "Sari Wulandari", "phone": "081234567801" },
          "answers": {
            "usaha": { "bentuk": "perorangan", "nama": "Warung Bu Sari", "kbli": "56102", "modal": 15000000 },
            "pernyataan": { "benar": true }
          }
        }
        """;

    public static void AddOpenApiDocument(this IServiceCollection services) =>
        services.AddOpenApi(
            "v1",
            options =>
            {
                options.ShouldInclude = description =>
                    description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
                options.AddDocumentTransformer((document, _, _) => Describe(document));
                options.AddOperationTransformer((operation, context, _) => Secure(operation, context));
                options.AddSchemaTransformer((schema, context, _) => Answers(schema, context));
            }
        );

    public static void MapOpenApiDocument(this IEndpointRouteBuilder app) =>
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();

    private static Task Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Genggam",
            Version = "v1",
            Description =
                "Every public service over HTTP: the same cases, by the same commands, as in the browser. Refusals are "
                + "problem details (RFC 9457) whose code is a stable number.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Token] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.OAuth2,
            Flows = new OpenApiOAuthFlows
            {
                ClientCredentials = new OpenApiOAuthFlow
                {
                    TokenUrl = new Uri(Tokens.Path, UriKind.Relative),
                    Scopes = new Dictionary<string, string>
                    {
                        [ClientScopes.Submit] = "Hand in, correct and withdraw applications for people",
                        [ClientScopes.ReadCases] = "Read the cases of the agency",
                        [ClientScopes.WriteCases] = "Take and finish tasks of the agency",
                        [ClientScopes.ReadDocuments] = "Fetch issued documents of the agency",
                        [ClientScopes.Publish] = "Ask for the publication of services that the agency owns",
                    },
                },
            },
        };
        return Task.CompletedTask;
    }

    private static Task Secure(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        // Where one of two scopes is enough, each is a way in of its own.
        var scopes = metadata.OfType<IAuthorizeData>().SelectMany(a => (a.Policy ?? "").Split(' '));
        operation.Security =
        [
            .. scopes.Select(scope => new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference(Token, context.Document)] = [scope],
            }),
        ];
        if (
            operation.OperationId == "SubmitApplication"
            && operation.RequestBody?.Content?.TryGetValue("application/json", out var body) == true
        )
            body.Example = JsonNode.Parse(ExampleApplication);
        return Task.CompletedTask;
    }

    private static Task Answers(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonTypeInfo.Type == typeof(FeelContext))
        {
            schema.Type = JsonSchemaType.Object;
            schema.Description = "Answers by the form's JSON Schema; see the service.";
        }
        return Task.CompletedTask;
    }
}
