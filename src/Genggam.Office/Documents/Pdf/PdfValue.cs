using System.Globalization;
using System.Text;

namespace Genggam.Office.Documents.Pdf;

/// <summary>The basic objects of ISO 32000-1, 7.3. Written back, a value means what it meant where it was read.</summary>
internal abstract record PdfValue
{
    private PdfValue() { }

    /// <summary>Null, true and false.</summary>
    public sealed record Word(string Text) : PdfValue;

    /// <summary>The text is kept as written, so that no digit is lost.</summary>
    public sealed record Number(string Text) : PdfValue
    {
        public long? Whole =>
            long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null;
    }

    /// <summary>With #xx escapes resolved, without the slash.</summary>
    public sealed record Name(string Text) : PdfValue;

    /// <summary><paramref name="Start"/> and <paramref name="End"/> are where it stands in the file, delimiters included.</summary>
    public sealed record Bytes(byte[] Value, int Start = 0, int End = 0) : PdfValue;

    public sealed record Array(IReadOnlyList<PdfValue> Items) : PdfValue;

    public sealed record Dictionary(IReadOnlyDictionary<string, PdfValue> Entries) : PdfValue
    {
        public PdfValue? this[string key] => Entries.GetValueOrDefault(key);

        public Dictionary With(string key, PdfValue value) =>
            new(new Dictionary<string, PdfValue>(Entries) { [key] = value });
    }

    /// <summary><paramref name="Start"/> is where the stream's bytes begin in the file.</summary>
    public sealed record Stream(Dictionary Header, int Start) : PdfValue;

    public sealed record Reference(int Id, int Generation) : PdfValue;

    public static Number Of(long number) => new(number.ToString(CultureInfo.InvariantCulture));

    public sealed override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    private void Write(StringBuilder text)
    {
        switch (this)
        {
            case Word word:
                text.Append(word.Text);
                break;
            case Number number:
                text.Append(number.Text);
                break;
            case Name name:
                text.Append('/');
                foreach (var b in Encoding.Latin1.GetBytes(name.Text))
                    if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' or (byte)'-' or (byte)'_' or (byte)'+')
                        text.Append((char)b);
                    else
                        text.Append(CultureInfo.InvariantCulture, $"#{b:X2}");
                break;
            case Bytes bytes:
                text.Append('<').Append(Convert.ToHexString(bytes.Value)).Append('>');
                break;
            case Array array:
                text.Append('[');
                foreach (var item in array.Items)
                {
                    item.Write(text);
                    text.Append(' ');
                }
                text.Append(']');
                break;
            case Dictionary dictionary:
                text.Append("<<");
                foreach (var (key, value) in dictionary.Entries)
                {
                    new Name(key).Write(text);
                    text.Append(' ');
                    value.Write(text);
                    text.Append('\n');
                }
                text.Append(">>");
                break;
            case Reference reference:
                text.Append(CultureInfo.InvariantCulture, $"{reference.Id} {reference.Generation} R");
                break;
            default:
                throw new InvalidOperationException("A stream is written by its owner.");
        }
    }
}
