using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Genggam.Office.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using OpenIddict.Abstractions;
using OpenIddict.Validation.AspNetCore;

namespace Genggam.Web.Api;

/// <summary>
/// Reads the token of a request. What a token says is remembered for <see cref="TokenMemory.Life"/>; then its signature
/// is checked again and its client looked up, so that a removed client is out within a minute.
/// </summary>
internal sealed class BearerTokens(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    TokenMemory memory,
    SecurityLog log
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "bearer";
    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        var token = header[Prefix.Length..].Trim();
        if (memory.Find(token, TimeProvider) is { } known)
            return AuthenticateResult.Success(new AuthenticationTicket(known, Scheme));
        var read = await Context.AuthenticateAsync(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
        if (read is not { Succeeded: true, Principal: { } said, Properties.ExpiresUtc: { } until })
            return Refuse("The token is not valid.");
        var clients = Context.RequestServices.GetRequiredService<Clients>();
        if (await clients.Find(said.FindFirstValue(Caller.Id) ?? "", Context.RequestAborted) is not { } client)
            return Refuse("The client was removed.");
        var principal = Caller.Principal(client, said.GetScopes(), Scheme);
        memory.Keep(token, principal, until, TimeProvider);
        return AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme));
    }

    private AuthenticateResult Refuse(string why)
    {
        log.TokenRefused(why, Context.TraceIdentifier);
        return AuthenticateResult.Fail(why);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var sent = Request.Headers.Authorization.Count > 0;
        Response.Headers.WWWAuthenticate = sent ? "Bearer error=\"invalid_token\"" : "Bearer";
        return new Problem(sent ? ProblemNumbers.TokenNotValid : ProblemNumbers.TokenMissing).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var needed = Context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>()?.Policy ?? "";
        Response.Headers.WWWAuthenticate = string.Create(
            CultureInfo.InvariantCulture,
            $"Bearer error=\"insufficient_scope\", scope=\"{needed}\""
        );
        return new Problem(ProblemNumbers.ScopeMissing) { Slots = [needed] }.ExecuteAsync(Context);
    }
}
