namespace Genggam.Standards.Tests.Dmn.Checking;

public sealed class TableCheckTests
{
    [Theory]
    [InlineData("n:number", "<= 5", ">= 5", "n = 5")]
    [InlineData("n:number", "[1..3]", "(2..9)", "n = 3")]
    [InlineData("n:number", "not(1)", "2, 7", "n = 2")]
    [InlineData("s:string", "\"a\", \"b\"", "\"b\"", "s = \"b\"")]
    [InlineData("s:string", "not(\"a\")", "not(\"b\")", "s = \"other\"")]
    [InlineData("b:boolean", "true", "-", "b = true")]
    [InlineData("t:date", "< date(\"2026-03-01\")", "date(\"2026-02-28\")", "t = 2026-02-28")]
    [InlineData("t:date", "[@\"2026-01-01\"..@\"2026-01-31\"]", "> @\"2026-01-15\"", "t = 2026-01-31")]
    public void Two_rules_of_a_unique_table_that_both_hold_are_told_with_an_example(
        string column,
        string first,
        string second,
        string example
    )
    {
        var problems = Ruled.Check(
            Ruled.Table(
                "UNIQUE",
                column,
                [
                    [first, "1"],
                    [second, "2"],
                ]
            )
        );

        var overlap = Assert.Single(problems, p => p.Number == "DMN-102");
        Assert.Equal(Severity.Error, overlap.Severity);
        Assert.StartsWith("The rules r1 and r2 ", overlap.Message, StringComparison.Ordinal);
        Assert.Contains(example, overlap.Message, StringComparison.Ordinal);
        Assert.Equal(("test.dmn", "t"), (overlap.Place.File, overlap.Place.Element));
        Assert.True(overlap.Place is { Line: > 1, Column: > 1 });
    }

