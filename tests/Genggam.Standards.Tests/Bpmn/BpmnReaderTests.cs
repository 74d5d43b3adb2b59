using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;
using static Genggam.Standards.Tests.Bpmn.Drawn;

namespace Genggam.Standards.Tests.Bpmn;

public sealed class BpmnReaderTests
{
    [Fact]
    public void A_user_task_has_form_roles_and_outcomes_of_zeebe()
    {
        var task = Node<UserTask>(
            """
            <bpmn:userTask id="n" name="Verifikasi"><bpmn:extensionElements>
              <zeebe:formDefinition formId="verifikasi" />
              <zeebe:assignmentDefinition candidateGroups="verifikator, supervisor" />
              <zeebe:properties><zeebe:property name="outcomes" value="approve,return,reject" /></zeebe:properties>
            </bpmn:extensionElements></bpmn:userTask>
            """
        );
        Assert.Equal("Verifikasi", task.Name);
        Assert.Equal("verifikasi", task.FormId);
        Assert.Equal(["verifikator", "supervisor"], task.CandidateGroups);
        Assert.Equal(["approve", "return", "reject"], task.Outcomes);
        Assert.Empty(task.Demands);
    }

    [Fact]
    public void The_same_attributes_of_camunda_are_read()
    {
        var task = Node<UserTask>("""<bpmn:userTask id="n" camunda:formKey="f" camunda:candidateGroups="a,b" />""");
        Assert.Equal("f", task.FormId);
        Assert.Equal(["a", "b"], task.CandidateGroups);
        var rule = Node<BusinessRuleTask>(
            """<bpmn:businessRuleTask id="n" camunda:decisionRef="risiko" camunda:resultVariable="hasil" />"""
        );
        Assert.Equal(("risiko", "hasil"), (rule.DecisionId, rule.ResultVariable));
    }

    [Fact]
    public void Headers_keep_plain_texts_and_parse_expressions()
    {
        var task = Node<ServiceTask>(
            """
            <bpmn:serviceTask id="n"><bpmn:extensionElements><zeebe:taskDefinition type="determine" /><zeebe:taskHeaders>
              <zeebe:header key="outcome" value="granted" /><zeebe:header key="reason" value="=risiko.alasan" />
            </zeebe:taskHeaders></bpmn:extensionElements></bpmn:serviceTask>
            """
        );
        Assert.Equal("determine", task.Type);
        Assert.Equal("granted", task.Headers["outcome"]);
        Assert.Equal(["risiko"], task.Expressions["reason"].Parsed!.Variables);
        Assert.False(task.Expressions.ContainsKey("outcome"));
    }

    [Fact]
    public void A_script_is_read_from_zeebe_and_from_the_standard_element()
    {
        var zeebe = Node<ScriptTask>(
            """
            <bpmn:scriptTask id="n"><bpmn:extensionElements>
              <zeebe:script expression="=1 + 1" resultVariable="x" />
            </bpmn:extensionElements></bpmn:scriptTask>
            """
        );
        Assert.Equal(("1 + 1", "x"), (zeebe.Script!.Source, zeebe.ResultVariable));
        var plain = Node<ScriptTask>(
            """<bpmn:scriptTask id="n" camunda:resultVariable="y"><bpmn:script>2 + 2</bpmn:script></bpmn:scriptTask>"""
        );
        Assert.Equal(("2 + 2", "y"), (plain.Script!.Source, plain.ResultVariable));
    }

    [Fact]
    public void A_script_in_another_language_is_demanded_by_name()
    {
        var task = Node<ScriptTask>(
            """<bpmn:scriptTask id="n" scriptFormat="groovy"><bpmn:script>x</bpmn:script></bpmn:scriptTask>"""
        );
        Assert.Equal(["scriptFormat groovy"], task.Demands);
    }

    [Theory]
    [InlineData("timeDuration", "P2D", TimerKind.Duration, "duration(\"P2D\")")]
    [InlineData("timeDate", "2026-01-01T00:00:00Z", TimerKind.Date, "date and time(\"2026-01-01T00:00:00Z\")")]
    [InlineData("timeCycle", "R3/PT1H", TimerKind.Cycle, "\"R3/PT1H\"")]
    [InlineData("timeDuration", "=berkas.batas", TimerKind.Duration, "berkas.batas")]
    public void A_timer_is_a_literal_or_FEEL(string element, string text, TimerKind kind, string feel)
    {
        var caught = Node<IntermediateCatchEvent>(
            $"""
            <bpmn:intermediateCatchEvent id="n"><bpmn:timerEventDefinition>
              <bpmn:{element}>{text}</bpmn:{element}>
            </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
            """
        );
        var timer = Assert.IsType<TimerDefinition>(caught.Definition);
        Assert.Equal((kind, feel), (timer.Kind, timer.Time.Source));
    }

