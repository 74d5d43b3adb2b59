using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Genggam.Journal;

namespace Genggam.Office.Watching.Alerts;

/// <summary>The book of alerts in <c>alerts.json</c> of the data folder, so that a restart tells nothing twice.</summary>
public sealed class AlertFile(OfficeOptions office)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        WriteIndented = true,
    };

    private readonly string path = Path.Combine(office.Data, "alerts.json");

    /// <summary>An empty book where there is no file, or one that nobody can read any more.</summary>
    public AlertBook Read()
    {
        try
        {
            return
                File.Exists(path)
                && JsonSerializer.Deserialize<AlertBook>(File.ReadAllBytes(path), Json)
                    is { Seen: not null, Told: not null } book
                ? book
                : AlertBook.Empty;
        }
        catch (JsonException)
        {
            return AlertBook.Empty;
        }
    }

    /// <exception cref="IOException">The disk is full or the folder is gone.</exception>
    public void Write(AlertBook book) => PrivateFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(book, Json));
}
