using Genggam.Standards.Dmn;
using Genggam.Standards.Dmn.Sentences;

namespace Genggam.Standards.Tests.Dmn.Sentences;

/// <summary>Decision tables told as sentences in both languages.</summary>
public sealed class SentenceTests
{
    [Fact]
    public void A_rule_is_one_sentence_in_each_language()
    {
        Assert.Equal(
            "Jika Umur lebih dari 60 dan status adalah \"menikah\", maka boleh = tidak.",
            Told.Sentence("> 60", "\"menikah\"", "false", "id")
        );
        Assert.Equal(
            "If Umur is more than 60 and status is \"menikah\", then boleh = no.",
            Told.Sentence("> 60", "\"menikah\"", "false", "en")
        );
    }

    [Theory]
    [InlineData("< 1500000.50", "kurang dari 1.500.000,50", "is less than 1,500,000.50")]
    [InlineData("<= -3", "paling banyak -3", "is at most -3")]
    [InlineData(">= 1e3", "paling sedikit 1e3", "is at least 1e3")]
    [InlineData("= 7", "adalah 7", "is 7")]
    [InlineData("!= 7", "bukan 7", "is not 7")]
    [InlineData("1, 2", "adalah salah satu dari 1, 2", "is one of 1, 2")]
    [InlineData("[1, 2]", "adalah salah satu dari 1, 2", "is one of 1, 2")]
    [InlineData("not(1)", "bukan 1", "is not 1")]
    [InlineData("not(1, 2)", "bukan salah satu dari 1, 2", "is none of 1, 2")]
    [InlineData(
        "not(< 1, [3..4])",
        "tidak (kurang dari 1 atau dari 3 sampai dengan 4)",
        "is not (is less than 1 or is from 3 to 4, both included)"
    )]
    [InlineData("< 1, > 5", "(kurang dari 1 atau lebih dari 5)", "(is less than 1 or is more than 5)")]
    [InlineData("[1..5)", "dari 1 sampai kurang dari 5", "is from 1 to less than 5")]
    [InlineData("]1..5]", "lebih dari 1 sampai dengan 5", "is more than 1 and at most 5")]
    [InlineData("(1..5)", "lebih dari 1 dan kurang dari 5", "is more than 1 and less than 5")]
    [InlineData("null", "adalah kosong", "is empty")]
    [InlineData("not(null)", "bukan kosong", "is not empty")]
    [InlineData("true", "adalah ya", "is yes")]
    [InlineData("> date(\"2026-01-31\")", "sesudah 31 Januari 2026", "is after 31 January 2026")]
    [InlineData(
        "[@\"2026-01-31\"..@\"2026-05-01\")",
        "dari 31 Januari 2026 sampai sebelum 1 Mei 2026",
        "is from 31 January 2026 to before 1 May 2026"
    )]
    [InlineData("<= time(\"08:05:00\")", "paling lambat pukul 08.05", "is no later than 08:05")]
    [InlineData(
        "< @\"2026-01-31T08:05:30\"",
        "sebelum 31 Januari 2026 pukul 08.05.30",
        "is before 31 January 2026, 08:05:30"
    )]
    [InlineData("> duration(\"P1DT2H\")", "lebih dari 1 hari 2 jam", "is more than 1 day 2 hours")]
    [InlineData("<= @\"-P1Y6M\"", "paling banyak minus 1 tahun 6 bulan", "is at most minus 1 year 6 months")]
    [InlineData("> duration(\"P2Y\")", "lebih dari 2 tahun", "is more than 2 years")]
    [InlineData("<= status", "paling banyak rumus “status”", "is at most the formula “status”")]
    [InlineData("> 2 * 3", "lebih dari rumus “2 * 3”", "is more than the formula “2 * 3”")]
    [InlineData(
        "? > 3 and odd(?)",
        "sesuai dengan rumus “? > 3 and odd(?)”",
        "agrees with the formula “? > 3 and odd(?)”"
    )]
    [InlineData(
        "1, ? > 3 or \"a\" = ?",
        "sesuai dengan rumus “1, ? > 3 or \"a\" = ?”",
        "agrees with the formula “1, ? > 3 or \"a\" = ?”"
    )]
    public void Every_kind_of_test_has_its_words(string cell, string indonesian, string english)
    {
        Assert.Equal($"Jika Umur {indonesian}, maka boleh = ya.", Told.Sentence(cell, "-", "true", "id"));
        Assert.Equal($"If Umur {english}, then boleh = yes.", Told.Sentence(cell, "-", "true", "en"));
    }

    [Theory]
    [InlineData("null", "kosong")]
    [InlineData("[]", "daftar kosong")]
    [InlineData("[1, \"a\"]", "daftar (1, \"a\")")]
    [InlineData("umur * 1.5", "rumus “umur * 1.5”")]
    [InlineData("\"a \\\"b\\\" <c>\"", "\"a \"b\" <c>\"")]
    public void Every_kind_of_output_has_its_words(string cell, string said) =>
        Assert.Equal($"Apa pun keadaannya, boleh = {said}.", Told.Sentence("-", "-", cell, "id"));

