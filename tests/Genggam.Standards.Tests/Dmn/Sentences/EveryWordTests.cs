using Genggam.Standards.Dmn;
using Genggam.Standards.Dmn.Sentences;

namespace Genggam.Standards.Tests.Dmn.Sentences;

/// <summary>Every form that a value, a test or a table may have, in the words of both languages.</summary>
public sealed class EveryWordTests
{
    [Theory]
    [InlineData("7", "7", "7")]
    [InlineData("-7", "-7", "-7")]
    [InlineData("150", "150", "150")]
    [InlineData("-150", "-150", "-150")]
    [InlineData("1500", "1.500", "1,500")]
    [InlineData("-1500", "-1.500", "-1,500")]
    [InlineData("-100000", "-100.000", "-100,000")]
    [InlineData("1234567", "1.234.567", "1,234,567")]
    [InlineData("0.5", "0,5", "0.5")]
    [InlineData("-0.25", "-0,25", "-0.25")]
    [InlineData("1234.5678", "1.234,5678", "1,234.5678")]
    [InlineData("1E6", "1E6", "1E6")]
    [InlineData("true", "ya", "yes")]
    [InlineData("false", "tidak", "no")]
    [InlineData("@\"2026-01-02\"", "2 Januari 2026", "2 January 2026")]
    [InlineData("@\"2026-02-02\"", "2 Februari 2026", "2 February 2026")]
    [InlineData("@\"2026-03-02\"", "2 Maret 2026", "2 March 2026")]
    [InlineData("@\"2026-04-02\"", "2 April 2026", "2 April 2026")]
    [InlineData("@\"2026-05-02\"", "2 Mei 2026", "2 May 2026")]
    [InlineData("@\"2026-06-02\"", "2 Juni 2026", "2 June 2026")]
    [InlineData("@\"2026-07-02\"", "2 Juli 2026", "2 July 2026")]
    [InlineData("@\"2026-08-02\"", "2 Agustus 2026", "2 August 2026")]
    [InlineData("@\"2026-09-02\"", "2 September 2026", "2 September 2026")]
    [InlineData("@\"2026-10-02\"", "2 Oktober 2026", "2 October 2026")]
    [InlineData("@\"2026-11-02\"", "2 November 2026", "2 November 2026")]
    [InlineData("date(\"2026-12-31\")", "31 Desember 2026", "31 December 2026")]
    [InlineData("@\"12026-12-31\"", "12026-12-31", "12026-12-31")]
    [InlineData("@\"08:05:00\"", "pukul 08.05", "08:05")]
    [InlineData("@\"08:05:09\"", "pukul 08.05.09", "08:05:09")]
    [InlineData("@\"08:05:09.5\"", "08:05:09.5", "08:05:09.5")]
    [InlineData("@\"08:05:00Z\"", "08:05:00Z", "08:05:00Z")]
    [InlineData("@\"2026-01-02T08:05:00\"", "2 Januari 2026 pukul 08.05", "2 January 2026, 08:05")]
    [InlineData("@\"2026-01-02T08:05:00+07:00\"", "2026-01-02T08:05:00+07:00", "2026-01-02T08:05:00+07:00")]
    [InlineData("@\"12026-01-02T08:05:00\"", "12026-01-02T08:05:00", "12026-01-02T08:05:00")]
    [InlineData("@\"P1D\"", "1 hari", "1 day")]
    [InlineData("@\"P2D\"", "2 hari", "2 days")]
    [InlineData("@\"PT1H\"", "1 jam", "1 hour")]
    [InlineData("@\"PT2H\"", "2 jam", "2 hours")]
    [InlineData("@\"PT1M\"", "1 menit", "1 minute")]
    [InlineData("@\"PT59M\"", "59 menit", "59 minutes")]
    [InlineData("@\"PT1S\"", "1 detik", "1 second")]
    [InlineData("@\"PT1.5S\"", "1,5 detik", "1.5 seconds")]
    [InlineData("@\"P1DT2H3M4S\"", "1 hari 2 jam 3 menit 4 detik", "1 day 2 hours 3 minutes 4 seconds")]
    [InlineData("@\"-PT90M\"", "minus 1 jam 30 menit", "minus 1 hour 30 minutes")]
    [InlineData("@\"PT0S\"", "0 hari", "0 days")]
    [InlineData("@\"P1500D\"", "1.500 hari", "1,500 days")]
    [InlineData("@\"P1Y\"", "1 tahun", "1 year")]
    [InlineData("@\"P2Y\"", "2 tahun", "2 years")]
    [InlineData("@\"P1M\"", "1 bulan", "1 month")]
    [InlineData("@\"P14M\"", "1 tahun 2 bulan", "1 year 2 months")]
    [InlineData("@\"-P14M\"", "minus 1 tahun 2 bulan", "minus 1 year 2 months")]
    [InlineData("@\"P0M\"", "0 tahun", "0 years")]
    public void A_value_has_its_words(string cell, string indonesian, string english)
    {
        Assert.Equal($"Apa pun keadaannya, boleh = {indonesian}.", Told.Sentence("-", "-", cell, "id"));
        Assert.Equal($"Whatever the facts, boleh = {english}.", Told.Sentence("-", "-", cell, "en"));
    }

