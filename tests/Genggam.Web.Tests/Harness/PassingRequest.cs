using System.Globalization;
using System.Text;

namespace Genggam.Web.Tests.Harness;

/// <summary>How far the request has come that a connection carries just now (HTTP/1.1, RFC 9112).</summary>
internal sealed class PassingRequest
{
    private const string Blank = "\r\n\r\n";
    private readonly StringBuilder head = new();
    private long passed;
    private long length = -1;

    public string FirstLine { get; private set; } = "";

    /// <summary>Its answer is to be cut.</summary>
    public bool Doomed { get; set; }

    /// <summary>Bytes of the whole request; negative while its head is not complete.</summary>
    public long Length => length;

    public bool IsHalf => length >= 0 && passed * 2 >= length;

    public bool IsWhole => length >= 0 && passed >= length;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (IsWhole)
        {
            (passed, length) = (0, -1);
            head.Clear();
        }
        passed += bytes.Length;
        if (length >= 0)
            return;
        head.Append(Encoding.Latin1.GetString(bytes));
        var text = head.ToString();
        FirstLine = text.Split("\r\n")[0];
        var end = text.IndexOf(Blank, StringComparison.Ordinal);
        if (end >= 0)
            length = end + Blank.Length + BodyLength(text);
    }

    private static long BodyLength(string head)
    {
        const string name = "\r\nContent-Length:";
        var at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at < 0
            ? 0
            : long.Parse(head[(at + name.Length)..].Split("\r\n")[0].Trim(), CultureInfo.InvariantCulture);
    }
}
