using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes;

public sealed class EventTests
{
    [Fact]
    public void An_early_message_waits_for_the_event_that_wants_it()
    {
        var running = Case(MessageAfterTask());
        Assert.Null(running.Tell("bayar", "B-1", ("jumlah", 50)));
        Assert.Single(running.State.Messages);
        running.Do("a");
        Assert.Equal("50", running.State.Data.At("tunggu.jumlah").ToString());
        Assert.Empty(running.State.Messages);
        running.IsOver();
    }

    [Fact]
    public void A_late_message_goes_to_the_event_that_waits_for_it()
    {
        var running = Case(MessageAfterTask());
        running.Do("a");
        Assert.Equal("B-1", Assert.Single(running.State.Subscriptions.Values).Key);
        Assert.Null(running.Tell("bayar", "B-1", ("jumlah", 60)));
        Assert.Equal("60", running.State.Data.At("tunggu.jumlah").ToString());
        running.IsOver();
    }

    [Fact]
    public void A_message_with_another_key_is_kept_and_one_of_an_unknown_name_is_refused()
    {
        var running = Case(MessageAfterTask());
        running.Do("a");
        Assert.Null(running.Tell("bayar", "B-2"));
        Assert.Single(running.State.Messages);
        Assert.Equal(Refusals.NotAwaited, running.Tell("lain")!.Number);
    }

    [Fact]
    public void Of_two_that_wait_one_gets_the_message()
    {
        var running = Case(
            Process(
                "s-g g-m1 g-m2 m1-e m2-e",
                Start()
                    + "<parallelGateway id=\"g\"/>"
                    + End()
                    + Catch("m1", Event("message", "m"))
                    + Catch("m2", Event("message", "m")),
                "<message id=\"m\" name=\"m\"/>"
            )
        );
        Assert.Null(running.Tell("m"));
        Assert.Single(running.State.Tokens);
        Assert.Null(running.Tell("m"));
        running.IsOver();
    }

    [Fact]
    public void The_first_event_behind_an_event_gateway_wins_and_the_others_no_longer_wait()
    {
        var process = Process(
            "s-g g-t g-m g-r t-lama m-pesan r-terima lama-e pesan-e terima-e",
            Start()
                + "<eventBasedGateway id=\"g\"/>"
                + End()
                + Mark("lama")
                + Mark("pesan")
                + Mark("terima")
                + Catch("t", After("P1D"))
                + Catch("m", Event("message", "m"))
                + "<receiveTask id=\"r\" messageRef=\"n\"/>",
            "<message id=\"m\" name=\"m\"/><message id=\"n\" name=\"n\"/>"
        );
        var told = Case(process);
        Assert.Null(told.Tell("n"));
        Assert.Equal(["terima"], told.Trail());
        told.IsOver();

        var late = Case(process);
        late.Pass(TimeSpan.FromDays(1));
        Assert.Equal(["lama"], late.Trail());
        late.IsOver();
    }

    [Fact]
    public void A_signal_reaches_all_that_wait_and_goes_out_to_other_cases()
    {
        var running = Case(
            Process(
                "s-g g-c1 g-c2 g-a c1-x c2-y a-t t-z x-e y-e z-e",
                Start()
                    + "<parallelGateway id=\"g\"/>"
                    + End()
                    + Mark("x")
                    + Mark("y")
                    + Mark("z")
                    + Task("a")
                    + Catch("c1", Event("signal", "k"))
                    + Catch("c2", Event("signal", "k"))
                    + ThrowEvent("t", Event("signal", "k")),
                "<signal id=\"k\" name=\"kabar\"/>"
            )
        );
        running.Do("a");
        Assert.Equal(["x", "y", "z"], running.Trail().Order(StringComparer.Ordinal));
        Assert.Contains(running.Entries[^1].Effects, e => e is Effect.BroadcastSignal { Signal: "kabar" });
        running.IsOver();
    }

