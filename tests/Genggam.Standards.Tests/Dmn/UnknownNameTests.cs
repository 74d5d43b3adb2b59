using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Dmn;

/// <summary>Names that stand for nothing are told when a model is read, and are null when it is evaluated.</summary>
public sealed class UnknownNameTests
{
    private const string Table = """
        <decisionTable id="t"><input><inputExpression><text>CELL0</text></inputExpression></input>
        <output><defaultOutputEntry><text>CELL3</text></defaultOutputEntry></output>
        <rule><inputEntry><text>CELL1</text></inputEntry><outputEntry><text>CELL2</text></outputEntry></rule></decisionTable>
        """;

    private static string Context(string first, string last) =>
        $"<context><contextEntry><variable name=\"dasar\"/>{Drawn.Literal(first)}</contextEntry>"
        + $"<contextEntry>{Drawn.Literal(last)}</contextEntry></context>";

    [Theory]
    [InlineData("umurr + 1", "umurr", "did you mean umur?")]
    [InlineData("uppercase(umur)", "uppercase", "did you mean upper case?")]
    [InlineData("lain + 1", "lain", "not required here")]
    [InlineData("for a in [1] return b", "b", "not known here")]
    [InlineData("{a: 1, b: c}.b", "c", "not known here")]
    public void A_literal_expression_names_what_is_not_there_and_what_was_meant(string feel, string name, string remedy)
    {
        var reading = Drawn.Read(
            Drawn.Input("umur") + Drawn.Input("lain") + Drawn.Decision("d", Drawn.Literal(feel), "umur")
        );

        var problem = Assert.Single(reading.Problems);
        Assert.Equal(("DMN-012", Severity.Warning), (problem.Number, problem.Severity));
        Assert.Contains($"The name {name} is", problem.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, problem.Message, StringComparison.Ordinal);
        Assert.True(reading.Usable);
        Assert.Contains(
            reading.Value!.Decide("d", FeelContext.Of(("umur", 1)), new(DateTimeOffset.UnixEpoch)).Warnings,
            w => w.Number is "FEEL-201" or "FEEL-207"
        );
    }

    [Fact]
    public void It_has_file_element_line_and_column()
    {
        var reading = Drawn.Read(
            "<decision id=\"d\" name=\"d\">\n<literalExpression id=\"e\">\n<text>1 &lt; 2 and\n  umurr</text></literalExpression></decision>"
        );

        Assert.Equal(new Place("test.dmn", "e", 5, 3), Assert.Single(reading.Problems).Place);
    }

    [Theory]
    [InlineData("CELL0")]
    [InlineData("CELL1")]
    [InlineData("CELL2")]
    [InlineData("CELL3")]
    public void Inputs_cells_outputs_and_defaults_of_a_table_are_read(string cell)
    {
        var table = Table.Replace(cell, "umurr", StringComparison.Ordinal);
        for (var i = 0; i < 4; i++)
            table = table.Replace($"CELL{i}", "umur", StringComparison.Ordinal);

        var problem = Assert.Single(Drawn.Read(Drawn.Input("umur") + Drawn.Decision("d", table, "umur")).Problems);

        Assert.Equal("DMN-012", problem.Number);
        Assert.Equal("t", problem.Place.Element);
    }

    [Fact]
    public void Boxes_know_their_own_names_and_no_others()
    {
        Assert.Empty(Drawn.Read(Drawn.Decision("d", Context("1", "dasar + 1"))).Problems);
        Assert.Single(Drawn.Read(Drawn.Decision("d", Context("dasar", "1"))).Problems);
        const string loop = "<for iteratorVariable=\"i\"><in>{0}</in><return>{1}</return></for>";
        Assert.Empty(Read(loop, "[1]", "i + count(partial)"));
        Assert.Single(Read(loop, "[i]", "1"));
        const string relation = "<relation><column name=\"a\"/><column name=\"b\"/><row>{0}{1}</row></relation>";
        Assert.Empty(Read(relation, "1", "2"));
        Assert.Single(Read(relation, "1", "umurr"));
        const string call = "<invocation>{0}<binding><parameter name=\"n\"/>{1}</binding></invocation>";
        Assert.Single(Read(call, "abs", "umurr"));
        Assert.Empty(Read("<filter><in>{0}</in><match>{1}</match></filter>", "[{harga: 1}]", "harga > 0"));
        Assert.Single(Read("<filter><in>{0}</in><match>{1}</match></filter>", "harga", "harga > 0"));

        static IEnumerable<Problem> Read(string box, string first, string second) =>
            Drawn
                .Read(
                    Drawn.Decision(
                        "d",
                        box.Replace("{0}", Drawn.Literal(first), StringComparison.Ordinal)
                            .Replace("{1}", Drawn.Literal(second), StringComparison.Ordinal)
                    )
                )
                .Problems;
    }

    [Fact]
    public void Knowledge_knows_its_parameters_and_itself()
    {
        static string Knowledge(string body) =>
            $"""
                <businessKnowledgeModel id="f" name="f"><encapsulatedLogic><formalParameter name="n"/>{Drawn.Literal(
                    body
                )}</encapsulatedLogic></businessKnowledgeModel>
                """;

        Assert.Empty(Drawn.Read(Knowledge("if n = 0 then 1 else f(n - 1)")).Problems);
        Assert.Equal("DMN-012", Assert.Single(Drawn.Read(Knowledge("m")).Problems).Number);
    }

