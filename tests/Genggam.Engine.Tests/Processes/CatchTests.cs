using Genggam.Standards.Feel;
using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes;

/// <summary>Which of those that wait catches what comes, and with what.</summary>
public sealed class CatchTests
{
    private const string Pays = "<message id=\"m\" name=\"bayar\"/>";

    [Fact]
    public void Of_two_that_wait_the_one_that_waits_longer_gets_the_message()
    {
        var running = Case(
            Process(
                "s-g g-z g-a z-x a-y",
                Start()
                    + "<parallelGateway id=\"g\"/>"
                    + Catch("z", Event("message", "m"))
                    + Catch("a", Event("message", "m"))
                    + Mark("x")
                    + Mark("y"),
                Pays
            )
        );
        Assert.Null(running.Tell("bayar"));
        Assert.Equal(["x"], running.Trail());
        Assert.Null(running.Tell("bayar"));
        Assert.Equal(["x", "y"], running.Trail());
        running.IsOver();
    }

    [Fact]
    public void Messages_that_came_early_are_taken_in_the_order_in_which_they_came()
    {
        var running = Case(
            Process(
                "s-a a-c c-d",
                Start() + Task("a") + Catch("c", Event("message", "m")) + Catch("d", Event("message", "m")),
                Pays
            )
        );
        Assert.Null(running.Tell("bayar", data: ("urutan", 1)));
        Assert.Null(running.Tell("bayar", data: ("urutan", 2)));
        running.Do("a");

        Assert.Equal("1", running.State.Data.At("c.urutan").ToString());
        Assert.Equal("2", running.State.Data.At("d.urutan").ToString());
        running.IsOver();
    }

    [Theory]
    [InlineData("&quot;K-1&quot;", "K-1")]
    [InlineData("12.5", "12.5")]
    [InlineData("true", "true")]
    [InlineData("date(&quot;2026-08-13&quot;)", "2026-08-13")]
    [InlineData("time(&quot;09:00:00&quot;)", "09:00:00")]
    [InlineData("date and time(&quot;2026-08-13T09:00:00&quot;)", "2026-08-13T09:00:00")]
    public void A_key_is_a_text_a_number_a_truth_or_a_time(string feel, string key)
    {
        var running = Case(
            Process(
                "s-c c-e",
                Start() + End() + Catch("c", Event("message", "m")),
                $"<message id=\"m\" name=\"bayar\"><extensionElements><zeebe:subscription correlationKey=\"={feel}\"/></extensionElements></message>"
            )
        );
        Assert.Equal(key, Assert.Single(running.State.Subscriptions.Values).Key);
        Assert.Null(running.Tell("bayar", key + "x"));
        Assert.Equal(CaseStatus.Open, running.State.Status);
        Assert.Null(running.Tell("bayar", key));
        running.IsOver();
    }

    [Fact]
    public void A_message_or_signal_without_a_name_goes_by_its_id()
    {
        var running = Case(
            Process(
                "s-g g-c g-d c-e d-e",
                Start()
                    + End()
                    + "<parallelGateway id=\"g\"/>"
                    + Catch("c", Event("message", "m"))
                    + Catch("d", Event("signal", "k")),
                "<message id=\"m\"/><signal id=\"k\"/>"
            )
        );
        Assert.Equal(["m", "k"], running.State.Subscriptions.Values.Select(s => s.Name));
        Assert.Null(running.Do(new Command.SignalArrived("k"), Actor.System));
        Assert.Equal("c", Assert.Single(running.State.Tokens.Values).Element);
    }

    [Theory]
    [InlineData("<receiveTask id=\"c\" messageRef=\"m\"/>", true)]
    [InlineData(
        "<intermediateCatchEvent id=\"c\"><messageEventDefinition messageRef=\"m\"/></intermediateCatchEvent>",
        true
    )]
    [InlineData(
        "<intermediateThrowEvent id=\"c\"><messageEventDefinition messageRef=\"m\"/></intermediateThrowEvent>",
        false
    )]
    [InlineData(
        "<intermediateCatchEvent id=\"c\"><messageEventDefinition messageRef=\"n\"/></intermediateCatchEvent>",
        false
    )]
    [InlineData(
        "<intermediateCatchEvent id=\"c\"><signalEventDefinition signalRef=\"k\"/></intermediateCatchEvent>",
        false
    )]
    public void A_message_is_kept_only_where_something_may_wait_for_it(string element, bool kept)
    {
        var running = Case(
            Process(
                "s-a a-c c-e",
                Start() + End() + Task("a") + element,
                Pays + "<message id=\"n\" name=\"lain\"/><signal id=\"k\" name=\"bayar\"/>"
            )
        );
        Assert.Equal(kept ? null : Refusals.NotAwaited, running.Tell("bayar")?.Number);
        Assert.Equal(kept ? 1 : 0, running.State.Messages.Length);
    }