    [Fact]
    public void A_signal_of_another_case_is_taken_where_it_is_waited_for_and_refused_elsewhere()
    {
        var running = Case(
            Process("s-c c-e", Start() + End() + Catch("c", Event("signal", "k")), "<signal id=\"k\" name=\"kabar\"/>")
        );
        Assert.Equal(Refusals.NotAwaited, running.Do(new Command.SignalArrived("lain"), Actor.System)!.Number);
        Assert.Null(running.Do(new Command.SignalArrived("kabar"), Actor.System));
        running.IsOver();
    }

    [Fact]
    public void A_message_sent_carries_its_key_and_its_data_in_the_journal_and_not_in_the_effect()
    {
        const string Thrower = """
            <intermediateThrowEvent id="t"><extensionElements><zeebe:ioMapping><zeebe:input source="=pemohon.nama" target="nama"/></zeebe:ioMapping></extensionElements>
            <messageEventDefinition messageRef="m"/></intermediateThrowEvent>
            """;
        const string Message =
            "<message id=\"m\" name=\"kirim\"><extensionElements><zeebe:subscription correlationKey=\"=berkas.nomor\"/></extensionElements></message>";
        var running = Case(Process("s-t t-e", Start() + End() + Thrower, Message));
        var thrown = Assert.Single(running.Entries[0].Events.OfType<CaseEvent.Thrown>());
        Assert.Equal(
            ("kirim", "Siti Contoh", "B-1"),
            (thrown.Name, thrown.Sent!.Values["nama"].ToString(), thrown.Sent.Values["key"].ToString())
        );
        Assert.Equal(new Effect.SendMessage(thrown.Effect!, "kirim"), Assert.Single(running.Entries[0].Effects));
        running.IsOver();
    }

    [Fact]
    public void A_condition_on_a_task_fires_when_it_turns_true_and_again_when_it_turns_true_again()
    {
        var running = Case(
            Process(
                "s-g g-a g-b b-b2 a-e b2-e c-tanda tanda-e3",
                Start()
                    + "<parallelGateway id=\"g\"/>"
                    + End()
                    + Task("a")
                    + Task("b")
                    + Task("b2")
                    + Mark("tanda")
                    + End("e3")
                    + Boundary("c", "a", When("b2.siap = true or b.siap = true and b2 = null"), interrupts: false)
            )
        );
        Assert.Empty(running.Trail());
        running.Do("b", ("siap", true));
        Assert.Equal(["tanda"], running.Trail());
        running.Do("b2", ("siap", false));
        Assert.Equal(["tanda"], running.Trail());
        running.Do("a");
        running.IsOver();
    }

    [Fact]
    public void A_condition_that_holds_already_ends_the_task_at_once()
    {
        var running = Case(
            Process(
                "s-a a-e c-x x-e",
                Start() + End() + Task("a") + Mark("x") + Boundary("c", "a", When("pemohon.penghasilan &gt; 1"))
            )
        );
        Assert.Equal(["x"], running.Trail());
        running.IsOver();
    }

    [Fact]
    public void A_message_goes_out_under_the_key_that_stood_when_its_event_began_to_throw()
    {
        const string Twice =
            "<escalationEventDefinition escalationRef=\"n\"/><messageEventDefinition messageRef=\"m\"/>";
        const string Hears =
            "<startEvent id=\"hs\" isInterrupting=\"false\"><extensionElements><zeebe:ioMapping><zeebe:output source=\"=null\" target=\"kunci\"/></zeebe:ioMapping></extensionElements><escalationEventDefinition escalationRef=\"n\"/></startEvent>";
        var running = Case(
            Process(
                "s-k k-t t-e",
                Start()
                    + End()
                    + Script("k", "kunci", "&quot;K-1&quot;")
                    + ThrowEvent("t", Twice)
                    + Sub("h", "hs-he", Hears + End("he"), "triggeredByEvent=\"true\""),
                "<escalation id=\"n\" escalationCode=\"NAIK\"/><message id=\"m\" name=\"bayar\"><extensionElements><zeebe:subscription correlationKey=\"=kunci\"/></extensionElements></message>"
            )
        );

        var sent = Assert.Single(
            running.Entries[^1].Events.OfType<CaseEvent.Thrown>(),
            thrown => thrown.Kind == "message"
        );
        Assert.Equal("K-1", sent.Sent!.Values["key"].ToString());
        running.IsOver();
    }

