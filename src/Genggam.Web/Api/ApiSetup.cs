using Genggam.Office;
using Genggam.Office.People;
using Genggam.Web.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Api;

/// <summary>The door for programs: the same cases by the same commands, over HTTP with a token.</summary>
internal static class ApiSetup
{
    public const string Root = "/api";

    /// <summary>By which door an entry of the journal came.</summary>
    public const string Channel = "api";

    /// <summary>Bytes of a JSON body.</summary>
    public const long LargestBody = 1024 * 1024;

    /// <summary>What any endpoint may answer in place of its result.</summary>
    private static readonly int[] Refusing = [400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503];

    /// <summary>Which proof counts follows from the door: a token below <c>/api</c>, a session everywhere else.</summary>
    private const string ByDoor = "by-door";

    public static IServiceCollection AddApi(
        this IServiceCollection services,
        OfficeOptions office,
        IConfiguration configuration
    )
    {
        services.AddTokens(office, configuration);
        services.AddOpenApiDocument();
        services.AddSingleton<TokenMemory>();
        services.AddSingleton<ApiTexts>();
        services.AddSingleton<CaseWork>();
        services
            .AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, BearerTokens>(BearerTokens.Scheme, null)
            .AddPolicyScheme(
                ByDoor,
                null,
                options =>
                    options.ForwardDefaultSelector = context =>
                        context.Request.Path.StartsWithSegments(Root)
                            ? BearerTokens.Scheme
                            : IdentityConstants.ApplicationScheme
            );
        services.Configure<AuthenticationOptions>(options => options.DefaultScheme = ByDoor);
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new AnswersJson());
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
        });
        return services;
    }

    /// <summary>The rate of token requests is counted before anything looks at the secret, which costs time.</summary>
    public static void UseTokenLimit(this WebApplication app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Tokens.Path), tokens => tokens.UseRateLimiter());

    public static void MapApi(this WebApplication app)
    {
        app.MapTokens();
        app.MapOpenApiDocument();
        var api = app.MapGroup($"{Root}/v1")
            .RequireRateLimiting(RateLimits.Api)
            .WithMetadata(new SizeLimit(LargestBody));
        foreach (var status in Refusing)
            api.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(ProblemBody), [Problem.MediaType]));
        api.MapServices();
        api.MapApplications();
        api.MapChanges();
        api.MapAttachments();
        api.MapCases();
        api.MapTasks();
        api.MapDocuments();
    }
}
