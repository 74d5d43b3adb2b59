using System.Text.Json.Nodes;
using Genggam.Office.Documents;

namespace Genggam.Office.Tests.Documents;

public sealed class LetterTextTests
{
    private static readonly LetterText Texts = new(
        new Dictionary<string, IReadOnlyList<string>>
        {
            ["letters.kutipan.title"] = ["Kutipan Akta Kelahiran"],
            ["letters.kutipan.opening"] = ["Dicatat bahwa {anak.nama} telah lahir."],
            ["letters.kutipan.rows"] =
            [
                "Nama | {anak.nama}",
                "Lahir | {anak.lahir:date}",
                "Jenis kelamin | {anak.kelamin:kelamin.options}",
                "Ayah | {ayah.nama} | optional",
            ],
            ["kelamin.options.p"] = ["Perempuan"],
        },
        new Dictionary<string, IReadOnlyList<string>>
        {
            ["letters.kutipan.title"] = ["Birth certificate extract"],
            ["letters.kutipan.rows"] = ["Name | x", "Born | x", "Sex | x", "Father | x"],
        },
        LetterDates.Indonesian
    );

    private static JsonObject Birth(string name = "Putri") =>
        new()
        {
            ["anak"] = new JsonObject
            {
                ["nama"] = name,
                ["lahir"] = "2026-08-09",
                ["kelamin"] = "p",
            },
        };

    private static LetterWording Fill(JsonObject data) =>
        Assert.IsType<WordingResult.Worded>(Texts.Fill("kutipan", data)).Wording;

    [Fact]
    public void A_letter_says_the_case_data_in_its_own_words()
    {
        var wording = Fill(Birth());
        Assert.Equal(("Kutipan Akta Kelahiran", "Birth certificate extract"), (wording.Title, wording.OtherTitle));
        Assert.Equal(["Dicatat bahwa Putri telah lahir."], wording.Opening);
        Assert.Equal(
            [
                new("Nama", "Name", "Putri"),
                new("Lahir", "Born", "9 Agustus 2026"),
                new LetterRow("Jenis kelamin", "Sex", "Perempuan"),
            ],
            wording.Rows
        );
    }

    [Fact]
    public void An_optional_row_appears_with_its_data()
    {
        var data = Birth();
        data["ayah"] = new JsonObject { ["nama"] = "Agus" };
        Assert.Equal(new LetterRow("Ayah", "Father", "Agus"), Fill(data).Rows[^1]);
    }

    [Fact]
    public void What_a_person_typed_is_neither_slot_nor_separator() =>
        Assert.Equal("{anak.lahir} | #x", Fill(Birth("{anak.lahir} | #x")).Rows[0].Value);

    [Theory]
    [InlineData("nama", null)]
    [InlineData("lahir", "2026-02-30")]
    [InlineData("kelamin", "x")]
    public void A_line_without_data_is_refused_by_number(string field, string? value)
    {
        var data = Birth();
        data["anak"]![field] = value;
        var refused = Assert.IsType<WordingResult.Refused>(Texts.Fill("kutipan", data));
        Assert.Equal("DOC-107", refused.Refusal.Number);
        Assert.Contains($"anak.{field}", refused.Refusal.English, StringComparison.Ordinal);
    }
}
