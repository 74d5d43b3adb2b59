using System.CommandLine;
using Genggam.Office;
using Genggam.Office.Agencies;
using Genggam.Office.People;

namespace Genggam.Verbs;

/// <summary>
/// <c>genggam client add --agency ID --name N --scope S... [--role R...] --data D</c>, <c>client list</c>,
/// <c>client remove ID</c>: the programs that may use the API. A secret is printed once and kept only as a hash.
/// </summary>
internal static class ClientVerb
{
    public static Command Build() => new("client", "Programs that may use the API") { Add(), List(), Remove() };

    private static Command Add()
    {
        var agency = new Option<string>("--agency") { Required = true, Description = "Id of the agency it acts for" };
        var name = new Option<string>("--name") { Required = true, Description = "What people call it" };
        var scopes = new Option<string[]>("--scope")
        {
            Required = true,
            Description = string.Join(", ", ClientScopes.All),
            AllowMultipleArgumentsPerToken = true,
        };
        var roles = new Option<string[]>("--role")
        {
            Description = "Roles in the agency, for tasks of the office",
            AllowMultipleArgumentsPerToken = true,
        };
        var data = Installation.Data();
        var verb = new Command("add", "Add a client and print its secret") { agency, name, scopes, roles, data };
        verb.SetAction(
            (parsed, cancel) =>
                With(
                    parsed.GetValue(data),
                    async (clients, options) =>
                    {
                        var id = parsed.GetRequiredValue(agency);
                        if (!Knows(options, id))
                            return Installation.No($"There is no agency {id}.");
                        var result = await clients.Add(
                            parsed.GetRequiredValue(name),
                            id,
                            [.. parsed.GetRequiredValue(scopes)],
                            [.. parsed.GetValue(roles) ?? []],
                            cancel
                        );
                        if (result is not AddClientResult.Added added)
                            return Installation.No($"Scopes are {string.Join(", ", ClientScopes.All)}.");
                        Console.WriteLine($"client_id     {added.Client.Id}");
                        Console.WriteLine($"client_secret {added.Secret}");
                        return 0;
                    }
                )
        );
        return verb;
    }

    private static Command List()
    {
        var data = Installation.Data();
        var verb = new Command("list", "List the clients") { data };
        verb.SetAction(
            (parsed, cancel) =>
                With(
                    parsed.GetValue(data),
                    async (clients, _) =>
                    {
                        foreach (var c in await clients.List(cancel))
                            Console.WriteLine(
                                $"{c.Id}\t{c.Name}\t{c.Agency}\t{string.Join(' ', c.Scopes)}\t{string.Join(' ', c.Roles)}"
                            );
                        return 0;
                    }
                )
        );
        return verb;
    }

    private static Command Remove()
    {
        var id = new Argument<string>("ID") { Description = "The client_id" };
        var data = Installation.Data();
        var verb = new Command("remove", "Remove a client; its tokens stop working within a minute") { id, data };
        verb.SetAction(
            (parsed, cancel) =>
                With(
                    parsed.GetValue(data),
                    async (clients, _) =>
                        await clients.Remove(parsed.GetRequiredValue(id), cancel)
                            ? 0
                            : Installation.No("There is no such client.")
                )
        );
        return verb;
    }

    private static Task<int> With(string? data, Func<Clients, OfficeOptions, Task<int>> work) =>
        Installation.Guarded(async () =>
        {
            var options = Installation.Options(data);
            Directory.CreateDirectory(options.Data);
            await using var provider = new ServiceCollection()
                .AddLogging(log => log.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning))
                .AddClients(new PeopleOptions(options.Data, options.Postgres))
                .BuildServiceProvider();
            await provider.PreparePeople();
            await using var scope = provider.CreateAsyncScope();
            return await work(scope.ServiceProvider.GetRequiredService<Clients>(), options);
        });

    private static bool Knows(OfficeOptions options, string agency)
    {
        var path = Path.Combine(options.Services, "agencies.yaml");
        var agencies = AgencyFile.Read(File.ReadAllText(path), path, Regions.Load(Regions.ShippedFolder)).Value;
        return agencies?.Find(agency) is not null;
    }
}