    [Theory]
    [InlineData("@\"2026-01-31\"", "31 Januari 2026", "31 January 2026")]
    [InlineData("@\"08:05:00\"", "pukul 08.05", "08:05")]
    [InlineData("@\"2026-01-31T08:05:00\"", "31 Januari 2026 pukul 08.05", "31 January 2026, 08:05")]
    public void Moments_come_before_and_after(string moment, string indonesian, string english)
    {
        Test($"= {moment}", $"adalah {indonesian}", $"is {english}");
        Test($"!= {moment}", $"bukan {indonesian}", $"is not {english}");
        Test($"< {moment}", $"sebelum {indonesian}", $"is before {english}");
        Test($"<= {moment}", $"paling lambat {indonesian}", $"is no later than {english}");
        Test($"> {moment}", $"sesudah {indonesian}", $"is after {english}");
        Test($">= {moment}", $"paling awal {indonesian}", $"is no earlier than {english}");
        Test(
            $"[{moment}..{moment}]",
            $"dari {indonesian} sampai dengan {indonesian}",
            $"is from {english} to {english}, both included"
        );
        Test(
            $"({moment}..{moment}]",
            $"sesudah {indonesian} sampai dengan {indonesian}",
            $"is after {english} and no later than {english}"
        );
        Test(
            $"[{moment}..{moment})",
            $"dari {indonesian} sampai sebelum {indonesian}",
            $"is from {english} to before {english}"
        );
        Test(
            $"({moment}..{moment})",
            $"sesudah {indonesian} dan sebelum {indonesian}",
            $"is after {english} and before {english}"
        );
    }

    [Theory]
    [InlineData("= true", "adalah ya", "is yes")]
    [InlineData("!= \"a\"", "bukan \"a\"", "is not \"a\"")]
    [InlineData("> 7", "lebih dari 7", "is more than 7")]
    [InlineData("< @\"P1D\"", "kurang dari 1 hari", "is less than 1 day")]
    [InlineData("[1..2]", "dari 1 sampai dengan 2", "is from 1 to 2, both included")]
    [InlineData(
        "[status..2]",
        "dari rumus “status” sampai dengan 2",
        "is from the formula “status” to 2, both included"
    )]
    [InlineData("> status.b.c", "lebih dari rumus “status.b.c”", "is more than the formula “status.b.c”")]
    [InlineData("[[1..2], 3]", "sesuai dengan rumus “[[1..2], 3]”", "agrees with the formula “[[1..2], 3]”")]
    [InlineData("[]", "sesuai dengan rumus “[]”", "agrees with the formula “[]”")]
    [InlineData("null, 1", "adalah salah satu dari kosong, 1", "is one of empty, 1")]
    [InlineData("not(> 1)", "tidak (lebih dari 1)", "is not (is more than 1)")]
    [InlineData("not(> 1 + 1)", "sesuai dengan rumus “not(> 1 + 1)”", "agrees with the formula “not(> 1 + 1)”")]
    [InlineData("[1, 2], > 5", "(adalah salah satu dari 1, 2 atau lebih dari 5)", "(is one of 1, 2 or is more than 5)")]
    public void A_test_has_its_words(string cell, string indonesian, string english) => Test(cell, indonesian, english);

