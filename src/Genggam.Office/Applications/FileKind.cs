using System.Collections.Immutable;

namespace Genggam.Office.Applications;

/// <summary>What an attachment really is, told by its first bytes and never by its name.</summary>
public static class FileKind
{
    /// <summary>The media type, or null for what is not accepted: only PDF, JPEG and PNG are.</summary>
    public static string? Of(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF-"u8) ? "application/pdf"
        : content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : null;

    /// <summary>How names of such a file end; the first is given to one that ends otherwise.</summary>
    internal static ImmutableArray<string> EndingsOf(string media) =>
        media switch
        {
            "application/pdf" => [".pdf"],
            "image/jpeg" => [".jpg", ".jpeg"],
            _ => [".png"],
        };
}
