namespace Genggam.Office.Documents.Pdf;

/// <summary>Where an object stands.</summary>
internal abstract record PdfPlace
{
    public sealed record InFile(int Offset) : PdfPlace;

    public sealed record InStream(int Stream) : PdfPlace;

    public sealed record Free : PdfPlace;
}

/// <summary>Cross-reference tables and streams (ISO 32000-1, 7.5.4 and 7.5.8), the newest revision first.</summary>
internal sealed class PdfXref
{
    private const int MostRevisions = 1000;
    private readonly Dictionary<int, PdfPlace> _places = [];
    private PdfValue.Dictionary? _trailer;

    public PdfValue.Dictionary Trailer => _trailer ?? throw new PdfException("The file has no trailer.");

    /// <summary>Where the newest section begins, and whether it is a stream: what an added revision points back to.</summary>
    public int Start { get; private init; }
    public bool IsStream { get; private set; }

    public int Size =>
        (int)((Trailer["Size"] as PdfValue.Number)?.Whole ?? throw new PdfException("The trailer has no size."));

    public PdfPlace? Find(int id) => _places.GetValueOrDefault(id);

    public static PdfXref Read(byte[] file)
    {
        var tail = file.AsSpan().LastIndexOf("startxref"u8);
        if (tail < 0)
            throw new PdfException("The file has no startxref.");
        var xref = new PdfXref { Start = new PdfLexer(file, tail + "startxref".Length).ReadWhole() };
        var seen = new HashSet<long>();
        var next = new Stack<long>([xref.Start]);
        while (next.TryPop(out var offset))
        {
            if (!seen.Add(offset) || seen.Count > MostRevisions || offset < 0 || offset >= file.Length)
                throw new PdfException("The cross-reference does not lead to an end.");
            var trailer = xref.ReadSection(file, (int)offset);
            xref._trailer ??= trailer;
            if (trailer["Prev"] is PdfValue.Number { Whole: { } previous })
                next.Push(previous);
            if (trailer["XRefStm"] is PdfValue.Number { Whole: { } hybrid })
                next.Push(hybrid);
        }
        return xref;
    }

    private PdfValue.Dictionary ReadSection(byte[] file, int offset)
    {
        var lexer = new PdfLexer(file, offset);
        if (lexer.TryTake("xref"))
            return ReadTable(lexer);
        if (lexer.ReadIndirect().Value is not PdfValue.Stream stream)
            throw new PdfException("The cross-reference is not where the file says.");
        IsStream |= _trailer is null;
        ReadStream(PdfStreams.Decode(file, stream, stream.Header["Length"]), stream.Header);
        return stream.Header;
    }

    private PdfValue.Dictionary ReadTable(PdfLexer lexer)
    {
        while (!lexer.TryTake("trailer"))
        {
            var (first, count) = (lexer.ReadWhole(), lexer.ReadWhole());
            for (var id = first; id < first + count; id++)
            {
                var offset = lexer.ReadWhole();
                lexer.ReadWhole();
                PdfPlace place = lexer.TryTake("n") ? new PdfPlace.InFile(offset) : new PdfPlace.Free();
                if (place is PdfPlace.Free)
                    lexer.Expect("f");
                _places.TryAdd(id, place);
            }
        }
        return lexer.Read() as PdfValue.Dictionary ?? throw new PdfException("The trailer is missing.");
    }

    private void ReadStream(byte[] rows, PdfValue.Dictionary header)
    {
        var widths = Numbers(header["W"]);
        if (widths is not [_, > 0, _] || widths.Any(w => w is < 0 or > 8))
            throw new PdfException("A cross-reference stream has no usable widths.");
        var ranges = header["Index"] is null
            ? [0, (int)((header["Size"] as PdfValue.Number)?.Whole ?? 0)]
            : Numbers(header["Index"]);
        var at = 0;
        for (var range = 0; range + 1 < ranges.Length; range += 2)
        for (var id = ranges[range]; id < ranges[range] + ranges[range + 1]; id++)
        {
            var kind = widths[0] == 0 ? 1 : Field(rows, ref at, widths[0]);
            var second = Field(rows, ref at, widths[1]);
            Field(rows, ref at, widths[2]);
            _places.TryAdd(
                id,
                kind switch
                {
                    1 => new PdfPlace.InFile((int)second),
                    2 => new PdfPlace.InStream((int)second),
                    _ => new PdfPlace.Free(),
                }
            );
        }
    }

    private static int[] Numbers(PdfValue? value) =>
        value is PdfValue.Array array ? [.. array.Items.Select(i => (int)((i as PdfValue.Number)?.Whole ?? -1))] : [];

    private static long Field(byte[] rows, ref int at, int width)
    {
        long value = 0;
        for (var i = 0; i < width; i++)
            value =
                value << 8
                | (at < rows.Length ? rows[at++] : throw new PdfException("A cross-reference stream is too short."));
        return value;
    }
}
