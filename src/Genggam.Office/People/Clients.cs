using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using OpenIddict.Abstractions;

namespace Genggam.Office.People;

/// <summary>A program that acts for one agency, or towards it for citizens. Its roles are those of an officer.</summary>
public sealed record Client(
    string Id,
    string Name,
    string Agency,
    ImmutableArray<string> Scopes,
    ImmutableArray<string> Roles
);

/// <summary>What became of adding a client. A closed set.</summary>
public abstract record AddClientResult
{
    private AddClientResult() { }

    /// <param name="Secret">Shown once; only its hash is kept.</param>
    public sealed record Added(Client Client, string Secret) : AddClientResult;

    /// <summary>There is a client with this id.</summary>
    public sealed record Taken : AddClientResult;

    /// <summary>No scope was given, or one that is not in <see cref="ClientScopes.All"/>.</summary>
    public sealed record WrongScope(string? Scope) : AddClientResult;
}

/// <summary>The programs that may use the API.</summary>
public sealed class Clients(IOpenIddictApplicationManager applications)
{
    private const string Agency = "agency";
    private const string Roles = "roles";

    public Task<AddClientResult> Add(
        string name,
        string agency,
        ImmutableArray<string> scopes,
        ImmutableArray<string> roles,
        CancellationToken cancel = default
    )
    {
        var id = $"{agency}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        return Add(new Client(id, name, agency, scopes, roles), RandomNumberGenerator.GetHexString(64, true), cancel);
    }

    internal async Task<AddClientResult> Add(Client client, string secret, CancellationToken cancel)
    {
        if (client.Scopes.IsEmpty || client.Scopes.FirstOrDefault(s => !ClientScopes.All.Contains(s)) is { })
            return new AddClientResult.WrongScope(client.Scopes.FirstOrDefault(s => !ClientScopes.All.Contains(s)));
        if (await applications.FindByClientIdAsync(client.Id, cancel) is not null)
            return new AddClientResult.Taken();
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = client.Id,
            ClientSecret = secret,
            ClientType = OpenIddictConstants.ClientTypes.Confidential,
            DisplayName = client.Name,
            Properties =
            {
                [Agency] = JsonSerializer.SerializeToElement(client.Agency),
                [Roles] = JsonSerializer.SerializeToElement(client.Roles),
            },
        };
        descriptor.Permissions.Add(OpenIddictConstants.Permissions.Endpoints.Token);
        descriptor.Permissions.Add(OpenIddictConstants.Permissions.GrantTypes.ClientCredentials);
        foreach (var scope in client.Scopes)
            descriptor.Permissions.Add(OpenIddictConstants.Permissions.Prefixes.Scope + scope);
        await applications.CreateAsync(descriptor, cancel);
        return new AddClientResult.Added(client, secret);
    }

    public async Task<Client?> Find(string id, CancellationToken cancel = default) =>
        await applications.FindByClientIdAsync(id, cancel) is { } found ? await Read(found, cancel) : null;

    /// <summary>All clients, by id.</summary>
    public async Task<IReadOnlyList<Client>> List(CancellationToken cancel = default)
    {
        var clients = new List<Client>();
        await foreach (var application in applications.ListAsync(cancellationToken: cancel))
            clients.Add(await Read(application, cancel));
        return [.. clients.OrderBy(c => c.Id, StringComparer.Ordinal)];
    }

    /// <summary>False where there is none. Tokens it still holds stop working within a minute.</summary>
    public async Task<bool> Remove(string id, CancellationToken cancel = default)
    {
        if (await applications.FindByClientIdAsync(id, cancel) is not { } found)
            return false;
        await applications.DeleteAsync(found, cancel);
        return true;
    }

    private async Task<Client> Read(object application, CancellationToken cancel)
    {
        var descriptor = new OpenIddictApplicationDescriptor();
        await applications.PopulateAsync(descriptor, application, cancel);
        const string scope = OpenIddictConstants.Permissions.Prefixes.Scope;
        return new Client(
            descriptor.ClientId!,
            descriptor.DisplayName ?? "",
            descriptor.Properties[Agency].GetString()!,
            [
                .. descriptor
                    .Permissions.Where(p => p.StartsWith(scope, StringComparison.Ordinal))
                    .Select(p => p[scope.Length..])
                    .Order(StringComparer.Ordinal),
            ],
            [.. descriptor.Properties[Roles].EnumerateArray().Select(r => r.GetString()!)]
        );
    }
}
