using System.Globalization;
using System.Text;
using Genggam.Office.Documents.Pdf;

namespace Genggam.Office.Documents.Signing;

/// <summary>
/// A PDF with one more revision (ISO 32000-1, 7.5.6): an invisible signature field whose value waits for the CMS. The bytes
/// that came in are kept as they are; the new cross-reference has the form of the old one, table or stream.
/// </summary>
internal sealed class SignaturePlaceholder : IDisposable
{
    /// <summary>Bytes kept for the CMS: a P-256 or RSA signature with a chain of a few certificates needs 2 to 6 KB.</summary>
    private const int Reserved = 12 * 1024;

    private readonly MemoryStream _out = new();
    private readonly SortedDictionary<int, (int Generation, long Offset)> _written = [];
    private long _contents;
    private long _byteRange;

    private SignaturePlaceholder() { }

    /// <exception cref="ArgumentException">The PDF already has a form: sign a letter once, as the worker made it.</exception>
    public static SignaturePlaceholder Append(byte[] pdf, SignatureNote note)
    {
        var file = PdfFile.Read(pdf);
        if (file.Catalog["AcroForm"] is not null)
            throw new ArgumentException("The PDF already has a form.", nameof(pdf));
        var placeholder = new SignaturePlaceholder();
        placeholder._out.Write(pdf);
        placeholder.Text("\n");
        placeholder.WriteRevision(file, note);
        return placeholder;
    }

    /// <summary>Fills in the byte range and then the CMS over everything but the gap.</summary>
    public byte[] Complete(Func<byte[], byte[]> sign)
    {
        var pdf = _out.ToArray();
        var gapEnd = (int)_contents + Reserved * 2 + 2;
        var range = string.Create(CultureInfo.InvariantCulture, $"[0 {_contents} {gapEnd} {pdf.Length - gapEnd}]");
        Encoding.ASCII.GetBytes(range, pdf.AsSpan((int)_byteRange));
        byte[] covered = [.. pdf.AsSpan(0, (int)_contents), .. pdf.AsSpan(gapEnd)];
        var cms = sign(covered);
        if (cms.Length > Reserved)
            throw new InvalidOperationException($"The signature needs {cms.Length} bytes; {Reserved} are kept.");
        Encoding.ASCII.GetBytes(Convert.ToHexString(cms), pdf.AsSpan((int)_contents + 1));
        return pdf;
    }

    public void Dispose() => _out.Dispose();

    private void WriteRevision(PdfFile file, SignatureNote note)
    {
        var size = file.Xref.Size;
        var (signature, field) = (new PdfValue.Reference(size, 0), new PdfValue.Reference(size + 1, 0));
        var (pageReference, page) = file.FirstPage();
        WriteSignature(signature, note);
        Write(field, Field(signature, pageReference));
        Write(pageReference, page.With("Annots", new PdfValue.Array([.. file.Items(page["Annots"]), field])));
        Write(
            file.Root,
            file.Catalog.With(
                "AcroForm",
                Dictionary(("Fields", new PdfValue.Array([field])), ("SigFlags", PdfValue.Of(3)))
            )
        );
        if (file.Xref.IsStream)
            WriteXrefStream(file, new PdfValue.Reference(size + 2, 0));
        else
            WriteXrefTable(file, size + 2);
    }

    private void WriteSignature(PdfValue.Reference id, SignatureNote note)
    {
        Begin(id);
        Text("<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached\n/Contents ");
        _contents = _out.Position;
        Text($"<{new string('0', Reserved * 2)}>\n/ByteRange ");
        _byteRange = _out.Position;
        Text(new string(' ', 48));
        Text($"\n/M (D:{note.At.UtcDateTime:yyyyMMddHHmmss}Z)\n");
        foreach (
            var (key, text) in (ReadOnlySpan<(string, string)>)
                [("Name", note.Signer), ("Reason", note.Reason), ("Location", note.Place)]
        )
            Text($"/{key} {TextString(text)}\n");
        Text(">>\nendobj\n");
    }

    private static PdfValue.Dictionary Field(PdfValue.Reference signature, PdfValue.Reference page) =>
        Dictionary(
            ("Type", new PdfValue.Name("Annot")),
            ("Subtype", new PdfValue.Name("Widget")),
            ("FT", new PdfValue.Name("Sig")),
            ("T", TextString("Signature1")),
            ("TU", TextString("Tanda tangan elektronik")),
            ("V", signature),
            ("P", page),
            ("Rect", new PdfValue.Array([PdfValue.Of(0), PdfValue.Of(0), PdfValue.Of(0), PdfValue.Of(0)])),
            // Print and Locked: PDF/A asks for the first, the second keeps editors away.
            ("F", PdfValue.Of(132))
        );

    private void WriteXrefTable(PdfFile file, int size)
    {
        var start = _out.Position;
        Text("xref\n");
        foreach (var (id, (generation, offset)) in _written)
            Text(string.Create(CultureInfo.InvariantCulture, $"{id} 1\n{offset:0000000000} {generation:00000} n\r\n"));
        Text($"trailer\n{NextTrailer(file, size)}\nstartxref\n{start}\n%%EOF\n");
    }

    private void WriteXrefStream(PdfFile file, PdfValue.Reference id)
    {
        var start = _out.Position;
        Begin(id);
        var rows = new List<byte>();
        var index = new List<PdfValue>();
        foreach (var (written, (generation, offset)) in _written)
        {
            index.AddRange([PdfValue.Of(written), PdfValue.Of(1)]);
            rows.AddRange([
                1,
                (byte)(offset >> 24),
                (byte)(offset >> 16),
                (byte)(offset >> 8),
                (byte)offset,
                (byte)generation,
            ]);
        }
        var header = NextTrailer(file, id.Id + 1)
            .With("Type", new PdfValue.Name("XRef"))
            .With("W", new PdfValue.Array([PdfValue.Of(1), PdfValue.Of(4), PdfValue.Of(1)]))
            .With("Index", new PdfValue.Array(index))
            .With("Length", PdfValue.Of(rows.Count));
        Text($"{header}\nstream\n");
        _out.Write([.. rows]);
        Text($"\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n");
    }

    private static PdfValue.Dictionary NextTrailer(PdfFile file, int size)
    {
        var kept = file.Trailer.Entries.Where(e => e.Key is "Root" or "Info" or "ID").ToDictionary();
        return new PdfValue.Dictionary(kept).With("Size", PdfValue.Of(size)).With("Prev", PdfValue.Of(file.Xref.Start));
    }

    private void Write(PdfValue.Reference id, PdfValue.Dictionary value)
    {
        Begin(id);
        Text($"{value}\nendobj\n");
    }

    private void Begin(PdfValue.Reference id)
    {
        _written[id.Id] = (id.Generation, _out.Position);
        Text($"{id.Id} {id.Generation} obj\n");
    }

    private static PdfValue.Dictionary Dictionary(params ReadOnlySpan<(string Key, PdfValue Value)> entries)
    {
        var dictionary = new Dictionary<string, PdfValue>();
        foreach (var (key, value) in entries)
            dictionary.Add(key, value);
        return new(dictionary);
    }

    private static PdfValue.Bytes TextString(string text) =>
        new([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]);

    private void Text(string text) => _out.Write(Encoding.ASCII.GetBytes(text));
}
