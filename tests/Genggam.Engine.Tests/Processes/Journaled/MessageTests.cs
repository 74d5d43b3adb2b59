using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes.Journaled;

/// <summary>All that the journal keeps of messages and signals.</summary>
public sealed class MessageTests
{
    private const string Pays = "<message id=\"m\" name=\"bayar\"/>";
    private const string PaysByNumber =
        "<message id=\"m\" name=\"bayar\"><extensionElements><zeebe:subscription correlationKey=\"=berkas.nomor\"/></extensionElements></message>";

    [Fact]
    public void A_message_that_comes_early_is_kept_until_it_is_waited_for()
    {
        var running = Early(Pays);
        Assert.Null(running.Tell("bayar", data: ("jumlah", 5)));
        running.Says(
            """
            kept m2 bayar {"jumlah":5}
            """
        );
        running.Do("a");
        running.Says(
            """
            done a.1 approve by kadis
            data {"a":{"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 1
            token 2 at c by a_c
            waits c@2 for message bayar of 2
            message taken m2
            waits no more c@2
            taken 2
            data {"c":{"jumlah":5}}
            closed completed
            """
        );
    }

    [Fact]
    public void One_that_is_for_somebody_is_kept_with_its_key_and_waited_for_by_it()
    {
        var running = Early(PaysByNumber);
        Assert.Null(running.Tell("bayar", "B-2"));
        running.Says(
            """
            kept m2 bayar key B-2 {}
            """
        );
        running.Do("a");
        running.Says(
            """
            done a.1 approve by kadis
            data {"a":{"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 1
            token 2 at c by a_c
            waits c@2 for message bayar key B-1 of 2
            """
        );
    }

    private static RunningCase Early(string message) =>
        Case(Process("s-a a-c c-e", Start() + End() + Task("a") + Catch("c", Event("message", "m")), message));

    [Fact]
    public void A_message_is_sent_with_what_its_event_maps()
    {
        const string Thrower = """
            <intermediateThrowEvent id="t"><extensionElements><zeebe:ioMapping><zeebe:input source="=pemohon.nama" target="nama"/></zeebe:ioMapping></extensionElements>
            <messageEventDefinition messageRef="m"/></intermediateThrowEvent>
            """;
        Case(Process("s-t t-e", Start() + End() + Thrower, PaysByNumber))
            .Begins(
                """
                thrown message bayar at t as 1.0 {"nama":"Siti Contoh","key":"B-1"}
                closed completed
                asks 1.0 message bayar
                """
            );
    }

    [Fact]
    public void A_message_is_sent_by_a_task_with_the_variables_of_its_own()
    {
        const string Sender =
            "<sendTask id=\"t\" messageRef=\"m\"><extensionElements><zeebe:ioMapping><zeebe:input source=\"=1 + 1\" target=\"dua\"/></zeebe:ioMapping></extensionElements></sendTask>";
        Case(Process("s-t t-e", Start() + End() + Sender, Pays))
            .Begins(
                """
                scope 1 Instance t
                locals in 1 {"dua":2}
                thrown message bayar at t as 1.0 {"dua":2}
                scope closed 1
                closed completed
                asks 1.0 message bayar
                """
            );
        Case(Process("s-t t-e", Start() + End() + "<sendTask id=\"t\" messageRef=\"m\"/>", Pays))
            .Begins(
                """
                thrown message bayar at t as 1.0
                closed completed
                asks 1.0 message bayar
                """
            );
    }

    [Fact]
    public void A_signal_goes_out_and_is_heard_inside()
    {
        var running = Case(
            Process(
                "s-g g-c g-a a-t c-x",
                Start()
                    + "<parallelGateway id=\"g\"/>"
                    + Task("a")
                    + Catch("c", Event("signal", "k"))
                    + ThrowEvent("t", Event("signal", "k"))
                    + Mark("x"),
                "<signal id=\"k\" name=\"kabar\"/>"
            )
        );
        running.Do("a");
        running.Says(
            """
            done a.1 approve by kadis
            data {"a":{"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 2
            thrown signal kabar at t as 3.0
            waits no more c@1
            taken 1
            data {"jejak":["x"]}
            closed completed
            asks 3.0 signal kabar
            """
        );
    }
}
