using System.Buffers.Text;
using CsCheck;
using Genggam.Office.Documents;
using Genggam.Office.Documents.Qr;
using Genggam.Office.Numbers;

namespace Genggam.Office.Tests.Documents;

public sealed class CodeTests(Workshop workshop) : IClassFixture<Workshop>
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Fact]
    public void A_code_is_read_however_it_is_typed()
    {
        var code = DocumentCode.New();
        var typed = $"  {code.ToString().ToLowerInvariant().Replace('-', ' ').Replace('0', 'o').Replace('1', 'l')} ";
        Assert.True(DocumentCode.TryParse(typed, out var read));
        Assert.Equal(code, read);
    }

    [Fact]
    public void One_wrong_character_of_a_code_or_two_exchanged_are_noticed()
    {
        for (var round = 0; round < 50; round++)
        {
            var code = DocumentCode.New().ToString().Replace("-", "", StringComparison.Ordinal);
            for (var at = 0; at < 16; at++)
            {
                foreach (var other in Alphabet.Where(c => c != code[at]))
                    Assert.False(DocumentCode.TryParse(code[..at] + other + code[(at + 1)..], out _));
                if (at < 15 && code[at] != code[at + 1])
                    Assert.False(
                        DocumentCode.TryParse($"{code[..at]}{code[at + 1]}{code[at]}{code[(at + 2)..]}", out _)
                    );
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ABCD-EFGH")]
    [InlineData("0000-0000-0000-0000")]
    [InlineData("0000-0000-0000-0000-0000-0000-0000")]
    public void What_is_no_code_is_not_read(string? typed) => Assert.False(DocumentCode.TryParse(typed, out _));

    [Fact]
    public void A_case_number_is_read_however_it_is_typed()
    {
        var number = CaseNumber.Of("DKSBY", 2026, 123);
        Assert.StartsWith("DKSBY-2026-000123-", number.ToString(), StringComparison.Ordinal);
        Assert.True(CaseNumber.TryParse(number.ToString().ToLowerInvariant().Replace('-', ' '), out var read));
        Assert.Equal(number, read);
    }

    [Fact]
    public void One_wrong_digit_of_a_case_number_or_two_exchanged_are_noticed() =>
        Gen.Select(Gen.Int[1, 99_999_999], Gen.Int[0, 19], Gen.Int[1, 9])
            .Sample(
                (sequence, place, by) =>
                {
                    var text = CaseNumber.Of("OSS", 2026, sequence).ToString().ToCharArray();
                    var at = 4 + place % (text.Length - 4);
                    if (!char.IsAsciiDigit(text[at]))
                        return;
                    var right = text[at];
                    text[at] = (char)('0' + (right - '0' + by) % 10);
                    Assert.False(CaseNumber.TryParse(new string(text), out _));
                    text[at] = right;
                    if (at + 1 >= text.Length || !char.IsAsciiDigit(text[at + 1]) || text[at + 1] == right)
                        return;
                    (text[at], text[at + 1]) = (text[at + 1], right);
                    Assert.False(CaseNumber.TryParse(new string(text), out _));
                }
            );

    [Fact]
    public void A_payload_changed_or_signed_by_another_is_not_genuine()
    {
        var claims = new QrClaims(
            "1/2026",
            DocumentCode.New(),
            "NIB",
            "Siti",
            "BKPM",
            Workshop.Now,
            Workshop.Now.AddYears(1),
            Samples.Content().Hash,
            false
        );
        var payload = QrPayload.Sign(claims, workshop.Keys.QrKey);
        Assert.Equal(claims, Assert.IsType<QrVerdict.Genuine>(QrPayload.Verify(payload, workshop.Keys.QrKey)).Claims);
        using var other = System.Security.Cryptography.ECDsa.Create(
            System.Security.Cryptography.ECCurve.NamedCurves.nistP256
        );
        Assert.IsType<QrVerdict.Forged>(QrPayload.Verify(payload, other));
        var bytes = Base64Url.DecodeFromChars(payload.AsSpan(QrPayload.Prefix.Length));
        for (var at = 0; at < bytes.Length; at++)
        {
            bytes[at] ^= 1;
            // The key id's header and the rest alike are under the signature or break the form.
            Assert.IsNotType<QrVerdict.Genuine>(
                QrPayload.Verify(QrPayload.Prefix + Base64Url.EncodeToString(bytes), workshop.Keys.QrKey)
            );
            bytes[at] ^= 1;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("GGM1.")]
    [InlineData("GGM1.not base64!")]
    [InlineData("GGM1.AAAA")]
    [InlineData("https://genggam.example/periksa?kode=AB")]
    public void What_is_no_payload_is_not_read(string text) =>
        Assert.IsType<QrVerdict.Unreadable>(QrPayload.Verify(text, workshop.Keys.QrKey));

    [Fact]
    public void A_letter_that_says_something_else_has_another_hash()
    {
        var content = Samples.Content();
        Assert.Equal(content.Hash, Samples.Content().Hash);
        Assert.NotEqual(content.Hash, (content with { Demo = false }).Hash);
        Assert.NotEqual(content.Hash, (content with { Rows = [.. content.Rows.Skip(1)] }).Hash);
    }
}