    [Fact]
    public void Allowed_values_of_a_type_see_only_the_value()
    {
        static string Type(string allowed) =>
            $"""<itemDefinition name="t"><typeRef>number</typeRef><allowedValues><text>{allowed}</text></allowedValues></itemDefinition>""";

        Assert.Empty(Drawn.Read(Type("? * 2 = 4")).Problems);
        Assert.Equal("DMN-012", Assert.Single(Drawn.Read(Type("nilai = 4")).Problems).Number);
    }

    [Fact]
    public void In_a_filter_a_name_may_be_an_entry_of_the_item() =>
        Assert.DoesNotContain(
            Drawn
                .Read(
                    Drawn.Input("barang")
                        + Drawn.Decision("d", Drawn.Literal("barang[harga > 1].nama"), "barang")
                        + Drawn.Decision("nama lengkap", Drawn.Literal("1"))
                        + Drawn.Decision("e", Drawn.Literal("nama lengkap + 1"), "nama lengkap")
                )
                .Problems,
            p => p.Number == "DMN-012"
        );

    private const string Lapak = """
        <itemDefinition name="Lapak"><itemComponent name="luas"><typeRef>number</typeRef></itemComponent>
        <itemComponent name="pemilik"><typeRef>Orang</typeRef></itemComponent>
        <itemComponent name="barang" isCollection="true"><typeRef>Barang</typeRef></itemComponent></itemDefinition>
        <itemDefinition name="Orang"><itemComponent name="nama"><typeRef>string</typeRef></itemComponent></itemDefinition>
        <itemDefinition name="Barang"><itemComponent name="harga"><typeRef>number</typeRef></itemComponent></itemDefinition>
        """;

    [Theory]
    [InlineData("lapak.lus > 4", "lapak has no lus: did you mean luas?")]
    [InlineData("lapak.pemilik.namaa", "lapak.pemilik has no namaa: did you mean nama?")]
    [InlineData("sum(lapak.barang.haga)", "lapak.barang has no haga: did you mean harga?")]
    [InlineData("lapak.barang[1].haga", "lapak.barang has no haga: did you mean harga?")]
    [InlineData("lapak.barang[harga > 1][1].warna.dasar", "lapak.barang has no warna.")]
    public void A_member_that_the_type_of_a_name_has_not_is_told(string feel, string said)
    {
        var reading = Drawn.Read(
            Lapak + Drawn.Input("lapak", "Lapak") + Drawn.Decision("d", Drawn.Literal(feel), "lapak")
        );

        var problem = Assert.Single(reading.Problems);
        Assert.Equal(("DMN-014", Severity.Warning, said), (problem.Number, problem.Severity, problem.Message));
        Assert.True(problem.Place.Line > 0);
    }

    [Theory]
    [InlineData("lapak.pemilik.nama")]
    [InlineData("lapak.luas")]
    [InlineData("lapak.barang[1].harga")]
    [InlineData("lain.apa saja")]
    [InlineData("for lapak in lain return lapak.lus")]
    [InlineData("{lapak: {lus: 1}, l: lapak.lus}.l")]
    public void A_member_that_may_be_there_is_not(string feel) =>
        Assert.Empty(
            Drawn
                .Read(
                    Lapak
                        + Drawn.Input("lapak", "Lapak")
                        + Drawn.Input("lain")
                        + "<decision id=\"d\" name=\"d\"><informationRequirement><requiredInput href=\"#lapak\"/></informationRequirement>"
                        + "<informationRequirement><requiredInput href=\"#lain\"/></informationRequirement>"
                        + Drawn.Literal(feel)
                        + "</decision>"
                )
                .Problems
        );

    [Fact]
    public void Members_of_a_required_decision_and_of_an_entry_are_known_by_their_types()
    {
        var boxed =
            "<context><contextEntry><variable name=\"satu\" typeRef=\"Orang\"/>"
            + Drawn.Literal("{nama: \"Siti\"}")
            + "</contextEntry><contextEntry>"
            + Drawn.Literal("satu.umur")
            + "</contextEntry></context>";
        var reading = Drawn.Read(
            Lapak
                + Drawn.Decision("pemilik", Drawn.Literal("{nama: \"Budi\"}"), type: "Orang")
                + Drawn.Decision("d", Drawn.Literal("pemilik.umur"), "pemilik")
                + Drawn.Decision("e", boxed)
        );

        Assert.Equal(["pemilik has no umur.", "satu has no umur."], reading.Problems.Select(p => p.Message));
    }

    [Fact]
    public void What_is_read_of_input_data_can_be_listed_with_its_place()
    {
        var reading = Drawn.Read(
            Drawn.Input("lapak", "Lapak")
                + Lapak
                + Drawn.Decision("d", Drawn.Literal("lapak.pemilik.nama"), "lapak")
                + Drawn.Decision("e", Drawn.Literal("d"), "d")
        );

        // A parameter and an entry of the same name are other things.
        Assert.Empty(
            Drawn
                .Read(
                    Drawn.Input("lapak")
                        + """
                        <businessKnowledgeModel id="f" name="f"><encapsulatedLogic><formalParameter name="lapak"/>
                        """
                        + Drawn.Literal("lapak.luas")
                        + "</encapsulatedLogic></businessKnowledgeModel>"
                        + Drawn.Decision("g", Drawn.Literal("{lapak: {a: 1}, b: lapak.a}"), "lapak")
                )
                .Value!.InputsRead
        );
        var path = Assert.Single(reading.Value!.InputsRead);
        Assert.Equal("lapak.pemilik.nama", path.ToString());
        Assert.True(path.At.Line > 0);
    }
}
