using System.Text.RegularExpressions;
using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Journeys;

public sealed class BirthCertificateTests(Host host)
{
    [Theory]
    [InlineData(Screen.Wide, true, Hand.Pointer)]
    [InlineData(Screen.Phone, false, Hand.Pointer)]
    [InlineData(Screen.Phone, true, Hand.Keyboard)]
    public async Task A_birth_is_returned_corrected_verified_signed_and_certified(Screen screen, bool script, Hand hand)
    {
        var mother = await People.Citizen(host);
        await using var parent = await host.Visitor(screen, script);
        await mother.SignIn(parent, hand);
        var journey = new Journey(host, parent, Birth.Service, hand);
        await journey.Apply(Birth.Answers(mother), "Kota Surabaya");
        await journey.Hands.Press("Kirim permohonan");
        await Assertions.Expect(parent.Page.GetByRole(AriaRole.Main)).ToMatchAriaSnapshotAsync(Receipts.Of("DUKSUR"));
        await journey.Hands.Press("Ikuti berkas");
        var id = Cases.At(parent.Page.Url);

        var verifier = await Desk.Open(host, "verifikator", Birth.Agency, screen, script, hand);
        await using var desk = verifier.Visitor;
        await verifier.Take(id);
        var officer = new Journey(host, desk, Birth.Service, hand);
        await officer.Hands.Unfold("Kekurangan untuk dikembalikan");
        await officer.Hands.Type(
            desk.Page.GetByRole(AriaRole.Textbox, new() { Name = journey.Label("anak.nama"), Exact = true }),
            "Ejaan berbeda dengan surat lahir."
        );
        await officer.Hands.Press(officer.Outcome("verifikasi", "return"));

        await parent.Open($"/berkas/{id.Value:N}");
        Assert.Contains("Ejaan berbeda", await parent.Heard(), StringComparison.Ordinal);
        await journey.Hands.Press("Perbaiki permohonan");
        await journey.Answer(new Dictionary<string, string> { ["anak.nama"] = "Bima Arya Prasetyo" });
        await journey.Hands.Press("Kirim perbaikan");

        await verifier.Take(id);
        await officer.Do("verifikasi", "approve", Birth.Verified);
        var signer = await Desk.Open(host, "penandatangan", Birth.Agency, screen, script, hand);
        await using var head = signer.Visitor;
        await signer.Take(id);
        await new Journey(host, head, Birth.Service, hand).Do("tandatangan", "approve", Birth.Signed);

        await Cases.WithLetter(host, id);
        await parent.Open($"/berkas/{id.Value:N}");
        await Assertions
            .Expect(parent.Page.GetByRole(AriaRole.Main))
            .ToMatchAriaSnapshotAsync(Cases.Granted("Akta kelahiran"));
        var heard = await parent.Heard();
        Assert.Contains("Siapa yang membuka berkas ini", heard, StringComparison.Ordinal);
        Assert.Matches("Verifikator, .*Surabaya, memeriksa permohonan", heard);
        Assert.Matches("Penanda tangan, .*Surabaya, memeriksa permohonan", heard);
        Assert.Equal(
            1,
            await parent.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("PDF") }).CountAsync()
        );
    }
}
