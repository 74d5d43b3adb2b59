using Genggam.Office.Changes;
using Genggam.Office.People;
using Genggam.Web.Api;
using Microsoft.AspNetCore.Authorization;

namespace Genggam.Web;

/// <summary>
/// The names of all authorization policies. A page or endpoint names one of them or says that anyone may come;
/// what does neither is refused (see <see cref="Add"/>).
/// </summary>
public static class Policies
{
    /// <summary>Anyone who has signed in.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>A person with an account for their own affairs.</summary>
    public const string Citizen = "citizen";

    /// <summary>An officer who works at cases, signed in with a second factor.</summary>
    public const string Officer = "officer";

    /// <summary>An officer who serves people in person.</summary>
    public const string Counter = "counter";

    /// <summary>An officer who changes services, or publishes the changes.</summary>
    public const string Designer = "designer";

    /// <summary>Looks after agencies and accounts.</summary>
    public const string Administrator = "administrator";

    internal static void Add(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
        options.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        options.AddPolicy(Citizen, policy => policy.RequireAuthenticatedUser().RequireRole(Citizen));
        options.AddPolicy(
            Officer,
            policy =>
                policy
                    .RequireAuthenticatedUser()
                    .RequireRole(Officer)
                    .RequireClaim("amr", "mfa")
                    .RequireAssertion(asked => asked.User.Decides())
        );
        options.AddPolicy(
            Counter,
            policy =>
                policy
                    .RequireAuthenticatedUser()
                    .RequireRole(Officer)
                    .RequireClaim("amr", "mfa")
                    .RequireClaim(AccountClaims.OfficeRole, CounterSignUp.Role)
        );
        options.AddPolicy(
            Designer,
            policy =>
                policy
                    .RequireAuthenticatedUser()
                    .RequireRole(Officer)
                    .RequireClaim("amr", "mfa")
                    .RequireClaim(AccountClaims.OfficeRole, Ownership.Owner, Ownership.Publisher)
        );
        options.AddPolicy(
            Administrator,
            policy => policy.RequireAuthenticatedUser().RequireRole(Administrator).RequireClaim("amr", "mfa")
        );
        ApiPolicies.Add(options);
    }
}