    [Fact]
    public void A_message_brings_its_name_and_correlation_key()
    {
        var caught = Node<IntermediateCatchEvent>(
            """
            <bpmn:intermediateCatchEvent id="n"><bpmn:messageEventDefinition messageRef="m" />
            </bpmn:intermediateCatchEvent>
            """,
            """
            <bpmn:message id="m" name="bayar"><bpmn:extensionElements>
              <zeebe:subscription correlationKey="=berkas.nomor" />
            </bpmn:extensionElements></bpmn:message>
            """
        );
        var message = Assert.IsType<NamedDefinition>(caught.Definition);
        Assert.Equal(
            ("message", "bayar", "berkas.nomor"),
            (message.Kind, message.Name, message.CorrelationKey?.Source)
        );
    }

    [Fact]
    public void A_shared_event_definition_is_not_taken_for_none()
    {
        var end = Node<EndEvent>(
            """<bpmn:endEvent id="n"><bpmn:eventDefinitionRef>d</bpmn:eventDefinitionRef></bpmn:endEvent>""",
            """<bpmn:error id="e" errorCode="E1" /><bpmn:errorEventDefinition id="d" errorRef="e" />"""
        );
        var error = Assert.IsType<NamedDefinition>(end.Definition);
        Assert.Equal(("error", "E1"), (error.Kind, error.Name));
    }

    [Fact]
    public void A_multi_instance_marker_names_its_list_and_item()
    {
        var task = Node<UserTask>(
            """
            <bpmn:userTask id="n"><bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:extensionElements>
              <zeebe:loopCharacteristics inputCollection="=saksi" inputElement="orang" outputCollection="hasil" outputElement="=n" />
            </bpmn:extensionElements><bpmn:completionCondition>=n = 1</bpmn:completionCondition>
            </bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>
            """
        );
        Assert.Equal(LoopKind.Sequential, task.Loop!.Kind);
        Assert.Equal(
            ("saksi", "orang", "hasil"),
            (task.Loop.Collection!.Source, task.Loop.Element, task.Loop.OutputCollection)
        );
        Assert.Equal(("n", "n = 1"), (task.Loop.OutputElement!.Source, task.Loop.Condition!.Source));
    }

    [Fact]
    public void Mappings_are_read()
    {
        var task = Node<ManualTask>(
            """
            <bpmn:manualTask id="n"><bpmn:extensionElements><zeebe:ioMapping>
              <zeebe:input source="=anak.nama" target="nama" /><zeebe:output source="tetap" target="jenis" />
            </zeebe:ioMapping></bpmn:extensionElements></bpmn:manualTask>
            """
        );
        Assert.Equal(("anak.nama", "nama"), (task.Inputs[0].Source.Source, task.Inputs[0].Target));
        Assert.Equal(("\"tetap\"", "jenis"), (task.Outputs[0].Source.Source, task.Outputs[0].Target));
        Assert.Empty(task.Demands);
    }

    [Fact]
    public void A_plain_text_of_a_mapping_is_taken_letter_by_letter()
    {
        var task = Node<ManualTask>(
            """
            <bpmn:task id="n"><bpmn:extensionElements><zeebe:ioMapping>
              <zeebe:input source="C:\new\table &quot;A&quot;" target="jalur" />
            </zeebe:ioMapping></bpmn:extensionElements></bpmn:task>
            """
        );
        var value = task.Inputs[0].Source.Parsed!.Evaluate(FeelContext.Empty, new FeelEnvironment(default)).Value;
        Assert.Equal(@"C:\new\table ""A""", value.ToString());
    }

    [Theory]
    [InlineData("""<bpmn:task id="n" isForCompensation="true" />""", "isForCompensation")]
    [InlineData(
        """<bpmn:startEvent id="n"><bpmn:dataOutputAssociation /></bpmn:startEvent>""",
        "dataOutputAssociation"
    )]
    [InlineData("""<bpmn:task id="n" camunda:assignee="budi" />""", "camunda:assignee")]
    [InlineData("""<bpmn:task id="n"><bpmn:potentialOwner /></bpmn:task>""", "potentialOwner")]
    public void What_changes_a_node_is_never_silently_left_out(string node, string demand) =>
        Assert.Equal([demand], Read(node).Value!.Elements["n"].Demands);

