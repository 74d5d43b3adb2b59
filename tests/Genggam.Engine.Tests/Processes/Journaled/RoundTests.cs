using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes.Journaled;

/// <summary>All that the journal keeps of rounds, and of tokens that come together.</summary>
public sealed class RoundTests
{
    [Fact]
    public void Rounds_beside_each_other_are_opened_together_and_collected_in_their_order()
    {
        var running = Case(Process("s-a a-e", Start() + End() + Task("a", Over(sequential: false))));
        running.Begins(
            """
            token 1 at a by s_a
            scope 2 Loop a of 1 total 2 {"a":["x","y"]}
            scope 3 Instance a in 2 {"a":null,"loopCounter":1,"butir":"x"} round 1
            scope 4 Instance a in 2 {"a":null,"loopCounter":2,"butir":"y"} round 2
            token 5 at a in 3
            task a.1 of 5 for kepala
            token 6 at a in 4
            task a.2 of 6 for kepala
            """
        );
        running.Do("a", ("n", 1));
        running.Says(
            """
            done a.1 approve by kadis
            locals in 3 {"a":{"n":1,"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 5
            item 1 in 2 {"semua":1}
            scope closed 3 completed
            """
        );
        running.Do("a", ("n", 2));
        running.Says(
            """
            done a.2 approve by kadis
            locals in 4 {"a":{"n":2,"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 6
            item 2 in 2 {"semua":2}
            scope closed 4 completed
            scope closed 2
            taken 1
            data {"semua":[1,2]}
            closed completed
            """
        );
    }

    [Fact]
    public void Rounds_in_sequence_are_opened_one_by_one()
    {
        var running = Case(Process("s-a a-e", Start() + End() + Task("a", Over(sequential: true))));
        running.Begins(
            """
            token 1 at a by s_a
            scope 2 Loop a of 1 total 2 {"a":["x","y"]}
            scope 3 Instance a in 2 {"a":null,"loopCounter":1,"butir":"x"} round 1
            token 4 at a in 3
            task a.1 of 4 for kepala
            """
        );
        running.Do("a", ("n", 1));
        running.Says(
            """
            done a.1 approve by kadis
            locals in 3 {"a":{"n":1,"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 4
            item 1 in 2 {"semua":1}
            scope closed 3 completed
            scope 5 Instance a in 2 {"a":null,"loopCounter":2,"butir":"y"} round 2
            token 6 at a in 5
            task a.2 of 6 for kepala
            """
        );
        running.Do("a", ("n", 2));
        running.Says(
            """
            done a.2 approve by kadis
            locals in 5 {"a":{"n":2,"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 6
            item 2 in 2 {"semua":2}
            scope closed 5 completed
            scope closed 2
            taken 1
            data {"semua":[1,2]}
            closed completed
            """
        );
    }

    [Fact]
    public void A_loop_leaves_what_its_rounds_wrote_where_they_wrote_it()
    {
        const string Loop =
            "<standardLoopCharacteristics loopMaximum=\"2\"><loopCondition>=true</loopCondition></standardLoopCharacteristics>";
        Case(Process("s-a a-e", Start() + End() + Script("a", "n", "loopCounter", Loop)))
            .Begins(
                """
                token 1 at a by s_a
                scope 2 Loop a of 1 total 2
                scope 3 Instance a in 2 {"loopCounter":1} round 1
                data {"n":1}
                scope closed 3 completed
                scope 4 Instance a in 2 {"loopCounter":2} round 2
                data {"n":2}
                scope closed 4 completed
                scope closed 2
                taken 1
                closed completed
                """
            );
    }

    [Fact]
    public void A_step_that_begins_with_two_tokens_gathers_them()
    {
        var running = Case(
            Process(
                "s-g g-a g-b a-c b-c",
                Start()
                    + "<parallelGateway id=\"g\"/>"
                    + Task("a")
                    + Task("b")
                    + "<userTask id=\"c\" startQuantity=\"2\"><extensionElements><zeebe:assignmentDefinition candidateGroups=\"kepala\"/></extensionElements></userTask>"
            )
        );
        running.Do("b");
        running.Says(
            """
            done b.1 approve by kadis
            data {"b":{"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 2
            token 3 at c by b_c gathers
            """
        );
        running.Do("a");
        running.Says(
            """
            done a.1 approve by kadis
            data {"a":{"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 1
            token 4 at c by a_c gathers
            taken 3
            taken 4
            token 5 at c by a_c
            task c.1 of 5 for kepala
            """
        );
    }

    [Fact]
    public void An_inclusive_join_lets_one_token_on()
    {
        var running = Case(
            Process(
                "s-g g-a g-b a-j b-j j-c",
                Start() + "<parallelGateway id=\"g\"/><inclusiveGateway id=\"j\"/>" + Task("a") + Task("b") + Task("c")
            )
        );
        running.Do("a");
        running.Says(
            """
            done a.1 approve by kadis
            data {"a":{"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 1
            token 3 at j by a_j
            """
        );
        running.Do("b");
        running.Says(
            """
            done b.1 approve by kadis
            data {"b":{"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 2
            token 4 at j by b_j
            taken 3
            taken 4
            token 5 at c by j_c
            task c.1 of 5 for kepala
            """
        );
    }

    private static string Over(bool sequential) =>
        $"""
            <multiInstanceLoopCharacteristics isSequential="{(sequential ? "true" : "false")}"><extensionElements>
            <zeebe:loopCharacteristics inputCollection="=[&quot;x&quot;, &quot;y&quot;]" inputElement="butir" outputCollection="semua" outputElement="=a.n"/>
            </extensionElements></multiInstanceLoopCharacteristics>
            """;
}
