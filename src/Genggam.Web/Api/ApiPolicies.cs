using Genggam.Office.People;
using Microsoft.AspNetCore.Authorization;

namespace Genggam.Web.Api;

/// <summary>What a token must allow. The name of a policy is the scope it asks for.</summary>
internal static class ApiPolicies
{
    /// <summary>Finish a task: the office's with <c>cases:write</c>, the applicant's with <c>applications:submit</c>.</summary>
    public const string CompleteTasks = $"{ClientScopes.WriteCases} {ClientScopes.Submit}";

    public static void Add(AuthorizationOptions options)
    {
        foreach (var scope in ClientScopes.All)
            Add(options, scope, scope);
        Add(options, CompleteTasks, ClientScopes.WriteCases, ClientScopes.Submit);
    }

    // Named here, so that no session of a browser ever counts, whatever the default scheme is.
    private static void Add(AuthorizationOptions options, string name, params string[] anyOf) =>
        options.AddPolicy(
            name,
            policy =>
                policy
                    .AddAuthenticationSchemes(BearerTokens.Scheme)
                    .RequireAuthenticatedUser()
                    .RequireClaim(Caller.Scope, anyOf)
        );
}
