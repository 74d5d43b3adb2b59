using System.Text.RegularExpressions;

namespace Genggam.Web.Tests.Journeys;

/// <summary>What a receipt says to a screen reader, and the codes on it.</summary>
internal static partial class Receipts
{
    /// <param name="said">What became of it at once; null where the office has yet to look.</param>
    public static string Of(string office, string? said = null) =>
        $"""
            - main:
              - heading "Permohonan terkirim" [level=1]
              - strong: /{office}-\d+-\d+-\d+/{(said is null ? "" : $"\n  - paragraph:\n    - strong: {said}")}
              - heading "Kode rahasia untuk melacak tanpa akun" [level=2]
              - paragraph: /Catat kode ini/
              - paragraph:
                - strong: /[0-9A-Z]+-[0-9A-Z]+/
              - button "{(said is null ? "Ikuti berkas" : "Lihat keputusan dan dokumen")}"
            """;

    public static string Number(string heard) => CaseNumber().Match(heard).Value;

    public static string Secret(string heard) => SecretCode().Match(heard).Value;

    public static string DocumentCode(string heard) => FourByFour().Match(heard).Value;

    [GeneratedRegex("[A-Z0-9]{2,8}-20[0-9]{2}-[0-9]{6}-[0-9]{2}")]
    private static partial Regex CaseNumber();

    [GeneratedRegex(@"\b[A-Z0-9]{5}-[A-Z0-9]{5}\b")]
    private static partial Regex SecretCode();

    [GeneratedRegex("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")]
    private static partial Regex FourByFour();
}