    [Theory]
    [InlineData("n:number", "\"lebih dari 6\"", "1", "never holds")]
    [InlineData("t:date", "< \"2020-01-01\"", "1", "never holds")]
    [InlineData("n:number", "> 6", "\"7500\"", "\"7500\" is no number, which the output is: it would be null")]
    [InlineData("n:number", "> 6", "[1, 2]", "[1, 2] is no number")]
    public void A_value_of_another_type_than_its_column_is_told(string column, string cell, string output, string words)
    {
        var rules = Ruled.Table(
            "FIRST",
            column,
            [
                [cell, output],
                ["-", "0"],
            ],
            "<output typeRef=\"number\"/>"
        );

        var fault = Assert.Single(Ruled.Check(rules), p => p.Number == "DMN-105");
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_one_is_the_value_that_its_column_wants() =>
        Assert.Empty(
            Ruled.Check(
                Ruled.Table(
                    "FIRST",
                    "n:number",
                    [
                        ["[1]", "[2]"],
                        ["-", "0"],
                    ],
                    "<output typeRef=\"number\"/>"
                )
            )
        );

    [Fact]
    public void Rules_that_one_input_keeps_apart_do_not_overlap() =>
        Assert.Empty(
            Ruled.Check(
                Ruled.Table(
                    "UNIQUE",
                    "n:number, b:boolean",
                    [
                        ["< 5", "-", "1"],
                        [">= 5", "true", "2"],
                        [">= 5", "false", "3"],
                    ]
                )
            )
        );

    [Fact]
    public void Rules_of_an_any_table_may_agree_and_not_contradict()
    {
        string[][] agreeing =
        [
            ["< 5", "\"a\""],
            ["-", "\"a\""],
        ];
        string[][] contradicting =
        [
            ["< 5", "\"a\""],
            ["-", "\"b\""],
        ];

        Assert.Empty(Ruled.Check(Ruled.Table("ANY", "n:number", agreeing)));
        var problem = Assert.Single(Ruled.Check(Ruled.Table("ANY", "n:number", contradicting)));
        Assert.Equal(("DMN-103", Severity.Error), (problem.Number, problem.Severity));
        Assert.Contains("n = 4", problem.Message, StringComparison.Ordinal);
        Assert.Contains(
            Drawn.Decide(Ruled.Table("ANY", "n:number", contradicting), "d", "{n: 4}").Warnings,
            w => w.Number == "DMN-206"
        );
    }

    [Theory]
    [InlineData("n:number", "< 5", "> 5", "n = 5")]
    [InlineData("n:number", "< 5", "[6..9]", "n = 5")]
    [InlineData("s:string", "\"a\"", "\"b\"", "s = \"other\"")]
    [InlineData("b:boolean", "true", "true", "b = false")]
    [InlineData("t:date", "<= @\"2026-01-01\"", ">= @\"2026-01-03\"", "t = 2026-01-02")]
    public void Inputs_that_no_rule_answers_are_a_warning(string column, string first, string second, string example)
    {
        var gap = Assert.Single(
            Ruled.Check(
                Ruled.Table(
                    "FIRST",
                    column,
                    [
                        [first, "1"],
                        [second, "2"],
                    ]
                )
            ),
            p => p.Number == "DMN-104"
        );

        Assert.Equal(Severity.Warning, gap.Severity);
        Assert.Contains(example, gap.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_default_a_last_rule_allowed_values_or_collecting_close_a_table()
    {
        string[][] open =
        [
            ["\"a\"", "1"],
        ];
        const string standard = "<output><defaultOutputEntry><text>0</text></defaultOutputEntry></output>";
        const string type =
            "<itemDefinition name=\"huruf\"><typeRef>string</typeRef><allowedValues><text>\"a\"</text></allowedValues></itemDefinition>";

        Assert.Single(Ruled.Check(Ruled.Table("UNIQUE", "s:string", open)));
        Assert.Empty(Ruled.Check(Ruled.Table("UNIQUE", "s:string", open, standard)));
        Assert.Empty(Ruled.Check(Ruled.Table("FIRST", "s:string", [.. open, ["-", "2"]])));
        Assert.Empty(Ruled.Check(type + Ruled.Table("UNIQUE", "s:huruf", open)));
        Assert.Empty(Ruled.Check(Ruled.Table("COLLECT", "s:string", open)));
    }

    [Theory]
    [InlineData("n:number", "? > 1", "? > 2")]
    [InlineData("n:number", "> n - 1", "> n - 2")]
    [InlineData("n:number", "> 1", "> \"a\"")]
    [InlineData("n:string", "> 1", "> 2")]
    [InlineData("s:string", "> \"a\"", "> today()")]
    public void Of_what_reads_data_computes_or_mixes_types_no_overlap_is_said(
        string column,
        string first,
        string second
    ) =>
        Assert.DoesNotContain(
            Ruled.Check(
                Ruled.Table(
                    "UNIQUE",
                    column,
                    [
                        [first, "1"],
                        [second, "2"],
                    ]
                )
            ),
            p => p.Number != "DMN-105"
        );

    [Fact]
    public void Inputs_of_the_same_data_hang_together_and_say_nothing()
    {
        string[][] rules =
        [
            ["< 5", "-", "1"],
            ["-", "> 9", "2"],
        ];

        Assert.Empty(Ruled.Check(Ruled.Table("UNIQUE", "n.a:number, abs(n):number", rules)));
        Assert.NotEmpty(Ruled.Check(Ruled.Table("UNIQUE", "n.a:number, n.b:number", rules)));
    }

    [Fact]
    public void What_is_computed_may_never_be_so_and_makes_no_gap() =>
        Assert.Empty(
            Ruled.Check(
                Ruled.Table(
                    "UNIQUE",
                    "count(n):number",
                    [
                        ["0", "1"],
                        ["> 0", "2"],
                    ]
                )
            )
        );

    [Fact]
    public void A_table_within_knowledge_is_checked_too()
    {
        var table = Ruled.Table(
            "UNIQUE",
            "n:number",
            [
                ["-", "1"],
                ["-", "2"],
            ]
        );
        table = table[table.IndexOf("<decisionTable", StringComparison.Ordinal)..]
            .Replace("</decision>", "", StringComparison.Ordinal);

        var problem = Assert.Single(
            Ruled.Check(
                $"<businessKnowledgeModel id=\"f\" name=\"f\"><encapsulatedLogic><formalParameter name=\"n\"/>{table}</encapsulatedLogic></businessKnowledgeModel>"
            )
        );

        Assert.Contains("whatever the inputs are", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_table_is_checked_in_a_moment()
    {
        var rules = Enumerable.Range(0, 300).Select(i => new[] { $"[{i}..{i + 1})", $"\"k{i}\"", "-", $"{i}" });

        var problem = Assert.Single(Ruled.Check(Ruled.Table("UNIQUE", "n:number, s:string, b:boolean", [.. rules])));
        Assert.Equal("DMN-104", problem.Number);
    }

    [Fact]
    public void Looking_for_gaps_in_a_table_of_many_rules_and_columns_comes_to_an_end()
    {
        var rules = Enumerable
            .Range(1, 100)
            .Select(r => Enumerable.Range(1, 5).Select(c => $"[{r * c}..{r * c + 7}]").Append("1").ToArray())
            .Append(["-", "-", "-", "-", "-", "0"]);

        Assert.Empty(Ruled.Check(Ruled.Table("FIRST", "a:number, b:number, c:number, e:number, f:number", [.. rules])));
    }

    [Fact]
    public void Decisions_in_a_long_chain_are_looked_at_once_each()
    {
        var chain = Enumerable.Range(1, 10_000).Select(i => Drawn.Decision($"d{i}", Drawn.Literal("1"), $"d{i - 1}"));

        Assert.Empty(Drawn.Read(Drawn.Decision("d0", Drawn.Literal("1")) + string.Concat(chain)).Problems);
    }
}