    [Theory]
    [InlineData("""<bpmn:businessRuleTask id="n" />""", "BPMN-006")]
    [InlineData("""<bpmn:task id="n" startQuantity="0" />""", "BPMN-015")]
    [InlineData("""<bpmn:task id="n" completionQuantity="-1" />""", "BPMN-015")]
    [InlineData("""<bpmn:task id="n"><bpmn:standardLoopCharacteristics /></bpmn:task>""", "BPMN-016")]
    [InlineData("""<bpmn:task id="n"><bpmn:standardLoopCharacteristics loopMaximum="abc" /></bpmn:task>""", "BPMN-020")]
    [InlineData("""<bpmn:task id="n"><bpmn:multiInstanceLoopCharacteristics /></bpmn:task>""", "BPMN-017")]
    [InlineData(
        """
            <bpmn:task id="n"><bpmn:multiInstanceLoopCharacteristics behavior="one"><bpmn:loopCardinality>2</bpmn:loopCardinality>
            </bpmn:multiInstanceLoopCharacteristics></bpmn:task>
            """,
        "BPMN-021"
    )]
    [InlineData("""<bpmn:task id="n"><bpmn:dataInputAssociation /></bpmn:task>""", "BPMN-018")]
    public void A_marker_an_association_or_a_task_that_says_nothing_is_a_fault(string node, string number) =>
        Assert.Equal(number, Assert.Single(Read(node).Problems).Number);

    [Theory]
    [InlineData("true", true)]
    [InlineData(" 1 ", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    public void Truth_is_written_in_words_or_as_a_digit(string said, bool meant)
    {
        var start = Node<StartEvent>($"""<bpmn:startEvent id="n" isInterrupting="{said}" />""");
        var boundary = Node<BoundaryEvent>(
            $"""<bpmn:boundaryEvent id="n" attachedToRef="a" cancelActivity="{said}" />"""
        );
        var handler = Node<SubProcess>($"""<bpmn:subProcess id="n" triggeredByEvent="{said}" />""");
        var many = Node<ManualTask>(
            $"""
            <bpmn:task id="n"><bpmn:multiInstanceLoopCharacteristics isSequential="{said}">
            <bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:task>
            """
        );
        var call = Node<CallActivity>(
            $"""
            <bpmn:callActivity id="n"><bpmn:extensionElements>
            <zeebe:calledElement propagateAllParentVariables="{said}" propagateAllChildVariables="{said}" />
            </bpmn:extensionElements></bpmn:callActivity>
            """
        );
        Assert.Equal(
            [meant, meant, meant, meant, meant, meant],
            [
                start.Interrupting,
                boundary.CancelActivity,
                handler.TriggeredByEvent,
                many.Loop!.Kind == LoopKind.Sequential,
                call.Reads,
                call.Writes,
            ]
        );
    }

    [Fact]
    public void Truth_that_is_neither_is_a_fault()
    {
        var problem = Assert.Single(Read("""<bpmn:startEvent id="n" isInterrupting="yes" />""").Problems);
        Assert.Equal(("BPMN-019", "n"), (problem.Number, problem.Place.Element));
    }

    [Fact]
    public void Quantities_of_tokens_are_read()
    {
        var task = Node<ManualTask>("""<bpmn:task id="n" startQuantity="2" completionQuantity="3" />""");
        Assert.Equal((2, 3), (task.StartQuantity, task.CompletionQuantity));
    }

    [Fact]
    public void Data_objects_and_associations_are_variables_and_mappings()
    {
        var reading = Read(
            """
            <bpmn:dataObject id="d" name="usulan awal" /><bpmn:dataObjectReference id="r" dataObjectRef="d" />
            <bpmn:scriptTask id="n"><bpmn:ioSpecification>
              <bpmn:dataInput id="i" name="masukan" /><bpmn:dataOutput id="o" name="keluaran" />
            </bpmn:ioSpecification>
            <bpmn:dataInputAssociation><bpmn:sourceRef>r</bpmn:sourceRef><bpmn:targetRef>i</bpmn:targetRef></bpmn:dataInputAssociation>
            <bpmn:dataOutputAssociation><bpmn:sourceRef>o</bpmn:sourceRef><bpmn:targetRef>r</bpmn:targetRef></bpmn:dataOutputAssociation>
            <bpmn:script>masukan</bpmn:script></bpmn:scriptTask>
            """
        );
        Assert.Empty(reading.Problems);
        Assert.Equal(["usulan awal"], reading.Value!.Declares);
        var task = reading.Value.Elements["n"];
        Assert.Equal(["keluaran"], task.Declares);
        Assert.Equal(("usulan awal", "masukan"), (task.Inputs[0].Source.Source, task.Inputs[0].Target));
        Assert.Equal(("keluaran", "usulan awal"), (task.Outputs[0].Source.Source, task.Outputs[0].Target));
    }

    [Fact]
    public void Other_processes_and_global_tasks_of_the_file_can_be_called()
    {
        var reading = Read(
            """<bpmn:callActivity id="n" calledElement="bantu" />""",
            """
            <bpmn:globalScriptTask id="tugas"><bpmn:script>1</bpmn:script></bpmn:globalScriptTask>
            <bpmn:process id="bantu"><bpmn:startEvent id="b1" /></bpmn:process>
            """
        );
        Assert.Empty(reading.Problems);
        var process = reading.Value!;
        Assert.Equal("p", process.Id);
        Assert.Equal(["bantu", "tugas"], process.Callable.Keys);
        Assert.Same(process.Callable["bantu"], process.LevelOf("b1"));
        Assert.Same(process.Callable["bantu"], process.Inside(process.Elements["n"]));
        Assert.IsType<ScriptTask>(Assert.Single(process.Callable["tugas"].Beginnings));
    }

    [Fact]
    public void Several_definitions_on_an_event_are_read_in_order()
    {
        var caught = Node<IntermediateCatchEvent>(
            """
            <bpmn:intermediateCatchEvent id="n" parallelMultiple="true">
              <bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>
              <bpmn:conditionalEventDefinition><bpmn:condition>=a</bpmn:condition></bpmn:conditionalEventDefinition>
            </bpmn:intermediateCatchEvent>
            """
        );
        var several = Assert.IsType<MultipleDefinition>(caught.Definition);
        Assert.True(several.All);
        Assert.IsType<TimerDefinition>(several.Parts[0]);
        Assert.Equal("conditional", Assert.IsType<NamedDefinition>(several.Parts[1]).Kind);
    }

    [Fact]
    public void Extensions_of_strangers_are_no_error()
    {
        var task = Node<ManualTask>(
            """
            <bpmn:task id="n"><bpmn:extensionElements><x:y xmlns:x="urn:x" z="1" /></bpmn:extensionElements></bpmn:task>
            """
        );
        Assert.Empty(task.Demands);
    }

    [Fact]
    public void A_problem_has_line_column_and_element()
    {
        var problem = Assert.Single(Read("<bpmn:startEvent id=\"s\" />\n  <bpmn:magicTask id=\"m\" />").Problems);
        Assert.Equal("BPMN-003", problem.Number);
        Assert.Equal(new Place("process.bpmn", "m", 5, 4), problem.Place);
    }

    [Fact]
    public void An_expression_that_does_not_parse_is_shown_where_it_stands()
    {
        var reading = Read("<bpmn:task id=\"a\" />\n" + Flow("a", "a", "\n" + Is("1 +")));
        var problem = Assert.Single(reading.Problems);
        Assert.StartsWith("FEEL-", problem.Number, StringComparison.Ordinal);
        Assert.Equal(("a_a", 6), (problem.Place.Element, problem.Place.Line));
        Assert.True(problem.Place.Column >= "<bpmn:conditionExpression>=1".Length, problem.ToString());
    }

    [Theory]
    [InlineData("not xml", "BPMN-001")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "BPMN-001")]
    [InlineData("<a/>", "BPMN-009")]
    [InlineData("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'/>", "BPMN-002")]
    public void A_file_that_is_no_process_is_refused(string xml, string number)
    {
        var reading = BpmnReader.Read(xml, "x.bpmn");
        Assert.False(reading.Usable);
        Assert.Equal(number, Assert.Single(reading.Problems).Number);
    }

    [Fact]
    public void A_file_too_deep_or_too_large_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<bpmn:documentation>", 100));
        var end = string.Concat(Enumerable.Repeat("</bpmn:documentation>", 100));
        Assert.Equal("BPMN-005", Assert.Single(Read(deep + end).Problems).Number);
        var large = Read(new string(' ', BpmnReader.MaxCharacters));
        Assert.Equal("BPMN-010", Assert.Single(large.Problems).Number);
    }

