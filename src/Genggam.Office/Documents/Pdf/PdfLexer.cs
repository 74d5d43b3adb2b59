using System.Globalization;
using System.Text;

namespace Genggam.Office.Documents.Pdf;

/// <summary>Reads objects at a place in the file (ISO 32000-1, 7.2 and 7.3). Depth is limited: the file is untrusted.</summary>
internal sealed class PdfLexer(byte[] file, int at)
{
    private const int DeepestNesting = 64;
    private int _depth;

    public int At { get; private set; } = at;

    private int Here => At >= 0 && At < file.Length ? file[At] : -1;

    public PdfValue Read()
    {
        SkipSpace();
        if (++_depth > DeepestNesting)
            throw new PdfException("Objects are nested too deeply.");
        PdfValue value = Here switch
        {
            '/' => new PdfValue.Name(ReadName()),
            '(' => ReadLiteral(),
            '[' => ReadArray(),
            '<' => Peek(1) == '<' ? ReadDictionary() : ReadHex(),
            '+' or '-' or '.' or (>= '0' and <= '9') => ReadNumberOrReference(),
            >= 'a' and <= 'z' => new PdfValue.Word(ReadWord()),
            _ => throw new PdfException($"No object at byte {At}."),
        };
        _depth--;
        return value;
    }

    /// <summary>Reads <c>id generation obj</c> and what it holds.</summary>
    public (int Id, int Generation, PdfValue Value) ReadIndirect()
    {
        var (id, generation) = (ReadWhole(), ReadWhole());
        Expect("obj");
        var value = Read();
        SkipSpace();
        if (value is PdfValue.Dictionary header && TryTake("stream"))
        {
            if (Here == '\r')
                At++;
            if (Here == '\n')
                At++;
            value = new PdfValue.Stream(header, At);
        }
        return (id, generation, value);
    }

    public int ReadWhole() =>
        Read() is PdfValue.Number { Whole: >= 0 and <= int.MaxValue and var n }
            ? (int)n
            : throw new PdfException($"No number at byte {At}.");

    public bool TryTake(string word)
    {
        SkipSpace();
        if (!file.AsSpan(Math.Min(At, file.Length)).StartsWith(Encoding.ASCII.GetBytes(word)))
            return false;
        At += word.Length;
        return true;
    }

    public void Expect(string word)
    {
        if (!TryTake(word))
            throw new PdfException($"'{word}' is missing at byte {At}.");
    }

    public void SkipSpace()
    {
        while (IsSpace(Here) || Here == '%')
            if (Here == '%')
                while (Here is not ('\r' or '\n' or -1))
                    At++;
            else
                At++;
    }

    private int Peek(int ahead) => At + ahead < file.Length ? file[At + ahead] : -1;

    private static bool IsSpace(int b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsRegular(int b) => b >= 0 && !IsSpace(b) && !"()<>[]{}/%".Contains((char)b);

    private string ReadWord()
    {
        var start = At;
        while (IsRegular(Here))
            At++;
        return Encoding.Latin1.GetString(file, start, At - start);
    }

    private string ReadName()
    {
        At++;
        var raw = ReadWord();
        if (!raw.Contains('#'))
            return raw;
        var name = new StringBuilder();
        for (var i = 0; i < raw.Length; i++)
            if (
                raw[i] == '#'
                && i + 2 < raw.Length
                && byte.TryParse(raw.AsSpan(i + 1, 2), NumberStyles.HexNumber, null, out var b)
            )
            {
                name.Append((char)b);
                i += 2;
            }
            else
                name.Append(raw[i]);
        return name.ToString();
    }

    private PdfValue ReadNumberOrReference()
    {
        var number = new PdfValue.Number(ReadWord());
        var back = At;
        if (number.Whole is >= 0 and <= int.MaxValue and var id && char.IsAsciiDigit((char)Peek(1)) && IsSpace(Here))
        {
            SkipSpace();
            var second = ReadWord();
            SkipSpace();
            if (Here == 'R' && !IsRegular(Peek(1)) && int.TryParse(second, NumberStyles.None, null, out var generation))
            {
                At++;
                return new PdfValue.Reference((int)id, generation);
            }
        }
        At = back;
        return number;
    }

    private PdfValue.Array ReadArray()
    {
        At++;
        var items = new List<PdfValue>();
        while (!TryTake("]"))
            items.Add(Read());
        return new(items);
    }

    private PdfValue.Dictionary ReadDictionary()
    {
        At += 2;
        var entries = new Dictionary<string, PdfValue>();
        while (!TryTake(">>"))
        {
            if (Read() is not PdfValue.Name key)
                throw new PdfException($"A key is missing before byte {At}.");
            if (!entries.TryAdd(key.Text, Read()))
                throw new PdfException($"/{key.Text} stands twice in one dictionary.");
        }
        return new(entries);
    }

    private PdfValue.Bytes ReadHex()
    {
        var start = At++;
        var digits = new StringBuilder();
        for (; Here != '>'; At++)
            if (char.IsAsciiHexDigit((char)Math.Max(Here, 0)))
                digits.Append((char)Here);
            else if (!IsSpace(Here))
                throw new PdfException($"A hexadecimal string is broken at byte {At}.");
        At++;
        if (digits.Length % 2 == 1)
            digits.Append('0');
        return new(Convert.FromHexString(digits.ToString()), start, At);
    }

    private PdfValue.Bytes ReadLiteral()
    {
        var start = At++;
        var bytes = new List<byte>();
        for (var open = 1; ; At++)
        {
            var b = Here;
            if (b < 0)
                throw new PdfException("A string does not end.");
            if (b == '\\')
            {
                At++;
                ReadEscape(bytes);
                continue;
            }
            open += b switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (open == 0)
                break;
            bytes.Add((byte)b);
        }
        At++;
        return new([.. bytes], start, At);
    }

    private void ReadEscape(List<byte> bytes)
    {
        if (Here is >= '0' and <= '7')
        {
            var value = 0;
            for (var i = 0; i < 3 && Here is >= '0' and <= '7'; i++, At++)
                value = value * 8 + Here - '0';
            At--;
            bytes.Add((byte)value);
        }
        else if (Here == '\r' && Peek(1) == '\n')
            At++;
        else if (Here is not ('\r' or '\n'))
            bytes.Add(
                Here switch
                {
                    'n' => (byte)'\n',
                    'r' => (byte)'\r',
                    't' => (byte)'\t',
                    'b' => (byte)'\b',
                    'f' => (byte)'\f',
                    var other => (byte)Math.Max(other, 0),
                }
            );
    }
}
