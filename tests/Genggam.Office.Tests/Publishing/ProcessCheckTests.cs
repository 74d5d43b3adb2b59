using Genggam.Office.Catalogue;
using Genggam.Standards;

namespace Genggam.Office.Tests.Publishing;

public sealed class ProcessCheckTests : IDisposable
{
    private const string Kitchen = "laik-higiene-sanitasi";
    private readonly ServicesCopy services = new();

    public void Dispose() => services.Dispose();

    [Theory]
    [InlineData(
        """<bpmn:intermediateCatchEvent id="x"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateCatchEvent>""",
        "SVC-115",
        "message"
    )]
    [InlineData(
        """<bpmn:intermediateThrowEvent id="x"><bpmn:signalEventDefinition signalRef="k"/></bpmn:intermediateThrowEvent>""",
        "SVC-115",
        "signal"
    )]
    [InlineData(
        """<bpmn:startEvent id="x"><bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:startEvent>""",
        "SVC-116",
        "application"
    )]
    [InlineData("""<bpmn:transaction id="x"/>""", "RUN-001", "transaction")]
    [InlineData("""<bpmn:complexGateway id="x"/>""", "RUN-001", "complexGateway")]
    [InlineData("""<bpmn:callActivity id="x" calledElement="lain"/>""", "RUN-001", "There is no process lain")]
    [InlineData(
        """<bpmn:businessRuleTask id="x"><bpmn:extensionElements><zeebe:calledDecision decisionId="penetapn"/></bpmn:extensionElements></bpmn:businessRuleTask>""",
        "RUN-001",
        "did you mean penetapan?"
    )]
    [InlineData(
        """<bpmn:serviceTask id="x"><bpmn:extensionElements><zeebe:taskDefinition type="determin"/></bpmn:extensionElements></bpmn:serviceTask>""",
        "RUN-001",
        "did you mean determine?"
    )]
    public void What_the_platform_cannot_do_is_refused_by_its_name(string element, string number, string words)
    {
        services.Change(
            $"{Kitchen}/process.bpmn",
            "</bpmn:process>",
            $"{element}</bpmn:process><bpmn:message id=\"m\" name=\"m\"/><bpmn:signal id=\"k\" name=\"k\"/>"
        );

        var fault = Assert.Single(services.ErrorsOf(Kitchen), p => p.Number == number);
        Assert.Equal("x", fault.Place.Element);
        Assert.True(fault.Place.Line > 1);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_in_a_second_file_can_be_called_and_is_checked()
    {
        File.WriteAllText(
            Path.Combine(services.Folder, Kitchen, "bantu.bpmn"),
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="bantu" isExecutable="true">
            <startEvent id="bantu_mulai"/><sequenceFlow id="bantu_1" sourceRef="bantu_mulai" targetRef="bantu_saja"/><complexGateway id="bantu_saja"/>
            </process></definitions>
            """
        );
        Assert.Equal(
            ["bantu"],
            ServiceFolder.Read(Path.Combine(services.Folder, Kitchen)).Value!.Process.Callable.Keys
        );
        Assert.Contains(
            services.ErrorsOf(Kitchen),
            p => p is { Number: "RUN-001", Place.File: "bantu.bpmn", Place.Line: 2 }
        );
    }

    [Theory]
    [InlineData("<zeebe:header key=\"legalBasis\" value=\"=penetapan.dasar\"", "legalBasi", "did you mean legalBasis?")]
    [InlineData(
        "<zeebe:header key=\"reason\" value=\"=penetapan.alasan\"",
        "sebab",
        "here they are outcome, reason, legalBasis."
    )]
    public void A_header_that_nothing_reads_is_refused_with_the_one_that_was_meant(
        string right,
        string key,
        string words
    )
    {
        var wrong = $"<zeebe:header key=\"{key}\"{right[right.IndexOf(" value", StringComparison.Ordinal)..]}";
        services.Change($"{Kitchen}/process.bpmn", right, wrong);

        var fault = Assert.Single(services.ErrorsOf(Kitchen), p => p.Number == "SVC-125");

        Assert.StartsWith($"Nothing reads the header {key}", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith(words, fault.Message, StringComparison.Ordinal);
        Assert.True(fault.Place.Line > 1);
    }

    [Fact]
    public void Of_a_task_of_an_unknown_type_only_the_type_is_told()
    {
        services.Change(
            $"{Kitchen}/process.bpmn",
            "taskDefinition type=\"determine\"",
            "taskDefinition type=\"determin\""
        );

        Assert.DoesNotContain(services.ErrorsOf(Kitchen), p => p.Number == "SVC-125");
        Assert.Contains(services.ErrorsOf(Kitchen), p => p.Number == "RUN-001");
    }

    [Fact]
    public void A_notice_is_sent_by_its_name_alone()
    {
        services.Change(
            $"{Kitchen}/process.bpmn",
            "key=\"notice\" value=\"diterima\"",
            "key=\"notise\" value=\"diterima\""
        );

        Assert.Contains(
            services.ErrorsOf(Kitchen),
            p => p.Number == "SVC-125" && p.Message == "Nothing reads the header notise: did you mean notice?"
        );
    }

    [Fact]
    public void A_process_that_determines_nothing_is_warned_of()
    {
        Assert.DoesNotContain(services.Check(Kitchen).Problems, p => p.Number == "SVC-126");
        services.Change(
            $"{Kitchen}/process.bpmn",
            "taskDefinition type=\"determine\"",
            "taskDefinition type=\"send-notice\""
        );

        var warning = Assert.Single(services.Check(Kitchen).Problems, p => p.Number == "SVC-126");

        Assert.Equal(Severity.Warning, warning.Severity);
        Assert.Equal(
            "No service task of the type determine is in the process: its cases end undecided.",
            warning.Message
        );
    }
}