    [Fact]
    public void Ids_are_unique_in_the_whole_process()
    {
        var reading = Read(
            """<bpmn:task id="a" /><bpmn:subProcess id="s"><bpmn:task id="a" /></bpmn:subProcess><bpmn:task />"""
        );
        Assert.Equal(["BPMN-004", "BPMN-011"], reading.Problems.Select(p => p.Number));
    }

    [Fact]
    public void A_reference_to_nothing_is_a_problem()
    {
        var reading = Read("""<bpmn:endEvent id="e"><bpmn:errorEventDefinition errorRef="x" /></bpmn:endEvent>""");
        Assert.Equal("BPMN-013", Assert.Single(reading.Problems).Number);
    }

    [Theory]
    [InlineData("true", "n")]
    [InlineData("1", "n")]
    [InlineData("false", "m")]
    [InlineData("0", "m")]
    public void Of_several_processes_the_one_that_runs_is_meant_or_else_the_first(string runs, string task)
    {
        var xml = Xml("""<bpmn:task id="n" />""", """<bpmn:process id="q"><bpmn:task id="m" /></bpmn:process>""")
            .Replace("isExecutable=\"true\"", $"isExecutable=\"{runs}\"", StringComparison.Ordinal);
        Assert.Contains(task, BpmnReader.Read(xml, "process.bpmn").Value!.Elements.Keys);
    }
}