    [Theory]
    [InlineData(
        "UNIQUE",
        "",
        "Hanya satu aturan boleh berlaku; jika lebih dari satu berlaku, tidak ada hasil.",
        "Only one rule may hold; where more do, there is no result."
    )]
    [InlineData(
        "FIRST",
        "",
        "Aturan dibaca dari atas; yang pertama berlaku menentukan hasilnya.",
        "The rules are read from the top; the first that holds decides."
    )]
    [InlineData(
        "ANY",
        "",
        "Beberapa aturan boleh berlaku jika hasilnya sama; jika berbeda, tidak ada hasil.",
        "Several rules may hold where they agree; where they differ, there is no result."
    )]
    [InlineData(
        "PRIORITY",
        "",
        "Jika beberapa aturan berlaku, hasilnya adalah yang paling awal dalam daftar nilai yang diperbolehkan.",
        "Where several rules hold, the result is the one that comes first in the list of allowed values."
    )]
    [InlineData(
        "RULE ORDER",
        "",
        "Hasil semua aturan yang berlaku dikumpulkan, menurut urutan aturan.",
        "The results of all rules that hold are collected, in the order of the rules."
    )]
    [InlineData(
        "OUTPUT ORDER",
        "",
        "Hasil semua aturan yang berlaku dikumpulkan, menurut urutan daftar nilai yang diperbolehkan.",
        "The results of all rules that hold are collected, in the order of the list of allowed values."
    )]
    [InlineData(
        "COLLECT",
        "",
        "Hasil semua aturan yang berlaku dikumpulkan.",
        "The results of all rules that hold are collected."
    )]
    [InlineData(
        "COLLECT",
        "SUM",
        "Hasil semua aturan yang berlaku dijumlahkan.",
        "The results of all rules that hold are added up."
    )]
    [InlineData(
        "COLLECT",
        "COUNT",
        "Hasilnya adalah banyaknya aturan yang berlaku.",
        "The result is how many rules hold."
    )]
    [InlineData(
        "COLLECT",
        "MIN",
        "Dari hasil semua aturan yang berlaku diambil yang terkecil.",
        "Of the results of all rules that hold, the smallest is taken."
    )]
    [InlineData(
        "COLLECT",
        "MAX",
        "Dari hasil semua aturan yang berlaku diambil yang terbesar.",
        "Of the results of all rules that hold, the largest is taken."
    )]
    public void A_hit_policy_has_its_sentences(string policy, string aggregation, string indonesian, string english)
    {
        var more = aggregation.Length > 0 ? $" aggregation=\"{aggregation}\"" : "";
        var lists = aggregation.Length == 0 && policy is "COLLECT" or "RULE ORDER" or "OUTPUT ORDER";
        var xml = Told.Table(Told.Rule("1", "-", "2"), policy, more);

        Assert.Equal(
            [
                indonesian,
                lists
                    ? "Jika tidak ada aturan yang berlaku, hasilnya daftar kosong."
                    : "Jika tidak ada aturan yang berlaku, tidak ada hasil.",
            ],
            Told.Only(xml, "id").Policy.Select(p => p.Text)
        );
        Assert.Equal(
            [
                english,
                lists ? "If no rule holds, the result is an empty list." : "If no rule holds, there is no result.",
            ],
            Told.Only(xml, "en").Policy.Select(p => p.Text)
        );
    }

    [Fact]
    public void A_table_in_english_is_told_like_one_in_indonesian()
    {
        var xml = Told.Table(
            Told.Rule("1", "-", "\"a\"") + Told.Rule("-", "-", "\"b\""),
            "FIRST",
            output: "<outputValues><text>\"a\", \"b\"</text></outputValues><defaultOutputEntry><text>\"b\"</text></defaultOutputEntry>"
        );

        var table = Told.Only(xml, "en", ("umur", "How old are you?"), ("boleh.a", "Allowed"));

        Assert.Equal(
            ["If the answer to “How old are you?” is 1, then boleh = \"a\" (Allowed).", "Otherwise, boleh = \"b\"."],
            table.Rules.Select(r => r.Text)
        );
        Assert.Equal("If no rule holds, then boleh = \"b\".", table.Default!.Text);
        Assert.Equal("Allowed values: boleh is one of \"a\" (Allowed), \"b\".", Assert.Single(table.Allowed).Text);
        Assert.Equal("t:default", table.Default.Id);
        Assert.Equal(("izin", "t"), (table.Decision, table.At.Element));
    }

