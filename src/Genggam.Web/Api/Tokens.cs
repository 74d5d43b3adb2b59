using System.Security.Claims;
using Genggam.Office;
using Genggam.Office.People;
using Genggam.Web.Shell;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;

namespace Genggam.Web.Api;

/// <summary>
/// Access tokens for clients: client credentials (RFC 6749 section 4.4) and nothing else. A token is a JWT signed with
/// HMAC-SHA-256: only this server reads it, so a signature that others could check would cost time and give nothing
/// (docs/decisions/api-tokens.md).
/// </summary>
internal static class Tokens
{
    public const string Path = "/connect/token";

    /// <summary>Whom tokens are for: the API, and nothing else that may ever trust the same keys.</summary>
    public const string Audience = "genggam-api";

    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    public static void AddTokens(this IServiceCollection services, OfficeOptions office, IConfiguration configuration)
    {
        var keys = TokenKeys.Open(System.IO.Path.Combine(office.Data, "keys"));
        services
            .AddOpenIddict()
            .AddServer(server =>
            {
                server.SetIssuer(new Uri(office.PublicUrl)).SetTokenEndpointUris(Path).AllowClientCredentialsFlow();
                server.RegisterScopes([.. ClientScopes.All]);
                server.SetAccessTokenLifetime(Life).DisableAccessTokenEncryption();
                server.DisableTokenStorage().DisableAuthorizationStorage();
                server.AddSigningKey(new SymmetricSecurityKey(keys.Signing));
                server.AddSigningKey(new ECDsaSecurityKey(keys.Identity));
                server.AddEncryptionKey(new SymmetricSecurityKey(keys.Encryption));
                var http = server.UseAspNetCore().EnableTokenEndpointPassthrough();
                if (office.Demo || configuration.GetValue<bool>("Genggam:PlainHttp"))
                    http.DisableTransportSecurityRequirement();
            })
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.AddAudiences(Audience);
                validation.UseAspNetCore();
            });
    }

    public static void MapTokens(this IEndpointRouteBuilder app) =>
        app.MapPost(Path, Grant).AllowAnonymous().RequireRateLimiting(RateLimits.Token).ExcludeFromDescription();

    /// <summary>The client proved its secret before this is asked. It gets the scopes it asked for, all of its own where it named none.</summary>
    private static async Task<IResult> Grant(HttpContext http, Clients clients, OfficeOptions office)
    {
        const string scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;
        var request = http.GetOpenIddictServerRequest()!;
        var client = await clients.Find(request.ClientId!, http.RequestAborted);
        if (client is null || (DemoClients.Is(client.Id) && !office.Demo))
            return Results.Forbid(
                new AuthenticationProperties(
                    new Dictionary<string, string?>
                    {
                        [OpenIddictServerAspNetCoreConstants.Properties.Error] = OpenIddictConstants
                            .Errors
                            .InvalidClient,
                    }
                ),
                [scheme]
            );
        var identity = new ClaimsIdentity(scheme, Caller.Id, Caller.Role);
        identity.SetClaim(Caller.Id, client.Id);
        var asked = request.GetScopes();
        identity.SetScopes(asked.IsEmpty ? client.Scopes : asked);
        identity.SetResources(Audience);
        identity.SetDestinations(_ => [OpenIddictConstants.Destinations.AccessToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: scheme);
    }
}
