using System.CommandLine;
using Genggam.Web;

namespace Genggam.Verbs;

/// <summary><c>genggam serve --urls U --data D [--demo]</c>, also what the program does without a verb.</summary>
internal static class ServeVerb
{
    private static readonly Option<string?> Urls = new("--urls") { Description = "Where to listen" };
    private static readonly Option<string?> Data = new("--data") { Description = "The data folder" };
    private static readonly Option<string?> Services = new("--services") { Description = "The folder of services" };
    private static readonly Option<bool> Demo = new("--demo")
    {
        Description = "Demo sign-ins and cases; documents say CONTOH",
    };

    public static Command Build()
    {
        var verb = new Command("serve", "Serve the portal, the desk and the API")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        Add(verb);
        return verb;
    }

    public static void MakeDefault(Command root)
    {
        root.TreatUnmatchedTokensAsErrors = false;
        Add(root);
    }

    private static void Add(Command command)
    {
        foreach (var option in new Option[] { Urls, Data, Services, Demo })
            command.Options.Add(option);
        command.SetAction(Run);
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var services = parsed.GetValue(Services) is { } given ? Path.GetFullPath(given) : null;
        if (services is not null && !Directory.Exists(services))
            return Installation.No($"{services}: SVC-004 There is no such folder.");
        // The program finds its files beside itself, wherever it is started.
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = [.. parsed.UnmatchedTokens], ContentRootPath = AppContext.BaseDirectory }
        );
        var settings = new Dictionary<string, string?>
        {
            ["urls"] =
                parsed.GetValue(Urls) ?? (builder.Configuration["urls"] is null ? "http://localhost:5080" : null),
            ["Genggam:Data"] = parsed.GetValue(Data),
            ["Genggam:Services"] = services,
            ["Genggam:Demo"] = parsed.GetValue(Demo) ? "true" : null,
        };
        builder.Configuration.AddInMemoryCollection(settings.Where(s => s.Value is not null));
        await using var app = await Composition.Build(builder);
        await app.RunAsync(cancel);
        return 0;
    }
}
