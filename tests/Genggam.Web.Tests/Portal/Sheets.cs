using Genggam.Web.Tests.Desk;

namespace Genggam.Web.Tests.Portal;

/// <summary>Files that people choose.</summary>
internal static class Sheets
{
    /// <summary>A program of Windows under the name of a document.</summary>
    public static FilePayload Program { get; } =
        new()
        {
            Name = "kk.pdf",
            MimeType = "application/pdf",
            Buffer = "MZ\u0090\0\u0003\0\0\0This program cannot be run in DOS mode."u8.ToArray(),
        };

    public static FilePayload Pdf(string name, byte[]? content = null) =>
        new()
        {
            Name = name,
            MimeType = "application/pdf",
            Buffer = content ?? Pictures.Pdf,
        };
}
