using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Office.People;

/// <summary>
/// For demo mode only: a client for every agency that offers something, <c>demo-AGENCY</c>, whose secret everybody knows.
/// Outside of demo mode these get no token, even where an earlier demo left them behind.
/// </summary>
public static class DemoClients
{
    public const string Secret = "contoh-genggam-klien";
    private const string Prefix = "demo-";

    public static string Of(string agency) => Prefix + agency;

    public static bool Is(string client) => client.StartsWith(Prefix, StringComparison.Ordinal);

    public static async Task Seed(
        IServiceProvider services,
        Agencies.Agencies agencies,
        Func<string, IEnumerable<string>> rolesOf,
        CancellationToken cancel = default
    )
    {
        await using var scope = services.CreateAsyncScope();
        var there = await new AccountsGlance(services.GetRequiredService<PeopleOptions>()).ClientIds(cancel);
        var missing = agencies.All.Where(a => a.Services.Length > 0 && !there.Contains(Of(a.Id))).ToList();
        if (missing.Count == 0)
            return;
        var clients = scope.ServiceProvider.GetRequiredService<Clients>();
        foreach (var agency in missing)
            await clients.Add(
                new Client(
                    Of(agency.Id),
                    $"Klien contoh {agency.Name.In("id")}",
                    agency.Id,
                    ClientScopes.All,
                    [.. agency.Services.SelectMany(rolesOf).Distinct().Order(StringComparer.Ordinal)]
                ),
                Secret,
                cancel
            );
    }
}