    [Fact]
    public void A_token_whose_event_has_all_that_it_waits_for_goes_on_though_another_waits_there()
    {
        var running = Case(
            Process(
                "s-g g-a g-b a-c b-c c-x",
                Start()
                    + "<parallelGateway id=\"g\"/><manualTask id=\"a\"/><manualTask id=\"b\"/>"
                    + $"<intermediateCatchEvent id=\"c\" parallelMultiple=\"true\">{Event("message", "m")}{Event("message", "n")}{After("P1D")}</intermediateCatchEvent>"
                    + Mark("x"),
                Pays + "<message id=\"n\" name=\"kirim\"/>"
            )
        );
        Assert.Equal(2, running.State.Timers.Count);
        var first = running.State.Timers.Values.MinBy(t => t.Token)!;
        Assert.Null(running.Do(new Command.TimerDue(first.Id), Actor.System));
        Assert.Null(running.Tell("bayar"));
        Assert.Empty(running.Trail());
        Assert.Null(running.Tell("kirim"));

        Assert.Equal(["x"], running.Trail());
        Assert.Equal(2, running.State.Subscriptions.Count);
        Assert.Single(running.State.Timers);
        Assert.Null(running.Tell("kirim"));
        Assert.Null(running.Tell("bayar"));
        Assert.Equal(["x"], running.Trail());
        running.Pass(TimeSpan.FromDays(1));
        Assert.Equal(["x", "x"], running.Trail());
        running.IsOver();
    }

    [Fact]
    public void A_cycle_that_is_one_of_several_things_comes_again()
    {
        var several = Event("message", "m") + Every("R3/PT1H");
        var running = Case(
            Process(
                "s-a a-e b-x",
                Start() + End() + Task("a") + Mark("x") + Boundary("b", "a", several, interrupts: false),
                Pays
            )
        );
        Assert.Equal(["b@1#1"], running.State.Timers.Keys);
        running.Pass(TimeSpan.FromHours(1));
        Assert.Equal(["b@1#1~2"], running.State.Timers.Keys);
        running.Pass(TimeSpan.FromHours(1));
        Assert.Equal(["b@1#1~3"], running.State.Timers.Keys);
        running.Pass(TimeSpan.FromHours(5));

        Assert.Equal(["x", "x", "x"], running.Trail());
        Assert.Null(running.Tell("bayar"));
        Assert.Equal(4, running.Trail().Length);
        running.Do("a");
        running.IsOver();
    }

    [Fact]
    public void A_condition_that_is_one_of_several_things_is_asked_as_its_own()
    {
        var several = When("b.lain = true") + When("b.siap = true");
        var running = Case(
            Process(
                "s-g g-a g-b b-b2 a-e c-x",
                Start()
                    + End()
                    + "<parallelGateway id=\"g\"/>"
                    + Task("a")
                    + Task("b")
                    + Task("b2")
                    + Mark("x")
                    + Boundary("c", "a", several, interrupts: false)
            )
        );
        running.Do("b", ("siap", true));

        Assert.Equal(["x"], running.Trail());
        Assert.Equal(
            [("c@1", false), ("c@1#1", true)],
            running.State.Subscriptions.Values.Select(s => (s.Id, s.Holds))
        );
    }

    [Fact]
    public void What_comes_with_an_event_is_mapped_by_it_or_kept_under_its_id()
    {
        const string Mapped = """
            <intermediateCatchEvent id="c"><extensionElements><zeebe:ioMapping><zeebe:output source="=jumlah * 2" target="bayar.ganda"/></zeebe:ioMapping></extensionElements>
            <messageEventDefinition messageRef="m"/></intermediateCatchEvent>
            """;
        var running = Case(Process("s-c c-e", Start() + End() + Mapped, Pays));
        Assert.Null(running.Tell("bayar", data: ("jumlah", 5)));

        Assert.Equal("""{"ganda":10}""", FeelJson.Plain(running.State.Data["bayar"]));
        Assert.DoesNotContain("c", running.State.Data.Names);
        Assert.DoesNotContain("jumlah", running.State.Data.Names);
    }

    [Fact]
    public void A_cycle_beside_a_task_with_variables_of_its_own_leaves_what_it_maps_outside()
    {
        const string Own = "<zeebe:ioMapping><zeebe:input source=\"=1\" target=\"batas\"/></zeebe:ioMapping>";
        const string Noted =
            "<extensionElements><zeebe:ioMapping><zeebe:output source=\"=if kali = null then 1 else kali + 1\" target=\"kali\"/></zeebe:ioMapping></extensionElements>";
        var running = Case(
            Process(
                "s-a a-e b-x",
                Start()
                    + End()
                    + Task("a", extensions: Own)
                    + Script("x", "batas", "9")
                    + Boundary("b", "a", Noted + Every("R2/PT1H"), interrupts: false)
            )
        );
        running.Pass(TimeSpan.FromHours(1));
        Assert.Equal("1", running.State.Data["kali"].ToString());
        Assert.Equal("9", running.State.Data["batas"].ToString());
        Assert.Equal("1", Assert.Single(running.State.Scopes.Values).Locals["batas"].ToString());
        running.Pass(TimeSpan.FromHours(1));
        Assert.Equal("2", running.State.Data["kali"].ToString());
    }
}
