using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Genggam.Office.Documents;

/// <summary>The agency as the letterhead prints it, from the outermost body inwards.</summary>
public sealed record LetterAgency(string Name, string? Parent = null, string? Address = null, string? Contact = null);

/// <summary>One line of the body. <paramref name="Other"/> is the label in the second language, printed small beside it.</summary>
public sealed record LetterRow(string Label, string? Other, string Value);

/// <param name="Acting">"Plt." or "Plh." where the official acts for the holder of the post.</param>
public sealed record LetterSigner(string Name, string Post, string? Id = null, string? Acting = null);

/// <summary>
/// What a letter says, in the order in which it is read: the same model feeds the Typst layout and the page. Dates are
/// already written out in the letter's language.
/// </summary>
public sealed record LetterContent(
    string Language,
    string Title,
    string? OtherTitle,
    string Number,
    LetterAgency Agency,
    IReadOnlyList<string> Opening,
    IReadOnlyList<LetterRow> Rows,
    IReadOnlyList<string> Closing,
    string PlaceAndDate,
    LetterSigner Signer,
    string? ValidUntil,
    bool Demo
)
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The JSON that is hashed and that the template reads: snake_case names, in the order of this record, no spaces.</summary>
    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, Plain);

    /// <summary>SHA-256 of <see cref="ToJson"/> in UTF-8, in lower-case hexadecimal: what the QR code vouches for.</summary>
    [JsonIgnore]
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, Plain)));
}
