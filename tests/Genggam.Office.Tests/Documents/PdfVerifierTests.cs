using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CsCheck;
using Genggam.Office.Documents;
using Genggam.Office.Documents.Signing;

namespace Genggam.Office.Tests.Documents;

public sealed class PdfVerifierTests(Workshop workshop) : IClassFixture<Workshop>
{
    private PdfVerdict Verify(byte[] pdf) => new PdfVerifier([workshop.Keys.Root]).Verify(pdf);

    private async Task<byte[]> SignedAsync() => (await workshop.IssueAsync()).Pdf;

    private static Tampering How(PdfVerdict verdict) => Assert.IsType<PdfVerdict.Tampered>(verdict).How;

    [Fact]
    public async Task Bytes_after_the_signature_are_noticed() =>
        Assert.Equal(Tampering.BytesAdded, How(Verify([.. await SignedAsync(), (byte)'\n'])));

    [Fact]
    public async Task A_page_laid_over_the_signed_one_is_noticed()
    {
        var pdf = await SignedAsync();
        var overlay = Encoding.ASCII.GetBytes("\n9999 0 obj\n<</Type /Annot>>\nendobj\n");
        var text = Encoding.Latin1.GetString(pdf);
        var tail = text[text.LastIndexOf("startxref", StringComparison.Ordinal)..];
        var previous = tail.Split('\n')[1];
        var trailer = text[text.LastIndexOf("trailer", StringComparison.Ordinal)..].Split("/Root ")[1].Split(" R")[0];
        var xref =
            $"xref\n9999 1\n{pdf.Length + 1:0000000000} 00000 n\r\ntrailer\n<</Size 10000 /Root {trailer} R /Prev {previous}>>\nstartxref\n{pdf.Length + overlay.Length}\n%%EOF\n";
        Assert.Equal(Tampering.BytesAdded, How(Verify([.. pdf, .. overlay, .. Encoding.ASCII.GetBytes(xref)])));
    }

    [Fact]
    public async Task A_signature_of_zeros_is_no_signature()
    {
        var pdf = await SignedAsync();
        var start = Contents(pdf);
        var end = pdf.AsSpan(start).IndexOf((byte)'>') + start;
        pdf.AsSpan(start, end - start).Fill((byte)'0');
        Assert.Equal(Tampering.SignatureBroken, How(Verify(pdf)));
    }

    [Fact]
    public async Task Something_hidden_behind_the_signature_is_noticed()
    {
        var pdf = await SignedAsync();
        var end = pdf.AsSpan(Contents(pdf)).IndexOf((byte)'>') + Contents(pdf);
        "DEADBEEF"u8.CopyTo(pdf.AsSpan(end - 8));
        Assert.Equal(Tampering.SignatureBroken, How(Verify(pdf)));
    }

    [Theory]
    [InlineData("\f")]
    [InlineData("a")]
    public async Task A_signature_written_in_another_way_is_noticed(string inside)
    {
        var pdf = await SignedAsync();
        var at = pdf.AsSpan(Contents(pdf)).IndexOfAnyInRange((byte)'A', (byte)'F') + Contents(pdf);
        var end = pdf.AsSpan(Contents(pdf)).IndexOf((byte)'>') + Contents(pdf);
        if (inside == "a")
            pdf[at] = (byte)char.ToLowerInvariant((char)pdf[at]);
        else
            pdf[end - 1] = (byte)inside[0];
        Assert.Equal(Tampering.SignatureBroken, How(Verify(pdf)));
    }

    [Fact]
    public async Task A_range_that_leaves_out_more_than_the_signature_is_noticed()
    {
        var pdf = await SignedAsync();
        var at = pdf.AsSpan().LastIndexOf("/ByteRange [0 "u8) + "/ByteRange [0 ".Length;
        pdf[at] = pdf[at] == (byte)'1' ? (byte)'2' : (byte)'1';
        Assert.Equal(Tampering.RangeBroken, How(Verify(pdf)));
    }

    [Fact]
    public async Task Any_flipped_byte_is_noticed()
    {
        var pdf = await SignedAsync();
        var gap = (From: Contents(pdf), To: pdf.AsSpan(Contents(pdf)).IndexOf((byte)'>') + Contents(pdf));
        for (var at = 0; at < pdf.Length; at += 97)
        {
            if (at >= gap.From && at < gap.To)
                continue;
            pdf[at] ^= 0x10;
            Assert.False(Verify(pdf) is PdfVerdict.Genuine or PdfVerdict.UntrustedSigner, $"byte {at}");
            pdf[at] ^= 0x10;
        }
        Assert.IsType<PdfVerdict.Genuine>(Verify(pdf));
    }

    [Fact]
    public async Task A_signer_of_another_root_is_not_trusted()
    {
        var pdf = await SignedAsync();
        var stranger = DemoCertificates.Open(Path.Combine(workshop.Folder, "stranger"), Workshop.Now);
        Assert.IsType<PdfVerdict.UntrustedSigner>(new PdfVerifier([stranger.Root]).Verify(pdf));
    }

    [Fact]
    public async Task A_letter_without_a_signature_is_said_to_have_none()
    {
        var plain = await workshop.Worker.RenderAsync(Workshop.Job("Halo"), TestContext.Current.CancellationToken);
        Assert.IsType<PdfVerdict.NotSigned>(Verify(Assert.IsType<RenderResult.Rendered>(plain).Bytes));
    }

