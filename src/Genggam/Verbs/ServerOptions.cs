using System.CommandLine;
using System.CommandLine.Parsing;

namespace Genggam.Verbs;

/// <summary>What a folder that is handed to a server takes with it.</summary>
internal sealed class ServerOptions
{
    private readonly Option<Uri?> to = new("--to")
    {
        Description = "Ask this server for it, where a second person publishes",
        CustomParser = Address,
    };

    private readonly Option<string?> client = new("--client")
    {
        Description = $"With --to: the client_id; its secret is read from {PublishTo.Secret}",
    };

    private readonly Option<string?> decree = new("--decree")
    {
        Description = "With --to: number of the decree (SK) on the service standard",
    };

    private readonly Option<string?> minutes = new("--minutes")
    {
        Description = "With --to: number of the minutes of the public consultation, where a promise changes",
    };

    private readonly Option<DateOnly?> held = new("--minutes-day")
    {
        Description = "With --minutes: the day of the consultation",
        CustomParser = typed => PublishVerb.Day("--minutes-day", typed),
    };

    private readonly Option<string?> link = new("--minutes-link")
    {
        Description = "With --minutes: the https address at which anybody can read them",
    };

    public void AddTo(Command verb)
    {
        foreach (var option in new Option[] { to, client, decree, minutes, held, link })
            verb.Options.Add(option);
    }

    /// <summary>Null where no server is named.</summary>
    public PublishTo.Order? Order(ParseResult parsed) =>
        parsed.GetValue(to) is { } server
            ? new PublishTo.Order(server, parsed.GetValue(client))
            {
                Decree = parsed.GetValue(decree),
                Minutes = parsed.GetValue(minutes),
                MinutesDay = parsed.GetValue(held),
                MinutesLink = parsed.GetValue(link),
            }
            : null;

    /// <summary>The secret of a client goes to no server that another could stand in for.</summary>
    private static Uri? Address(ArgumentResult typed)
    {
        var text = typed.Tokens.Single().Value;
        if (
            Uri.TryCreate(text.TrimEnd('/') + '/', UriKind.Absolute, out var server)
            && (server.Scheme == Uri.UriSchemeHttps || (server.Scheme == Uri.UriSchemeHttp && server.IsLoopback))
        )
            return server;
        typed.AddError($"{text} is no https address of a server.");
        return null;
    }
}
