using System.Collections.Immutable;
using Genggam.Engine.Tests.Processes;
using Genggam.Engine.Tests.Services;
using Genggam.Standards;
using Genggam.Standards.Dmn;

namespace Genggam.Engine.Tests.Checks;

/// <summary>What a determination says by its key is known to the service, or is told where it stands.</summary>
public sealed class DeterminationTests
{
    [Theory]
    [InlineData(Shipped.Birth)]
    [InlineData(Shipped.Kitchen)]
    [InlineData(Shipped.Stall)]
    public void The_shipped_services_know_all_that_they_say_and_can_run(string service)
    {
        Assert.Empty(DeterminationCheck.Problems(Shipped.World(service).Core));
        Assert.Empty(Runnable.Problems(Shipped.World(service).Core));
    }

    [Theory]
    [InlineData(
        "SVC-118",
        "penetapan.dmn",
        "<text>\"laik\"</text>",
        "<text>\"laikk\"</text>",
        "reasons.laikk in texts/",
        "laik?"
    )]
    [InlineData(
        "SVC-118",
        "kelayakan.dmn",
        "\"perlu_kursus\"",
        "\"perlu_kurus\"",
        "reasons.perlu_kurus",
        "perlu_kursus?"
    )]
    [InlineData("SVC-118", "process.bpmn", "=penetapan.alasan", "layak_sekali", "no words reasons.layak_sekali", ".")]
    [InlineData("SVC-118", "process.bpmn", "=penetapan.alasan", "=&quot;lak&quot;", "no words reasons.lak ", "laik?")]
    [InlineData(
        "SVC-119",
        "penetapan.dmn",
        "\"sp-pembinaan\"",
        "\"sp-pembinan\"",
        "sp-pembinan is not in legal.yaml",
        "sp-pembinaan?"
    )]
    [InlineData(
        "SVC-119",
        "process.bpmn",
        "=penolakan.dasar",
        "uu-30-2015",
        "uu-30-2015 is not in legal.yaml",
        "did you mean"
    )]
    [InlineData(
        "SVC-120",
        "process.bpmn",
        "value=\"granted\"",
        "value=\"grantd\"",
        "ends with granted or rejected, not with grantd",
        "granted?"
    )]
    public void What_the_service_does_not_know_is_told_with_its_place_and_what_was_meant(
        string number,
        string file,
        string right,
        string wrong,
        string words,
        string remedy
    )
    {
        var world = Shipped.World(Shipped.Kitchen, file, right, wrong);

        var found = DeterminationCheck.Problems(world.Core).ToList();
        Assert.NotEmpty(found);
        Assert.All(
            found,
            problem =>
            {
                Assert.Equal((number, file), (problem.Number, problem.Place.File));
                Assert.True(problem.Place is { Line: > 1, Column: > 1 });
                Assert.Contains(words, problem.Message, StringComparison.Ordinal);
                Assert.Contains(remedy, problem.Message, StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [InlineData("layak")]
    [InlineData("deemed.reason")]
    [InlineData("")]
    public void A_reason_may_be_the_key_of_any_words_or_empty(string reason) =>
        Assert.Empty(Numbers(Act(("outcome", "granted"), ("reason", reason))));

    [Fact]
    public void A_reason_that_is_no_key_is_none_however_it_ends() =>
        Assert.Equal(["SVC-118"], Numbers(Act(("outcome", "granted"), ("reason", "reason"))));

    [Fact]
    public void Without_words_or_legal_bases_nothing_is_asked_of_them()
    {
        var act = Act(("outcome", "batal"), ("reason", "apa"), ("legalBasis", "apa"));

        Assert.Equal(["SVC-118", "SVC-119", "SVC-120"], Numbers(act));
        var bare = Release(act) with
        {
            Texts = ImmutableSortedDictionary<string, TextBook>.Empty,
            LegalBases = ImmutableSortedDictionary<string, LegalBasis>.Empty,
        };
        Assert.Equal(["SVC-120"], DeterminationCheck.Problems(bare).Select(p => p.Number));
    }

    [Fact]
    public void An_outcome_that_is_passed_on_is_that_of_the_rule_that_wrote_it()
    {
        var act = Act(("outcome", "=satu.hasil"));

        Assert.Empty(Numbers(act, ("satu", "{hasil: \"granted\"}"), ("dua", "{hasil: \"batal\"}")));
        var problem = Assert.Single(Problems(act, ("satu", "{hasil: \"batal\"}"), ("dua", "{hasil: \"granted\"}")));
        Assert.Equal(("SVC-120", "satu.dmn"), (problem.Number, problem.Place.File));
    }

    [Fact]
    public void Where_it_may_be_one_of_two_each_is_looked_at()
    {
        var act = Act(("outcome", "=if satu = null then satu.hasil else dua.hasil"));
        var problems = Problems(act, ("satu", "{hasil: \"batal\"}"), ("dua", "{hasil: \"gagal\"}"));
        Assert.Equal(["satu.dmn", "dua.dmn"], problems.Select(p => p.Place.File));
    }

    [Fact]
    public void The_same_text_at_the_same_place_is_told_once()
    {
        var act = Act(("outcome", "granted"), ("reason", "=satu.alasan"));
        var problem = Assert.Single(Problems(act, ("satu", "{alasan: \"apa\"}")));
        Assert.Equal(("SVC-118", "satu.dmn"), (problem.Number, problem.Place.File));
    }

    [Theory]
    [InlineData("reason", "reason", "SVC-118")]
    [InlineData("reason", "alasan", "SVC-118")]
    [InlineData("legalBasis", "legalBasis", "SVC-119")]
    [InlineData("legalBasis", "dasar", "SVC-119")]
    public void A_rule_that_is_asked_says_a_reason_and_a_basis_by_either_name(string header, string name, string number)
    {
        var act = Act(("outcome", "granted"), (header, "=satu." + name));
        var problem = Assert.Single(Problems(act, ("satu", $"{{{name}: \"apa\", lain: \"apa saja\"}}")));
        Assert.Equal((number, "satu.dmn"), (problem.Number, problem.Place.File));
    }

    [Fact]
    public void The_rules_of_the_question_and_of_the_guard_are_asked_too()
    {
        var release = Release("", ("satu", "{alasan: \"apa\"}"), ("dua", "{alasan: \"itu\"}"));
        var service = release.Service with
        {
            Check = new EligibilityCheck("", "satu"),
            Apply = new ApplicationForm("", "dua"),
        };
        var process = release with
        {
            Process = SampleService.World(process: Drawn.Process("s-e", Drawn.Start() + Drawn.End())).Core.Process,
        };

        Assert.Empty(DeterminationCheck.Problems(process));
        Assert.Equal(
            ["satu.dmn", "dua.dmn"],
            DeterminationCheck.Problems(process with { Service = service }).Select(p => p.Place.File)
        );
    }

    [Fact]
    public void A_value_that_is_computed_or_of_a_rule_that_is_not_there_is_not_seen()
    {
        Assert.Empty(Numbers(Act(("outcome", "=tiga.hasil"), ("reason", "=pemohon.nama"))));
        Assert.Empty(Numbers(Act(("outcome", "=lower case(\"APA\")"))));
    }

    private static string Act(params (string Name, string Value)[] headers) =>
        "<serviceTask id=\"d\"><extensionElements><zeebe:taskDefinition type=\"determine\"/><zeebe:taskHeaders>"
        + string.Concat(
            headers.Select(h =>
                $"<zeebe:header key=\"{h.Name}\" value=\"{h.Value.Replace("\"", "&quot;", StringComparison.Ordinal)}\"/>"
            )
        )
        + "</zeebe:taskHeaders></extensionElements></serviceTask>";

    private static IEnumerable<string> Numbers(string act, params (string Id, string Feel)[] decisions) =>
        Problems(act, decisions).Select(problem => problem.Number);

    private static List<Problem> Problems(string act, params (string Id, string Feel)[] decisions) =>
        [.. DeterminationCheck.Problems(Release(act, decisions))];

    private static Release Release(string act, params (string Id, string Feel)[] decisions)
    {
        var rules = string.Concat(
            decisions.Select(d =>
                $"<businessRuleTask id=\"tanya_{d.Id}\"><extensionElements><zeebe:calledDecision decisionId=\"{d.Id}\" resultVariable=\"{d.Id}\"/></extensionElements></businessRuleTask>"
            )
        );
        var world = SampleService.World(process: Drawn.Process("s-e", Drawn.Start() + Drawn.End() + rules + act));
        return world.Core with
        {
            Service = world.Core.Service with
            {
                Check = new EligibilityCheck("", ""),
                Apply = new ApplicationForm("", null),
            },
            Texts = ImmutableSortedDictionary<string, TextBook>.Empty.Add(
                "id",
                new TextBook(
                    "id",
                    ImmutableSortedDictionary<string, string>
                        .Empty.Add("reasons.layak", "Layak.")
                        .Add("deemed.reason", "Diam bukan setuju.")
                )
            ),
            LegalBases = ImmutableSortedDictionary<string, LegalBasis>.Empty.Add(
                "uu-1",
                new LegalBasis("uu-1", ImmutableSortedDictionary<string, string>.Empty, null, false)
            ),
            Decisions = decisions.ToImmutableSortedDictionary(d => d.Id, Model, StringComparer.Ordinal),
        };
    }

    private static DmnModel Model((string Id, string Feel) decision)
    {
        var reading = DmnReader.Read(
            $"""
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL" id="d" name="{decision.Id}" namespace="urn:contoh">
              <decision id="{decision.Id}" name="{decision.Id}"><variable name="{decision.Id}"/><literalExpression><text>{decision.Feel}</text></literalExpression></decision>
            </definitions>
            """,
            $"{decision.Id}.dmn"
        );
        Assert.Empty(reading.Problems);
        return reading.Value!;
    }
}