    [Fact]
    public void An_escalation_reaches_the_boundary_around_and_the_thrower_goes_on()
    {
        var running = Case(
            Process(
                "s-sub sub-e b-x x-e2",
                Start()
                    + End()
                    + End("e2")
                    + Mark("x")
                    + Boundary("b", "sub", Event("escalation", "n"), interrupts: false)
                    + Sub(
                        "sub",
                        "s1-t t-y y-e1",
                        Start("s1") + ThrowEvent("t", Event("escalation", "n")) + Mark("y") + End("e1")
                    ),
                "<escalation id=\"n\" escalationCode=\"NAIK\"/>"
            )
        );
        Assert.Equal(["x", "y"], running.Trail().Order(StringComparer.Ordinal));
        running.IsOver();
    }

    [Fact]
    public void A_signal_is_heard_only_by_those_who_wait_for_it()
    {
        var running = Case(
            Process(
                "s-g g-c c-x x-e g-t t-e2",
                Start()
                    + End()
                    + End("e2")
                    + "<parallelGateway id=\"g\"/>"
                    + Catch("c", Event("signal", "ini"))
                    + Mark("x")
                    + ThrowEvent("t", Event("signal", "itu")),
                "<signal id=\"ini\" name=\"ini\"/><signal id=\"itu\" name=\"itu\"/>"
            )
        );
        Assert.Empty(running.Trail());
        Assert.Null(running.Do(new Command.SignalArrived("ini"), Actor.System));
        Assert.Equal(["x"], running.Trail());
        running.IsOver();
    }

    [Fact]
    public void Nothing_begins_at_an_event_that_stands_on_an_activity()
    {
        var running = Case(
            Process("a-e b-x x-e2", End() + End("e2") + Task("a") + Mark("x") + Boundary("b", "a", After("P1D")))
        );
        Assert.Empty(running.Trail());
        running.Do("a");
        running.IsOver();
    }

    [Fact]
    public void A_link_jumps_to_the_event_of_its_name()
    {
        var running = Case(
            Process(
                "s-l m-x x-e",
                Start()
                    + End()
                    + Mark("x")
                    + ThrowEvent("l", "<linkEventDefinition name=\"L\"/>")
                    + Catch("m", "<linkEventDefinition name=\"L\"/>")
            )
        );
        Assert.Equal(["x"], running.Trail());
        running.IsOver();
    }

    [Fact]
    public void An_event_that_waits_for_all_its_parts_goes_on_with_the_last()
    {
        var running = Case(
            Process(
                "s-c c-e",
                Start()
                    + End()
                    + $"<intermediateCatchEvent id=\"c\" parallelMultiple=\"true\">{After("P1D")}{Event("message", "m")}</intermediateCatchEvent>",
                "<message id=\"m\" name=\"m\"/>"
            )
        );
        running.Pass(TimeSpan.FromDays(2));
        Assert.Equal(CaseStatus.Open, running.State.Status);
        Assert.Null(running.Tell("m"));
        running.IsOver();
    }

    private static string MessageAfterTask() =>
        Process(
            "s-a a-tunggu tunggu-e",
            Start() + End() + Task("a") + Catch("tunggu", Event("message", "m")),
            "<message id=\"m\" name=\"bayar\"><extensionElements><zeebe:subscription correlationKey=\"=berkas.nomor\"/></extensionElements></message>"
        );
}