    [Fact]
    public void Only_a_text_has_a_label_of_its_own()
    {
        var table = Told.Only(
            Told.Table(Told.Rule("60", "\"x\"", "true")),
            "id",
            ("umur.60", "enam puluh"),
            ("boleh.true", "betul"),
            ("status.x", "X")
        );

        Assert.Equal("Jika Umur adalah 60 dan status adalah \"x\", maka boleh = ya.", table.Rules[0].Text);
    }

    [Fact]
    public void What_has_no_name_is_told_by_its_place()
    {
        var xml = Drawn.Definitions(
            Drawn.Decision(
                "d",
                "<decisionTable><input/><input label=\" Umur \"/><output/><output name=\"x\" label=\"Hasil\"/>"
                    + "<rule><inputEntry><text>1</text></inputEntry><inputEntry><text>2</text></inputEntry><outputEntry><text>3</text></outputEntry><outputEntry><text>4</text></outputEntry></rule></decisionTable>"
            )
        );

        Assert.Equal(
            "Jika masukan 1 adalah 1 dan Umur adalah 2, maka d = 3, Hasil = 4.",
            Told.Only(xml, "id").Rules[0].Text
        );
        Assert.Equal("If input 1 is 1 and Umur is 2, then d = 3, Hasil = 4.", Told.Only(xml, "en").Rules[0].Text);
    }

    public static TheoryData<string> Boxes
    {
        get
        {
            const string table =
                "<decisionTable hitPolicy=\"UNIQUE\"><input><inputExpression><text>n</text></inputExpression></input><output/>"
                + "<rule><inputEntry/><outputEntry><text>7</text></outputEntry></rule><rule><inputEntry/><outputEntry><text>8</text></outputEntry></rule></decisionTable>";
            var one = Drawn.Literal("1");
            return
            [
                table,
                $"<context><contextEntry><variable name=\"a\"/>{table}</contextEntry></context>",
                $"<list>{one}{table}</list>",
                $"<relation><column name=\"a\"/><row>{table}</row></relation>",
                $"<functionDefinition>{table}</functionDefinition>",
                $"<invocation>{table}</invocation>",
                $"<invocation>{one}<binding><parameter name=\"a\"/>{table}</binding></invocation>",
                $"<conditional><if>{table}</if><then>{one}</then><else>{one}</else></conditional>",
                $"<conditional><if>{one}</if><then>{table}</then><else>{one}</else></conditional>",
                $"<conditional><if>{one}</if><then>{one}</then><else>{table}</else></conditional>",
                $"<filter><in>{table}</in><match>{one}</match></filter>",
                $"<filter><in>{one}</in><match>{table}</match></filter>",
                $"<for><in>{table}</in><return>{one}</return></for>",
                $"<for><in>{one}</in><return>{table}</return></for>",
                $"<some><in>{one}</in><satisfies>{table}</satisfies></some>",
            ];
        }
    }

    [Theory]
    [MemberData(nameof(Boxes))]
    public void A_table_in_any_box_is_told_and_checked(string box)
    {
        var elements = Drawn.Input("n") + Drawn.Decision("d", box, "n");

        var told = Told.Only(Drawn.Definitions(elements), "id");
        Assert.Equal(["Apa pun keadaannya, d = 7.", "Apa pun keadaannya, d = 8."], told.Rules.Select(r => r.Text));
        var overlap = Assert.Single(DmnCheck.Tables(Drawn.Read(elements).Value!));
        Assert.Equal(
            (
                "DMN-102",
                "The rules 1 and 2 of this UNIQUE table both hold, whatever the inputs are: narrow one of them."
            ),
            (overlap.Number, overlap.Message)
        );
    }

    private static void Test(string cell, string indonesian, string english)
    {
        Assert.Equal($"Jika Umur {indonesian}, maka boleh = ya.", Told.Sentence(cell, "-", "true", "id"));
        Assert.Equal($"If Umur {english}, then boleh = yes.", Told.Sentence(cell, "-", "true", "en"));
    }
}
