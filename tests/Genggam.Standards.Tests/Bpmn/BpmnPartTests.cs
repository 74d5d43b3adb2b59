using Genggam.Standards.Bpmn;
using static Genggam.Standards.Tests.Bpmn.Drawn;

namespace Genggam.Standards.Tests.Bpmn;

/// <summary>Every kind of node, event, marker and association with what is read of it.</summary>
public sealed class BpmnPartTests
{
    [Theory]
    [InlineData("""<bpmn:startEvent id="n" name="a" />""", typeof(StartEvent))]
    [InlineData("""<bpmn:endEvent id="n" name="a" />""", typeof(EndEvent))]
    [InlineData("""<bpmn:intermediateCatchEvent id="n" name="a" />""", typeof(IntermediateCatchEvent))]
    [InlineData("""<bpmn:intermediateThrowEvent id="n" name="a" />""", typeof(IntermediateThrowEvent))]
    [InlineData("""<bpmn:boundaryEvent id="n" name="a" attachedToRef="x" />""", typeof(BoundaryEvent))]
    [InlineData("""<bpmn:userTask id="n" name="a" />""", typeof(UserTask))]
    [InlineData("""<bpmn:serviceTask id="n" name="a" />""", typeof(ServiceTask))]
    [InlineData("""<bpmn:sendTask id="n" name="a" />""", typeof(SendTask))]
    [InlineData("""<bpmn:receiveTask id="n" name="a" />""", typeof(ReceiveTask))]
    [InlineData("""<bpmn:scriptTask id="n" name="a" />""", typeof(ScriptTask))]
    [InlineData("""<bpmn:businessRuleTask id="n" name="a" camunda:decisionRef="d" />""", typeof(BusinessRuleTask))]
    [InlineData("""<bpmn:manualTask id="n" name="a" />""", typeof(ManualTask))]
    [InlineData("""<bpmn:task id="n" name="a" />""", typeof(ManualTask))]
    [InlineData("""<bpmn:subProcess id="n" name="a" />""", typeof(SubProcess))]
    [InlineData("""<bpmn:transaction id="n" name="a" />""", typeof(SubProcess))]
    [InlineData("""<bpmn:adHocSubProcess id="n" name="a" />""", typeof(SubProcess))]
    [InlineData("""<bpmn:callActivity id="n" name="a" calledElement="q" />""", typeof(CallActivity))]
    [InlineData("""<bpmn:exclusiveGateway id="n" name="a" />""", typeof(ExclusiveGateway))]
    [InlineData("""<bpmn:parallelGateway id="n" name="a" />""", typeof(ParallelGateway))]
    [InlineData("""<bpmn:inclusiveGateway id="n" name="a" />""", typeof(InclusiveGateway))]
    [InlineData("""<bpmn:eventBasedGateway id="n" name="a" />""", typeof(EventBasedGateway))]
    [InlineData("""<bpmn:complexGateway id="n" name="a" />""", typeof(ComplexGateway))]
    public void A_node_is_of_its_kind_with_its_name_and_place(string inside, Type kind)
    {
        var reading = Drawn.Read(inside);

        Assert.Empty(reading.Problems);
        var node = reading.Value!.Elements["n"];
        Assert.IsType(kind, node);
        Assert.Equal(("n", "a", new Place("process.bpmn", "n", 4, 2)), (node.Id, node.Name, node.At));
        Assert.Empty(node.Demands);
    }

    [Theory]
    [InlineData("""<bpmn:messageEventDefinition messageRef="m" />""", "message", "m", "pesan")]
    [InlineData("""<bpmn:signalEventDefinition signalRef="x:g" />""", "signal", "x:g", "tanda")]
    [InlineData("""<bpmn:errorEventDefinition errorRef="r" />""", "error", "r", "R1")]
    [InlineData("""<bpmn:escalationEventDefinition escalationRef="c" />""", "escalation", "c", "C1")]
    [InlineData("""<bpmn:compensateEventDefinition activityRef="t" />""", "compensate", "t", "kerja")]
    [InlineData("""<bpmn:linkEventDefinition name="jauh" />""", "link", null, "jauh")]
    [InlineData("""<bpmn:cancelEventDefinition />""", "cancel", null, null)]
    [InlineData("""<bpmn:messageEventDefinition />""", "message", null, null)]
    [InlineData("""<bpmn:eventDefinitionRef>shared</bpmn:eventDefinitionRef>""", "signal", "g", "tanda")]
    public void An_event_has_its_definition_with_the_name_of_what_it_refers_to(
        string definition,
        string kind,
        string? reference,
        string? name
    )
    {
        var end = Node<EndEvent>(
            $"""<bpmn:endEvent id="n">{definition}</bpmn:endEvent><bpmn:task id="t" name="kerja" />""",
            """
            <bpmn:message id="m" name="pesan" /><bpmn:signal id="g" name="tanda" /><bpmn:error id="r" name="salah" errorCode="R1" />
            <bpmn:escalation id="c" name="naik" escalationCode="C1" /><bpmn:signalEventDefinition id="shared" signalRef="g" />
            """
        );

        var named = Assert.IsType<NamedDefinition>(end.Definition);
        Assert.Equal((kind, reference, name), (named.Kind, named.Reference, named.Name));
    }