    [Theory]
    [InlineData("Menikah", "\"menikah\"")]
    [InlineData("Sudah menikah", "\"menikah\" (Sudah menikah)")]
    public void A_label_that_says_no_more_than_its_value_is_not_said_beside_it(string label, string said) =>
        Assert.Contains(
            $"status adalah {said}, maka",
            Told.Only(Told.Table(Told.Rule("-", "\"menikah\"", "true")), "id", ("status.menikah", label)).Rules[0].Text,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_last_rule_of_a_table_read_from_the_top_is_otherwise()
    {
        var table = Told.Only(
            Told.Table(Told.Rule("1", "-", "true", "a") + Told.Rule("-", "-", "false", "b"), "FIRST"),
            "id"
        );

        Assert.Equal("Selain itu, boleh = tidak.", table.Rules[1].Text);
        Assert.Equal("Aturan dibaca dari atas; yang pertama berlaku menentukan hasilnya.", table.Policy[0].Text);
    }

    [Theory]
    [InlineData("UNIQUE", "", "there is no result")]
    [InlineData("ANY", "", "there is no result")]
    [InlineData("PRIORITY", "", "there is no result")]
    [InlineData("RULE ORDER", "", "an empty list")]
    [InlineData("OUTPUT ORDER", "", "an empty list")]
    [InlineData("COLLECT", "", "an empty list")]
    [InlineData("COLLECT", " aggregation=\"SUM\"", "there is no result")]
    [InlineData("COLLECT", " aggregation=\"COUNT\"", "there is no result")]
    [InlineData("COLLECT", " aggregation=\"MIN\"", "there is no result")]
    [InlineData("COLLECT", " aggregation=\"MAX\"", "there is no result")]
    public void What_several_rules_and_none_give_is_said(string policy, string aggregation, string none)
    {
        var table = Told.Only(Told.Table(Told.Rule("1", "-", "2"), policy, aggregation), "en");

        Assert.Equal(2, table.Policy.Length);
        Assert.Contains(none, table.Policy[1].Text, StringComparison.Ordinal);
        Assert.Null(table.Default);
    }

    [Fact]
    public void Defaults_and_allowed_values_are_said()
    {
        var xml = Told.Table(
            Told.Rule("1", "-", "\"a\""),
            output: "<outputValues><text>\"a\", \"b\"</text></outputValues><defaultOutputEntry><text>\"b\"</text></defaultOutputEntry>"
        );

        var table = Told.Only(xml, "id");

        Assert.Equal("Jika tidak ada aturan yang berlaku, maka boleh = \"b\".", table.Default!.Text);
        Assert.Equal(
            "Nilai yang diperbolehkan: boleh adalah salah satu dari \"a\", \"b\".",
            Assert.Single(table.Allowed).Text
        );
        Assert.Single(table.Policy);
    }

    [Fact]
    public void Labels_of_the_caller_come_before_those_of_the_table()
    {
        var xml = Told.Table(Told.Rule("> 60", "\"kawin\"", "true"));

        var table = Told.Only(
            xml,
            "id",
            ("umur", "Berapa umur Anda?"),
            ("status.kawin", "Sudah kawin"),
            ("boleh", "Boleh melapor")
        );

        Assert.Equal(
            "Jika jawaban “Berapa umur Anda?” lebih dari 60 dan status adalah \"kawin\" (Sudah kawin), maka Boleh melapor = ya.",
            table.Rules[0].Text
        );
    }

    [Fact]
    public void A_value_has_its_id_kind_allowed_values_and_place()
    {
        var xml = Told.Table(
            Told.Rule("[1..60]", "-", "\"a\"", "r7"),
            output: "<outputValues><text>\"a\", \"b\"</text></outputValues>"
        );

        var values = Told.Only(xml, "id").Values.ToList();

        Assert.Equal(["r7:1:1", "r7:1:2", "r7:3:1"], values.Select(v => v.Id));
        Assert.Equal([ValueKind.Number, ValueKind.Number, ValueKind.Text], values.Select(v => v.Kind));
        Assert.Equal(["1", "60", "a"], values.Select(v => v.Value));
        Assert.Equal(["a", "b"], values[2].Allowed);
        Assert.All(
            values,
            v =>
                Assert.StartsWith(
                    v.Value,
                    xml.Split('\n')[v.At.Line - 1][(v.At.Column - 1)..],
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void Rules_without_an_id_and_tables_in_boxes_are_told_too()
    {
        const string Table =
            "<decisionTable><output/><rule><outputEntry><text>1</text></outputEntry></rule></decisionTable>";
        var xml = Drawn.Definitions(
            Drawn.Decision("d", $"<list>{Table}{Table}</list>")
                + $"<businessKnowledgeModel id=\"k\" name=\"k\"><encapsulatedLogic>{Table}</encapsulatedLogic></businessKnowledgeModel>"
        );

        var read = DecisionSentences.Read(new DmnSource("t.dmn", xml), "id").Value!;

        Assert.Equal(["d", "d", "k"], read.Tables.Select(t => t.Decision));
        Assert.Equal(["1:1:1:1", "2:1:1:1", "3:1:1:1"], read.Values.Select(v => v.Id));
    }

    [Fact]
    public void Both_languages_have_the_same_texts_with_the_same_slots()
    {
        var (id, en) = (SentenceTexts.Of("id"), SentenceTexts.Of("en"));

        // English has a singular.
        Assert.Equal(id.Keys.Order(), en.Keys.Where(k => !k.EndsWith(".one", StringComparison.Ordinal)).Order());
        Assert.All(id.Keys, key => Assert.Equal(Slots(id[key]), Slots(en[key])));
        Assert.Throws<ArgumentException>(() => SentenceTexts.Of("fr"));
    }

    private static IEnumerable<char> Slots(string text) =>
        text.Where((c, i) => i > 0 && text[i - 1] == '{').Distinct().Order();
}
