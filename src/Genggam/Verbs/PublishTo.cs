using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes;
using Spectre.Console;

namespace Genggam.Verbs;

/// <summary>Hands a folder to a server that runs, as a change that a second person publishes there.</summary>
internal static class PublishTo
{
    /// <summary>A secret on the command line would stand in the list of processes.</summary>
    public const string Secret = "GENGGAM_CLIENT_SECRET";

    internal sealed record Order(Uri Server, string? Client)
    {
        public DateOnly? From { get; init; }
        public string? Note { get; init; }
        public string? Decree { get; init; }
        public string? Minutes { get; init; }
        public DateOnly? MinutesDay { get; init; }
        public string? MinutesLink { get; init; }
    }

    public static async Task<int> Run(DirectoryInfo folder, Order order, CancellationToken cancel)
    {
        if (order.Client is not { } client || Environment.GetEnvironmentVariable(Secret) is not { Length: > 0 } secret)
            return Installation.No($"--to needs --client ID, and the secret of the client in {Secret}.");
        var reading = ServiceFolder.Read(folder.FullName);
        if (reading.Value is not { } release)
            return Installation.No(
                $"{ChangeRefusal.NotReady} {string.Join('\n', reading.Problems.Select(p => $"{folder.Name}/{p}"))}"
            );
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = order.Server,
        };
        try
        {
            if (await Token(http, client, secret, cancel) is not { } token)
                return Installation.No($"{order.Server} gives no token to the client {client}.");
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            var note = order.Note ?? $"{release.Id} {release.Hash[..12]}";
            using var form = new MultipartFormDataContent
            {
                { new ByteArrayContent(FolderZip.Pack(release.Id, release.Parts)), "folder", $"{release.Id}.zip" },
                { new StringContent(release.Hash), "hash" },
                { new StringContent(note[..Math.Min(note.Length, ChangeDesk.LongestTitle)]), "title" },
                { new StringContent(order.Note ?? ""), "note" },
            };
            foreach (
                var (name, value) in new[]
                {
                    ("from", Day(order.From)),
                    ("decree", order.Decree),
                    ("consultation", order.Minutes),
                    ("consultationHeld", Day(order.MinutesDay)),
                    ("consultationLink", order.MinutesLink),
                }
            )
                if (value is not null)
                    form.Add(new StringContent(value), name);
            using var answer = await http.PostAsync($"api/v1/services/{release.Id}/changes", form, cancel);
            var body = await answer.Content.ReadFromJsonAsync<JsonNode>(cancel);
            if (!answer.IsSuccessStatusCode)
                return Installation.No($"{body?["code"]} {body?["detail"]} {body?["remedy"]}");
            AnsiConsole.MarkupLineInterpolated(
                $"{release.Id} {release.Hash}: asked for. A second person publishes it at {new Uri(order.Server, (string)body!["page"]!)}"
            );
            return 0;
        }
        catch (Exception away) when (away is HttpRequestException or System.Text.Json.JsonException)
        {
            return Installation.No($"{order.Server} does not answer as a server of Genggam: {away.Message}");
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<string?> Token(HttpClient http, string client, string secret, CancellationToken cancel)
    {
        using var asked = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = client,
                ["client_secret"] = secret,
                ["scope"] = Genggam.Office.People.ClientScopes.Publish,
            }
        );
        using var answer = await http.PostAsync("connect/token", asked, cancel);
        return answer.IsSuccessStatusCode
            ? (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>(cancel))?["access_token"]
            : null;
    }
}