    [Fact]
    public void A_terminate_event_and_a_none_event_are_told_apart()
    {
        Assert.IsType<TerminateDefinition>(
            Node<EndEvent>("""<bpmn:endEvent id="n"><bpmn:terminateEventDefinition /></bpmn:endEvent>""").Definition
        );
        Assert.Null(Node<EndEvent>("""<bpmn:endEvent id="n" />""").Definition);
        Assert.False(
            Assert
                .IsType<MultipleDefinition>(
                    Node<EndEvent>(
                        """<bpmn:endEvent id="n"><bpmn:cancelEventDefinition /><bpmn:terminateEventDefinition /></bpmn:endEvent>"""
                    ).Definition
                )
                .All
        );
    }

    [Fact]
    public void A_loop_has_its_condition_its_maximum_and_when_it_is_asked()
    {
        var loop = Node<ManualTask>(
            """<bpmn:task id="n"><bpmn:standardLoopCharacteristics testBefore="true" loopMaximum=" 3 "><bpmn:loopCondition>= a &lt; 2</bpmn:loopCondition></bpmn:standardLoopCharacteristics></bpmn:task>"""
        ).Loop!;

        Assert.Equal((LoopKind.Standard, true, 3), (loop.Kind, loop.TestBefore, loop.Maximum));
        Assert.Equal(" a < 2", loop.Condition!.Source);
        Assert.False(
            Node<ManualTask>(
                """<bpmn:task id="n"><bpmn:standardLoopCharacteristics loopMaximum="3" /></bpmn:task>"""
            ).Loop!.TestBefore
        );
    }

    [Fact]
    public void A_multi_instance_marker_of_the_standard_names_its_data()
    {
        var loop = Node<ManualTask>(
            """
            <bpmn:dataObject id="d" name="para saksi" /><bpmn:dataObject id="o" name="hasil" />
            <bpmn:task id="n"><bpmn:multiInstanceLoopCharacteristics>
            <bpmn:loopDataInputRef>d</bpmn:loopDataInputRef><bpmn:loopDataOutputRef>o</bpmn:loopDataOutputRef>
            <bpmn:inputDataItem id="i" name="saksi" /><bpmn:outputDataItem id="u" name="jawaban" />
            <bpmn:completionCondition>= b</bpmn:completionCondition>
            </bpmn:multiInstanceLoopCharacteristics></bpmn:task>
            """
        ).Loop!;

        Assert.Equal(LoopKind.Parallel, loop.Kind);
        Assert.Equal(("para saksi", "saksi"), (loop.Collection!.Source, loop.Element));
        Assert.Equal(("hasil", "jawaban"), (loop.OutputCollection, loop.OutputElement!.Source));
        Assert.Equal((" b", LoopBehaviour.All), (loop.Condition!.Source, loop.Behaviour));
        Assert.Empty(loop.Thrown);
    }

    [Theory]
    [InlineData("All", LoopBehaviour.All)]
    [InlineData("One", LoopBehaviour.One)]
    [InlineData(" None ", LoopBehaviour.None)]
    [InlineData("Complex", LoopBehaviour.Complex)]
    public void A_multi_instance_marker_throws_as_its_behaviour_says(string written, LoopBehaviour behaviour)
    {
        var loop = Node<ManualTask>(
            $"""
            <bpmn:task id="n"><bpmn:multiInstanceLoopCharacteristics behavior="{written}" oneBehaviorEventRef="d1" noneBehaviorEventRef="d2">
            <bpmn:loopCardinality>= 3</bpmn:loopCardinality>
            <bpmn:complexBehaviorDefinition><bpmn:condition>= c</bpmn:condition><bpmn:event><bpmn:cancelEventDefinition /></bpmn:event></bpmn:complexBehaviorDefinition>
            </bpmn:multiInstanceLoopCharacteristics></bpmn:task>
            """,
            """<bpmn:signal id="g" name="tanda" /><bpmn:signalEventDefinition id="d1" signalRef="g" /><bpmn:terminateEventDefinition id="d2" />"""
        ).Loop!;

        Assert.Equal((" 3", behaviour), (loop.Collection!.Source, loop.Behaviour));
        Assert.Equal([null, null, " c"], loop.Thrown.Select(t => t.Condition?.Source));
        Assert.Equal("tanda", Assert.IsType<NamedDefinition>(loop.Thrown[0].Definition).Name);
        Assert.IsType<TerminateDefinition>(loop.Thrown[1].Definition);
        Assert.Equal("cancel", Assert.IsType<NamedDefinition>(loop.Thrown[2].Definition).Kind);
    }

