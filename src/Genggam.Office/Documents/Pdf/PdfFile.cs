namespace Genggam.Office.Documents.Pdf;

/// <summary>
/// A PDF seen through its cross-reference (ISO 32000-1, 7.5): what a viewer sees, and nothing that only looks like an object.
/// Encrypted files are not read.
/// </summary>
internal sealed class PdfFile
{
    private readonly byte[] _bytes;
    private readonly PdfXref _xref;
    private readonly Dictionary<int, PdfValue> _packed = [];
    private readonly HashSet<int> _unpacked = [];

    private PdfFile(byte[] bytes)
    {
        _bytes = bytes;
        _xref = PdfXref.Read(bytes);
        if (_xref.Trailer["Encrypt"] is not null)
            throw new PdfException("The file is encrypted.");
    }

    public PdfXref Xref => _xref;
    public PdfValue.Dictionary Trailer => _xref.Trailer;
    public PdfValue.Reference Root =>
        Trailer["Root"] as PdfValue.Reference ?? throw new PdfException("The trailer names no catalog.");
    public PdfValue.Dictionary Catalog => Dictionary(Root) ?? throw new PdfException("The catalog is missing.");

    /// <exception cref="PdfException">The bytes cannot be read as a PDF.</exception>
    public static PdfFile Read(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("%PDF-"u8))
            throw new PdfException("The file does not begin as a PDF.");
        return new(bytes);
    }

    /// <summary>The value itself where it is no reference; null where it is missing or the null object.</summary>
    public PdfValue? Resolve(PdfValue? value)
    {
        for (var steps = 0; value is PdfValue.Reference reference; steps++)
        {
            if (steps > 16)
                throw new PdfException("References go in a circle.");
            value = Load(reference);
        }
        return value is PdfValue.Word { Text: "null" } ? null : value;
    }

    public PdfValue.Dictionary? Dictionary(PdfValue? value) => Resolve(value) as PdfValue.Dictionary;

    public IReadOnlyList<PdfValue> Items(PdfValue? value) => Resolve(value) is PdfValue.Array array ? array.Items : [];

    /// <summary>The first page of the page tree.</summary>
    public (PdfValue.Reference Reference, PdfValue.Dictionary Page) FirstPage()
    {
        var node = Catalog["Pages"];
        for (var depth = 0; depth < 64; depth++)
        {
            if (node is not PdfValue.Reference reference || Dictionary(node) is not { } dictionary)
                break;
            if (dictionary["Type"] is PdfValue.Name { Text: "Page" })
                return (reference, dictionary);
            node = Items(dictionary["Kids"]) is [var first, ..] ? first : null;
        }
        throw new PdfException("The file has no page.");
    }

    private PdfValue? Load(PdfValue.Reference reference)
    {
        switch (_xref.Find(reference.Id))
        {
            case PdfPlace.InFile place:
                var (id, generation, value) = new PdfLexer(_bytes, place.Offset).ReadIndirect();
                return id == reference.Id && generation == reference.Generation
                    ? value
                    : throw new PdfException($"Object {reference.Id} is not where the cross-reference says.");
            case PdfPlace.InStream place:
                // A stream whose length stands in the stream itself comes by here twice.
                if (_unpacked.Add(place.Stream))
                    Unpack(place.Stream);
                return _packed.GetValueOrDefault(reference.Id);
            default:
                return null;
        }
    }

    private void Unpack(int streamId)
    {
        if (_xref.Find(streamId) is not PdfPlace.InFile place)
            throw new PdfException("An object stream is missing.");
        if (new PdfLexer(_bytes, place.Offset).ReadIndirect().Value is not PdfValue.Stream stream)
            throw new PdfException("An object stream is missing.");
        var bytes = PdfStreams.Decode(_bytes, stream, Resolve(stream.Header["Length"]));
        var first = (int)((stream.Header["First"] as PdfValue.Number)?.Whole ?? 0);
        var count = (stream.Header["N"] as PdfValue.Number)?.Whole ?? 0;
        var header = new PdfLexer(bytes, 0);
        for (var i = 0; i < count; i++)
        {
            var (id, offset) = (header.ReadWhole(), header.ReadWhole());
            // A later revision may have moved the object elsewhere: only its own place counts.
            if (_xref.Find(id) is PdfPlace.InStream where && where.Stream == streamId)
                _packed[id] = new PdfLexer(bytes, first + offset).Read();
        }
    }
}