    [Theory]
    [InlineData("")]
    [InlineData("MZ executable")]
    [InlineData("%PDF-1.7\nstartxref\n99999\n%%EOF")]
    [InlineData("%PDF-1.7\nxref\n0 0\ntrailer\n<</Root 1 0 R /Prev 9>>\nstartxref\n9\n%%EOF")]
    [InlineData("%PDF-1.7\nxref\n0 1\n[[[[[[[")]
    public void What_is_no_pdf_is_said_to_be_unreadable(string bytes) =>
        Assert.IsType<PdfVerdict.Unreadable>(Verify(Encoding.ASCII.GetBytes(bytes)));

    [Fact]
    public async Task A_letter_is_signed_once()
    {
        var pdf = await SignedAsync();
        Assert.Throws<ArgumentException>(() => workshop.Signer().Sign(pdf, new("x", "x", "x", Workshop.Now)));
    }

    [Fact]
    public async Task An_official_with_an_rsa_key_signs_as_well()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(
            "CN=Sri Wahyuni",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        using var own = request.CreateSelfSigned(Workshop.Now.AddYears(-1), Workshop.Now.AddYears(1));
        var plain = Assert.IsType<RenderResult.Rendered>(
            await workshop.Worker.RenderAsync(Workshop.Job("Halo"), TestContext.Current.CancellationToken)
        );
        var pdf = new PadesSigner(own).Sign(plain.Bytes, new("Sri Wahyuni", "Uji", "Surabaya", Workshop.Now));
        Assert.IsType<PdfVerdict.Genuine>(new PdfVerifier([own]).Verify(pdf));
        Assert.Contains(
            "Signature is Valid",
            await Workshop.RunAsync("pdfsig", "-nocert", workshop.Save("rsa.pdf", pdf)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_file_with_a_cross_reference_stream_is_signed_and_verified()
    {
        var pdf = workshop.Signer().Sign(WithXrefStream(), new("Rahmat", "Uji", "Surabaya", Workshop.Now));
        Assert.IsType<PdfVerdict.Genuine>(Verify(pdf));
        Assert.Contains(
            "Signature is Valid",
            await Workshop.RunAsync("pdfsig", "-nocert", workshop.Save("stream.pdf", pdf)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void However_a_file_is_broken_a_verdict_is_given_and_what_is_genuine_was_signed()
    {
        var pdf = workshop.Signer().Sign(WithXrefStream(), new("Rahmat", "Uji", "Surabaya", Workshop.Now));
        // A CMS has fields that nobody signs, such as its version: they stand in the gap and say nothing.
        var gap = Contents(pdf)..(pdf.AsSpan(Contents(pdf)).IndexOf((byte)'>') + Contents(pdf));
        byte[] Signed(byte[] file) => [.. file[..gap.Start], .. file[gap.End..]];
        var structure = Enumerable.Range(0, pdf.Length).Where(at => at < 600 || at > pdf.Length - 1200).ToArray();
        Gen.Select(Gen.Int[0, structure.Length - 1].Select(i => structure[i]), Gen.Byte, Gen.Int[0, 40])
            .Array[1, 4]
            .Sample(changes =>
            {
                var broken = pdf.ToList();
                foreach (var (at, value, cut) in changes)
                {
                    broken[Math.Min(at, broken.Count - 1)] = value;
                    if (cut > 30)
                        broken.RemoveRange(Math.Min(at, broken.Count - 50), cut);
                }
                if (Verify([.. broken]) is PdfVerdict.Genuine)
                    Assert.Equal(Signed(pdf), Signed([.. broken]));
            });
    }

    [Fact]
    public void An_object_stream_that_holds_its_own_length_is_unreadable()
    {
        Assert.IsType<PdfVerdict.Unreadable>(Verify(WithXrefStream(length: "1 0 R")));
    }

    private static int Contents(byte[] pdf) => pdf.AsSpan().LastIndexOf("/Contents <"u8) + "/Contents <".Length;

    /// <summary>A PDF whose catalog and pages are packed in an object stream, as newer producers write.</summary>
    private static byte[] WithXrefStream(string? length = null)
    {
        string[] objects =
        [
            "<</Type /Catalog /Pages 2 0 R>>",
            "<</Type /Pages /Kids [3 0 R] /Count 1>>",
            "<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200]>>",
        ];
        var header = $"1 0 2 {objects[0].Length + 1} 3 {objects[0].Length + objects[1].Length + 2} ";
        var packed = header + string.Join(' ', objects);
        var body =
            $"%PDF-1.7\n4 0 obj\n<</Type /ObjStm /N 3 /First {header.Length} /Length {length ?? $"{packed.Length}"}>>\nstream\n{packed}\nendstream\nendobj\n";
        byte[] rows =
        [
            0,
            0,
            0,
            0,
            2,
            0,
            4,
            0,
            2,
            0,
            4,
            1,
            2,
            0,
            4,
            2,
            1,
            0,
            9,
            0,
            1,
            (byte)(body.Length >> 8),
            (byte)body.Length,
            0,
        ];
        var xref = $"5 0 obj\n<</Type /XRef /Size 6 /Root 1 0 R /W [1 2 1] /Length {rows.Length}>>\nstream\n";
        return
        [
            .. Encoding.ASCII.GetBytes(body + xref),
            .. rows,
            .. Encoding.ASCII.GetBytes($"\nendstream\nendobj\nstartxref\n{body.Length}\n%%EOF\n"),
        ];
    }
}
