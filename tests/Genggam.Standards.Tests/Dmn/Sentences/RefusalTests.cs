using Genggam.Standards.Dmn;
using Genggam.Standards.Dmn.Sentences;

namespace Genggam.Standards.Tests.Dmn.Sentences;

/// <summary>Why a value is not changed, in both languages, for every kind of value; and what a change writes.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData(
        "60",
        "60",
        "6.000",
        ValueKind.Number,
        "angka tanpa titik ribuan, misalnya 6000, 1500.5 atau -3",
        "a number without marks for thousands, such as 6000, 1500.5 or -3"
    )]
    [InlineData(
        "60.5",
        "60.5",
        "6.500",
        ValueKind.Number,
        "angka tanpa titik ribuan, misalnya 6000, 1500.5 atau -3",
        "a number without marks for thousands, such as 6000, 1500.5 or -3"
    )]
    [InlineData("true", "true", "ya", ValueKind.Boolean, "true (ya) atau false (tidak)", "true or false")]
    [InlineData(
        "@\"2026-01-31\"",
        "2026-01-31",
        "31-01-2026",
        ValueKind.Date,
        "tanggal, misalnya 2026-01-31",
        "a date, such as 2026-01-31"
    )]
    [InlineData("@\"08:00:00\"", "08:00:00", "8", ValueKind.Time, "jam, misalnya 08:00:00", "a time, such as 08:00:00")]
    [InlineData(
        "@\"2026-01-31T08:00:00\"",
        "2026-01-31T08:00:00",
        "2026-01-31",
        ValueKind.DateAndTime,
        "tanggal dan jam, misalnya 2026-01-31T08:00:00",
        "a date and time, such as 2026-01-31T08:00:00"
    )]
    [InlineData(
        "@\"P1D\"",
        "P1D",
        "P1Y",
        ValueKind.DaysAndTime,
        "jangka waktu dalam hari dan jam, misalnya P60D atau PT12H",
        "a duration in days and hours, such as P60D or PT12H"
    )]
    [InlineData(
        "@\"P1Y\"",
        "P1Y",
        "P1D",
        ValueKind.YearsAndMonths,
        "jangka waktu dalam tahun dan bulan, misalnya P1Y6M",
        "a duration in years and months, such as P1Y6M"
    )]
    public void Another_kind_is_refused_with_what_there_must_be(
        string cell,
        string was,
        string now,
        ValueKind kind,
        string indonesian,
        string english
    )
    {
        var refused = Assert.IsType<ValueChange.WrongKind>(Change(cell, was, now));

        Assert.Equal(kind, refused.Value.Kind);
        Assert.Equal($"SEN-104 {refused.Value.At}: {was} harus diganti dengan {indonesian}.", refused.Why("id"));
        Assert.Equal($"SEN-104 {refused.Value.At}: in place of {was} there must be {english}.", refused.Why("en"));
    }

    [Theory]
    [InlineData("60", "60", "61")]
    [InlineData("60", "60", "-0.5e3")]
    [InlineData("60", "60", "60.5")]
    [InlineData("60.5", "60.5", "6.125")]
    [InlineData("60", "60", "60.0000")]
    [InlineData("60", "60", "0.600")]
    [InlineData("60", "60", "6000.125")]
    [InlineData("true", "true", "false")]
    [InlineData("false", "false", "true")]
    [InlineData("@\"2026-01-31\"", "2026-01-31", "2026-02-28")]
    [InlineData("@\"08:00:00\"", "08:00:00", "09:00:00Z")]
    [InlineData("@\"2026-01-31T08:00:00\"", "2026-01-31T08:00:00", "2026-01-31T09:00:00")]
    [InlineData("@\"P1D\"", "P1D", "PT12H")]
    [InlineData("@\"P1Y\"", "P1Y", "P6M")]
    [InlineData("[1..5]", "1", "0")]
    [InlineData("[1..5]", "1", "4")]
    [InlineData("(1..5)", "1", "4.5")]
    [InlineData("\"a\"", "a", "")]
    [InlineData("\"a\"", "a", "a \"b\" \\ c\n\r\t\u0001\u001F")]
    [InlineData("\"a\"", "a", "\uD83D\uDE00")]
    [InlineData("\"a\"", "a", "\uFFFE\uFFFF")]
    [InlineData("\"a\"", "a", "x < y > z & w")]
    public void A_value_of_its_kind_is_written_and_read_again(string cell, string was, string now)
    {
        var made = Assert.IsType<ValueChange.Made>(Change(cell, was, now));

        Assert.Equal((was, now), (made.Was.Value, made.Now.Value));
        Assert.Null(made.Why("id"));
    }

    [Theory]
    [InlineData("\"", "\\\"")]
    [InlineData("\\", "\\\\")]
    [InlineData("\n", "\\n")]
    [InlineData("\r", "\\r")]
    [InlineData("\t", "\\t")]
    [InlineData("\u0001", "\\u0001")]
    [InlineData("\u001F", "\\u001F")]
    [InlineData(" ", " ")]
    [InlineData("\uFFFE", "\\uFFFE")]
    [InlineData("\uFFFF", "\\uFFFF")]
    [InlineData("\uFFFD", "\uFFFD")]
    [InlineData("'", "'")]
    public void What_xml_or_feel_has_no_room_for_is_written_as_an_escape(string text, string written)
    {
        Assert.Equal(written, WrittenValue.Of(ValueKind.Text, text, isCData: true));
        Assert.Equal(written, WrittenValue.Of(ValueKind.Text, text, isCData: false));
    }

    [Fact]
    public void Halves_of_a_character_are_escaped_and_whole_ones_are_not()
    {
        Assert.Equal("\\uD800", WrittenValue.Of(ValueKind.Text, "\uD800", isCData: false));
        Assert.Equal("\\uDFFFa", WrittenValue.Of(ValueKind.Text, "\uDFFFa", isCData: false));
        Assert.Equal("\\uDE00\\uD83D", WrittenValue.Of(ValueKind.Text, "\uDE00\uD83D", isCData: false));
        Assert.Equal("a\uD83D\uDE00b", WrittenValue.Of(ValueKind.Text, "a\uD83D\uDE00b", isCData: false));
    }

    [Theory]
    [InlineData("&", "&amp;", "&")]
    [InlineData("<", "&lt;", "<")]
    [InlineData(">", "&gt;", ">")]
    [InlineData("]]>", "]]&gt;", "]]\\u003E")]
    public void Marks_of_xml_are_entities_but_in_cdata(string text, string plain, string inCData)
    {
        Assert.Equal(plain, WrittenValue.Of(ValueKind.Text, text, isCData: false));
        Assert.Equal(inCData, WrittenValue.Of(ValueKind.Text, text, isCData: true));
    }

    [Fact]
    public void Every_refusal_says_what_to_do_in_both_languages()
    {
        var value = Told.Only(Told.Table(Told.Rule("60", "-", "true")), "id").Values.First();
        var at = value.At.ToString();

        Says(
            new ValueChange.Unreadable([]),
            "SEN-101 Berkas tidak dapat dibaca: perbaiki dahulu dengan genggam check.",
            "SEN-101 The file cannot be read: correct it first, with genggam check."
        );
        Says(
            new ValueChange.NoSuchValue("r:9"),
            "SEN-102 Tidak ada nilai r:9: baca lagi kalimatnya, lalu pilih nomor nilai yang ada.",
            "SEN-102 There is no value r:9: read the sentences again and take an id that stands there."
        );
        Says(
            new ValueChange.ChangedMeanwhile(value),
            $"SEN-103 {at}: nilainya sekarang 60, bukan lagi yang Anda baca: baca lagi kalimatnya.",
            $"SEN-103 {at}: the value is now 60, not what you read: read the sentences again."
        );
        Says(
            new ValueChange.WrongKind(value with { Kind = ValueKind.Text }),
            $"SEN-104 {at}: 60 harus diganti dengan teks.",
            $"SEN-104 {at}: in place of 60 there must be a text."
        );
        Says(
            new ValueChange.NotAllowed(value with { AllowedFeel = "[1..9]" }),
            $"SEN-105 {at}: nilai itu tidak diperbolehkan sebagai ganti 60: [1..9]",
            $"SEN-105 {at}: the value is not allowed in place of 60: [1..9]"
        );
        Says(
            new ValueChange.EmptyRange(value),
            $"SEN-106 {at}: dengan nilai itu sebagai ganti 60 tidak ada yang termasuk dalam rentangnya: awalnya harus di bawah akhirnya.",
            $"SEN-106 {at}: with the value in place of 60 nothing is within the range: it must begin before it ends."
        );
        Says(
            new ValueChange.CannotStand(value),
            $"SEN-107 {at}: nilai itu tidak dapat ditulis sebagai ganti 60 tanpa mengubah yang lain: ubah selnya dalam penyunting DMN.",
            $"SEN-107 {at}: the value cannot be written in place of 60 without another change: edit the cell in a DMN modeller."
        );
        Assert.Equal(
            "SEN-001 Tidak ada berkas a: sebutkan folder layanan atau berkas DMN.",
            SentenceRefusals.NoFile("id", "a")
        );
        Assert.Equal("SEN-002 There is no DMN file in a.", SentenceRefusals.NoModels("en", "a"));
        Assert.Equal(
            "SEN-003 a: write the id of a value, an equals sign and the new value.",
            SentenceRefusals.NoChange("en", "a")
        );
        Assert.Equal(
            "SEN-004 a tidak dalam UTF-8: simpan dalam UTF-8 di penyunting DMN.",
            SentenceRefusals.NotUtf8("id", "a")
        );
        Assert.Equal(
            "Sentences are told in id, en, not in fr.",
            Assert.Throws<ArgumentException>(() => SentenceRefusals.NoFile("fr", "a")).Message
        );
    }

    private static void Says(ValueChange refusal, string indonesian, string english)
    {
        Assert.Equal(indonesian, refusal.Why("id"));
        Assert.Equal(english, refusal.Why("en"));
    }

    private static ValueChange Change(string cell, string was, string now) =>
        ValueChange.Of(new DmnSource("t.dmn", Told.Table(Told.Rule(cell, "-", "1"))), "r:1:1", was, now);
}