    [Fact]
    public void An_association_maps_by_its_assignments_its_transformation_or_as_it_is()
    {
        var task = Node<ManualTask>(
            """
            <bpmn:dataObject id="d" name="usulan" /><bpmn:dataObject id="e" />
            <bpmn:task id="n">
            <bpmn:dataInputAssociation><bpmn:assignment><bpmn:from>= a</bpmn:from><bpmn:to>= b </bpmn:to></bpmn:assignment>
            <bpmn:assignment><bpmn:from>= c</bpmn:from><bpmn:to>f</bpmn:to></bpmn:assignment><bpmn:assignment><bpmn:from>= c</bpmn:from></bpmn:assignment></bpmn:dataInputAssociation>
            <bpmn:dataInputAssociation><bpmn:sourceRef>d</bpmn:sourceRef><bpmn:targetRef>e</bpmn:targetRef><bpmn:transformation>= g + 1</bpmn:transformation></bpmn:dataInputAssociation>
            <bpmn:dataOutputAssociation><bpmn:sourceRef>d</bpmn:sourceRef><bpmn:targetRef>e</bpmn:targetRef></bpmn:dataOutputAssociation>
            </bpmn:task>
            """
        );

        Assert.Equal([(" a", "b"), (" c", "f"), (" g + 1", "e")], task.Inputs.Select(i => (i.Source.Source, i.Target)));
        Assert.Equal([("usulan", "e")], task.Outputs.Select(i => (i.Source.Source, i.Target)));
    }

    [Theory]
    [InlineData("""<zeebe:formDefinition formId="f" />""", "", "f")]
    [InlineData("""<zeebe:formDefinition formKey="f" />""", "", "f")]
    [InlineData("", "camunda:formKey=\"f\"", "f")]
    [InlineData("", "camunda:formRef=\"f\"", "f")]
    [InlineData(
        """<zeebe:formDefinition formId="f" formKey="g" />""",
        "camunda:formKey=\"h\" camunda:formRef=\"i\"",
        "f"
    )]
    [InlineData("""<zeebe:formDefinition formKey="g" />""", "camunda:formKey=\"h\" camunda:formRef=\"i\"", "g")]
    [InlineData("", "camunda:formKey=\"h\" camunda:formRef=\"i\"", "h")]
    [InlineData("", "", null)]
    public void A_form_is_named_as_each_modeller_writes_it(string extension, string attributes, string? form) =>
        Assert.Equal(
            form,
            Node<UserTask>(
                $"""<bpmn:userTask id="n" {attributes}><bpmn:extensionElements>{extension}</bpmn:extensionElements></bpmn:userTask>"""
            ).FormId
        );

    [Theory]
    [InlineData("""<zeebe:taskDefinition type="kirim" />""", "camunda:topic=\"lain\"", "kirim")]
    [InlineData("", "camunda:topic=\"lain\"", "lain")]
    [InlineData("", "", "")]
    public void A_service_is_named_as_each_modeller_writes_it(string extension, string attributes, string type) =>
        Assert.Equal(
            type,
            Node<ServiceTask>(
                $"""<bpmn:serviceTask id="n" {attributes}><bpmn:extensionElements>{extension}</bpmn:extensionElements></bpmn:serviceTask>"""
            ).Type
        );

    [Theory]
    [InlineData(
        """<zeebe:calledDecision decisionId="d" resultVariable="v" />""",
        "camunda:decisionRef=\"e\"",
        "d",
        "v"
    )]
    [InlineData("", "camunda:decisionRef=\"e\" camunda:resultVariable=\"w\"", "e", "w")]
    [InlineData("", "camunda:decisionRef=\"e\"", "e", null)]
    public void A_decision_is_named_as_each_modeller_writes_it(
        string extension,
        string attributes,
        string decision,
        string? variable
    )
    {
        var task = Node<BusinessRuleTask>(
            $"""<bpmn:businessRuleTask id="n" {attributes}><bpmn:extensionElements>{extension}</bpmn:extensionElements></bpmn:businessRuleTask>"""
        );

        Assert.Equal((decision, variable), (task.DecisionId, task.ResultVariable));
    }

    [Theory]
    [InlineData(
        """<zeebe:calledElement processId="q" propagateAllChildVariables="false" />""",
        "calledElement=\"r\"",
        "q",
        true,
        false
    )]
    [InlineData("""<zeebe:calledElement processId="q" propagateAllParentVariables="false" />""", "", "q", false, true)]
    [InlineData("", "calledElement=\"r\"", "r", true, true)]
    [InlineData("", "", null, true, true)]
    public void A_call_names_its_process_and_what_it_sees(
        string extension,
        string attributes,
        string? called,
        bool reads,
        bool writes
    )
    {
        var call = Node<CallActivity>(
            $"""<bpmn:callActivity id="n" {attributes}><bpmn:extensionElements>{extension}</bpmn:extensionElements></bpmn:callActivity>"""
        );

        Assert.Equal((called, reads, writes), (call.Called, call.Reads, call.Writes));
    }

    [Fact]
    public void Headers_are_read_once_each_also_of_a_send_task_and_without_a_value()
    {
        var send = Node<SendTask>(
            """
            <bpmn:sendTask id="n" messageRef="m"><bpmn:extensionElements><zeebe:taskHeaders><zeebe:header key="a" value="1" />
            <zeebe:header key="a" value="2" /><zeebe:header key="b" /><zeebe:header value="c" /></zeebe:taskHeaders></bpmn:extensionElements></bpmn:sendTask>
            """,
            """<bpmn:message id="m" name="pesan" />"""
        );

        Assert.Equal([("", "c"), ("a", "1"), ("b", "")], send.Headers.Select(h => (h.Key, h.Value)));
        Assert.Equal(("message", "m", "pesan"), (send.Message!.Kind, send.Message.Reference, send.Message.Name));
        var receive = Node<ReceiveTask>("""<bpmn:receiveTask id="n" instantiate="true" />""");
        Assert.Equal((null, true), (receive.Message, receive.Instantiate));
    }

    [Theory]
    [InlineData("globalTask", typeof(ManualTask))]
    [InlineData("globalManualTask", typeof(ManualTask))]
    [InlineData("globalUserTask", typeof(UserTask))]
    [InlineData("globalScriptTask", typeof(ScriptTask))]
    public void A_global_task_is_a_process_of_one_node(string element, Type kind)
    {
        var called = Drawn.Read("", $"""<bpmn:{element} id="g" name="umum" />""").Value!.Callable["g"];

        Assert.Equal(("g", "umum"), (called.Id, called.Name));
        Assert.IsType(kind, Assert.Single(called.Nodes));
        Assert.Equal(3, called.Nodes[0].At.Line);
    }

    [Fact]
    public void A_flow_has_its_ends_its_name_and_its_condition()
    {
        var flow = Assert.Single(
            Drawn
                .Read(
                    """<bpmn:task id="a" /><bpmn:task id="b" /><bpmn:sequenceFlow id="f" name="ya" sourceRef="a" targetRef="b"><bpmn:conditionExpression> = c </bpmn:conditionExpression></bpmn:sequenceFlow>"""
                )
                .Value!.Flows
        );

        Assert.Equal(("f", "a", "b", "ya"), (flow.Id, flow.Source, flow.Target, flow.Name));
        Assert.Equal(" c", flow.Condition!.Source);
    }

    [Fact]
    public void A_boundary_event_an_activity_and_gateways_name_what_they_stand_on_or_lead_to()
    {
        var boundary = Node<BoundaryEvent>("""<bpmn:boundaryEvent id="n" attachedToRef="t" />""");
        Assert.Equal(("t", true), (boundary.AttachedTo, boundary.CancelActivity));
        Assert.Equal("f", Node<ManualTask>("""<bpmn:task id="n" default="f" />""").Default);
        Assert.Equal("f", Node<ExclusiveGateway>("""<bpmn:exclusiveGateway id="n" default="f" />""").Default);
        Assert.Equal("f", Node<InclusiveGateway>("""<bpmn:inclusiveGateway id="n" default="f" />""").Default);
        Assert.True(Node<StartEvent>("""<bpmn:startEvent id="n" />""").Interrupting);
        var plain = Node<ManualTask>("""<bpmn:task id="n" startQuantity="1000" />""");
        Assert.Equal((1000, 1), (plain.StartQuantity, plain.CompletionQuantity));
    }
}
