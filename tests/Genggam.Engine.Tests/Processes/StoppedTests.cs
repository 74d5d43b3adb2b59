using Genggam.Standards.Feel;
using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes;

/// <summary>What stops is seen, stays whole, and goes on where it is tried again.</summary>
public sealed class StoppedTests
{
    private const string TimeOfTask =
        "<timerEventDefinition><timeDuration>=duration(a.lama)</timeDuration></timerEventDefinition>";

    [Theory]
    [InlineData("count")]
    [InlineData("{f: function(x) x}")]
    [InlineData("[1, [function(x) x]]")]
    public void A_script_that_gives_a_function_stops(string feel)
    {
        var running = Case(Process("s-b b-e", Start() + End() + Script("b", "hasil", feel)));

        var incident = Assert.Single(running.State.Incidents.Values);
        Assert.Equal(("b", Incidents.NoValue), (incident.Element, incident.Number));
        EntryCodec.Split(running.Entries[^1], SampleService.World().Core.Service.Subjects);
    }

    [Fact]
    public void A_mapping_that_gives_a_function_is_null_and_says_so()
    {
        const string Mapping = "<zeebe:ioMapping><zeebe:input source=\"=count\" target=\"banyak\"/></zeebe:ioMapping>";
        var running = Case(Process("s-a a-e", Start() + End() + Task("a", extensions: Mapping)));

        Assert.StartsWith("GG-902 process.bpmn:", Assert.Single(running.State.Warnings), StringComparison.Ordinal);
        EntryCodec.Split(running.Entries[^1], SampleService.World().Core.Service.Subjects);
    }

    [Theory]
    [InlineData("pemohon.nik")]
    [InlineData("[1]")]
    [InlineData("{a: 1}")]
    [InlineData("&quot; &quot;")]
    public void An_event_without_a_usable_key_stops_and_takes_nobody_elses_message(string key)
    {
        var running = Case(
            Process("s-tunggu tunggu-e", Start() + End() + Catch("tunggu", Event("message", "m")), Keyed(key))
        );

        Assert.Equal(("tunggu", "correlationKey"), Only(running));
        Assert.Null(running.Tell("bayar", "orang-lain"));
        Assert.Single(running.State.Messages);
    }

    [Theory]
    [InlineData("<sendTask id=\"k\" messageRef=\"m\"/>")]
    [InlineData("<intermediateThrowEvent id=\"k\"><messageEventDefinition messageRef=\"m\"/></intermediateThrowEvent>")]
    public void A_message_whose_key_has_no_value_is_not_sent(string thrower)
    {
        var running = Case(Process("s-k k-e", Start() + End() + thrower, Keyed("pemohon.nik")));

        Assert.Equal(("k", "correlationKey"), Only(running));
        Assert.Empty(running.Entries[^1].Effects);
    }

    [Fact]
    public void A_boundary_without_a_key_is_tried_again_and_its_task_stays()
    {
        var running = Case(
            Process(
                "s-g g-a g-b a-e b-e t-x x-e",
                Start()
                    + End()
                    + "<parallelGateway id=\"g\"/>"
                    + Task("a")
                    + Task("b")
                    + Mark("x")
                    + Boundary("t", "b", Event("message", "m")),
                Keyed("a.kunci")
            )
        );
        var task = running.Task("b");
        running.Do("a", ("kunci", "K-1"));
        Assert.Null(running.Do(new Command.Retry("t"), RunningCase.Supervisor));

        Assert.Equal(task, running.Task("b"));
        Assert.Null(running.Tell("bayar", "K-1"));
        Assert.Equal(["x"], running.Trail());
        running.IsOver();
    }

    [Fact]
    public void An_event_that_cannot_wait_on_two_activities_is_tried_again_on_both()
    {
        var running = Watched(2);
        Assert.Equal(("t", "timer"), Only(running));

        running.Do("a", ("lama", "P1D"));
        Assert.Null(running.Do(new Command.Retry("t"), RunningCase.Supervisor));
        Assert.Equal(["d", "d"], running.Open());
        Assert.Equal(2, running.State.Timers.Count);

        running.Pass(TimeSpan.FromDays(1));
        Assert.Equal(["x", "x"], running.Trail());
        running.IsOver();
    }

    [Fact]
    public void Its_incident_stays_as_long_as_one_of_them_is_open()
    {
        var running = Watched(2);
        running.Do("d");
        Assert.Equal(("t", "timer"), Only(running));

        running.Do("a", ("lama", "P1D"));
        Assert.Null(running.Do(new Command.Retry("t"), RunningCase.Supervisor));
        Assert.Single(running.State.Timers);

        running.Do("d");
        running.IsOver();
    }

    [Fact]
    public void An_activity_where_it_has_come_already_is_not_watched_again()
    {
        var running = Watched(
            2,
            interrupts: false,
            "<timeDuration>=if loopCounter = 1 then duration(\"PT1H\") else duration(a.lama)</timeDuration>"
        );
        running.Pass(TimeSpan.FromHours(2));
        Assert.Equal(["x"], running.Trail());

        running.Do("a", ("lama", "P1D"));
        Assert.Null(running.Do(new Command.Retry("t"), RunningCase.Supervisor));
        Assert.Single(running.State.Timers);
    }

    [Fact]
    public void An_event_that_waits_for_several_things_keeps_those_that_it_did_not_miss()
    {
        var several =
            After("P1D")
            + Event("message", "m")
            + "<timerEventDefinition><timeDuration>=duration(a.lama)</timeDuration></timerEventDefinition>";
        var running = Case(
            Process(
                "s-g g-a g-c a-e c-e",
                Start() + End() + "<parallelGateway id=\"g\"/>" + Task("a") + Catch("c", several),
                Keyed("a.kunci")
            )
        );
        Assert.Equal(("c", "correlationKey#1 timer#2"), Only(running));
        var due = Assert.Single(running.State.Timers.Values).Due;

        running.Pass(TimeSpan.FromHours(5));
        running.Do("a", ("kunci", "K-1"));
        Assert.Null(running.Do(new Command.Retry("c"), RunningCase.Supervisor));
        Assert.Equal(("c", "timer#2"), Only(running));
        Assert.Equal(due, Assert.Single(running.State.Timers.Values).Due);

        Assert.Null(running.Tell("bayar", "K-1"));
        running.IsOver();
    }

    [Fact]
    public void What_a_journal_of_before_says_in_words_is_tried_again_too()
    {
        var running = Watched(1);
        var incident = running.State.Incidents["t"];
        running.Had(new CaseEvent.IncidentRaised("t", incident.Token, incident.Number, "timer"));
        running.Do("a", ("lama", "P1D"));

        Assert.Null(running.Do(new Command.Retry("t"), RunningCase.Supervisor));
        Assert.Single(running.State.Timers);
        Assert.Equal(["d"], running.Open());
    }

    [Fact]
    public void Early_messages_all_reach_a_boundary_that_goes_on()
    {
        var running = Case(
            Process(
                "s-a a-b b-e t-x x-e",
                Start()
                    + End()
                    + Task("a")
                    + Task("b")
                    + Mark("x")
                    + Boundary("t", "b", Event("message", "m"), interrupts: false),
                "<message id=\"m\" name=\"bayar\"/>"
            )
        );
        Assert.Null(running.Tell("bayar"));
        Assert.Null(running.Tell("bayar"));
        running.Do("a");

        Assert.Empty(running.State.Messages);
        Assert.Equal(["x", "x"], running.Trail());
    }

    [Fact]
    public void The_timer_of_an_event_sub_process_that_is_tried_again_waits_again()
    {
        var running = Case(
            Process(
                "s-a a-b b-e",
                Start()
                    + End()
                    + Task("a")
                    + Task("b")
                    + Sub(
                        "h",
                        "hs-x",
                        $"<startEvent id=\"hs\">{TimeOfTask}</startEvent>" + Mark("x"),
                        "triggeredByEvent=\"true\""
                    )
            )
        );
        Assert.Equal(("hs", "timer"), Only(running));
        Assert.Null(running.Do(new Command.Retry("hs"), RunningCase.Supervisor));
        Assert.Equal(("hs", "timer"), Only(running));
        Assert.Empty(running.Trail());

        running.Do("a", ("lama", "P1D"));
        Assert.Null(running.Do(new Command.Retry("hs"), RunningCase.Supervisor));
        Assert.Empty(running.State.Incidents);
        Assert.Empty(running.Trail());
        running.Pass(TimeSpan.FromDays(1));
        Assert.Equal(["x"], running.Trail());
        running.IsOver();
    }

    [Fact]
    public void An_event_gateway_keeps_its_other_ways_when_one_is_tried_again()
    {
        var running = Case(
            Process(
                "s-p p-a p-g a-e g-t g-m t-lama m-pesan lama-e pesan-e",
                Start()
                    + End()
                    + "<parallelGateway id=\"p\"/><eventBasedGateway id=\"g\"/>"
                    + Task("a")
                    + Mark("lama")
                    + Mark("pesan")
                    + Catch("t", TimeOfTask)
                    + Catch("m", Event("message", "m")),
                "<message id=\"m\" name=\"bayar\"/>"
            )
        );
        running.Do("a", ("lama", "P1D"));
        Assert.Null(running.Do(new Command.Retry("t"), RunningCase.Supervisor));

        Assert.Single(running.State.Timers);
        Assert.Null(running.Tell("bayar"));
        Assert.Equal(["pesan"], running.Trail());
        running.IsOver();
    }

    [Fact]
    public void Tokens_stopped_on_their_way_into_a_join_are_joined_when_they_are_tried_again()
    {
        const int Many = 1_200;
        var branches = Enumerable.Range(0, Many).Select(i => $"k{i}").ToList();
        var running = Case(
            Process(
                "s-g j-e " + string.Join(' ', branches.Select(b => $"g-{b} {b}-j")),
                Start()
                    + End()
                    + "<parallelGateway id=\"g\"/><parallelGateway id=\"j\"/>"
                    + string.Concat(branches.Select(b => $"<manualTask id=\"{b}\"/>"))
            )
        );
        Assert.All(running.State.Incidents.Values, i => Assert.Equal(Incidents.TooManySteps, i.Number));

        while (running.State.Incidents.Keys.FirstOrDefault() is { } element)
            Assert.Null(running.Do(new Command.Retry(element), RunningCase.Supervisor));
        running.IsOver();
    }

    [Fact]
    public void An_incident_stays_as_long_as_one_token_is_stopped_there()
    {
        const string Rounds =
            "<multiInstanceLoopCharacteristics><loopCardinality>=2</loopCardinality></multiInstanceLoopCharacteristics>";
        const string Way =
            "<sequenceFlow id=\"p_q\" sourceRef=\"p\" targetRef=\"q\"><conditionExpression>=a.benar = true</conditionExpression></sequenceFlow>";
        var inner = Sub("d", "ds-p", Start("ds") + "<exclusiveGateway id=\"p\"/><manualTask id=\"q\"/>" + Way);
        var running = Case(
            Process(
                "s-w w-e",
                Start()
                    + End()
                    + Sub(
                        "w",
                        "ws-d t-te",
                        Start("ws") + End("te") + Rounds + inner + Boundary("t", "d", After("PT1H"))
                    )
            )
        );
        Assert.Equal(2, running.State.Tokens.Values.Count(t => t.Element == "p"));
        Assert.Null(running.Do(new Command.TimerDue(running.State.Timers.Keys.First()), Actor.System));

        var left = Assert.Single(running.State.Tokens.Values, t => t.Element == "p");
        Assert.Equal(left.Id, running.State.Incidents["p"].Token);
        Assert.Null(running.Do(new Command.Retry("p"), RunningCase.Supervisor));
        Assert.Null(running.Do(new Command.TimerDue(running.State.Timers.Keys.First()), Actor.System));
        running.IsOver();
    }

    [Fact]
    public void More_tokens_than_may_move_at_once_are_tried_again_in_turns()
    {
        static string Rounds(int n) =>
            $"<multiInstanceLoopCharacteristics><loopCardinality>={n}</loopCardinality></multiInstanceLoopCharacteristics>";
        var running = Case(
            Process("s-w w-e", Start() + End() + Sub("w", "ws-a", Start("ws") + Rounds(30) + Task("a", Rounds(60))))
        );
        Assert.NotEmpty(running.State.Incidents);

        for (var tries = 0; tries < 12 && running.State.Incidents.Keys.FirstOrDefault() is { } element; tries++)
            Assert.Null(running.Do(new Command.Retry(element), RunningCase.Supervisor));
        Assert.Empty(running.State.Incidents);
        Assert.Equal(30 * 60, running.State.Tasks.Count);
    }

    [Fact]
    public void Tokens_that_an_activity_began_with_are_not_gathered_again_when_it_stops_twice()
    {
        const int Pairs = 188;
        const string Rounds =
            "<multiInstanceLoopCharacteristics><loopCardinality>=a.banyak</loopCardinality></multiInstanceLoopCharacteristics>";
        var running = Case(
            Process(
                "s-g g-a g-b b-c c-d a-e d-e",
                Start()
                    + End()
                    + "<parallelGateway id=\"g\"/>"
                    + Task("a")
                    + $"<manualTask id=\"b\" completionQuantity=\"{2 * Pairs}\"/>"
                    + $"<manualTask id=\"c\" startQuantity=\"2\">{Rounds}</manualTask>"
                    + Task("d")
            )
        );
        Assert.Equal(Incidents.BadRounds, running.State.Incidents["c"].Number);

        running.Do("a", ("banyak", 6));
        Assert.Null(running.Do(new Command.Retry("c"), RunningCase.Supervisor));
        Assert.Equal(Incidents.TooManySteps, running.State.Incidents["c"].Number);
        for (var tries = 0; tries < 30 && running.State.Incidents.Keys.FirstOrDefault() is { } element; tries++)
            Assert.Null(running.Do(new Command.Retry(element), RunningCase.Supervisor));

        Assert.Empty(running.State.Incidents);
        Assert.Equal(Pairs, running.State.Tasks.Count);
    }

    [Fact]
    public void Tokens_on_their_way_to_an_event_go_on_though_another_could_not_wait_there()
    {
        static string Many(string id) => $"<manualTask id=\"{id}\" completionQuantity=\"600\"/>";
        var time = Catch("c", TimeOfTask.Replace("a.lama", "b.lama", StringComparison.Ordinal));
        var running = Case(
            Process(
                "s-g g-a g-b g-m g-n a-c m-c n-c c-e b-e",
                Start() + End() + "<parallelGateway id=\"g\"/>" + Task("a") + Task("b") + Many("m") + Many("n") + time
            )
        );
        Assert.Equal(Incidents.TooManySteps, running.State.Incidents["c"].Number);
        running.Do("a");
        Assert.Equal(("c", "timer"), Only(running));

        running.Do("b", ("lama", "P1D"));
        for (var tries = 0; tries < 12 && running.State.Incidents.Keys.FirstOrDefault() is { } element; tries++)
            Assert.Null(running.Do(new Command.Retry(element), RunningCase.Supervisor));
        Assert.Empty(running.State.Incidents);
        Assert.Equal(1_201, running.State.Timers.Count);
    }

    /// <summary>So many rounds with a task <c>d</c>, each watched by <c>t</c>, beside a task <c>a</c>.</summary>
    private static RunningCase Watched(
        int rounds,
        bool interrupts = true,
        string time = "<timeDuration>=duration(a.lama)</timeDuration>"
    )
    {
        var many =
            $"<multiInstanceLoopCharacteristics><loopCardinality>={rounds}</loopCardinality></multiInstanceLoopCharacteristics>";
        var watch = Boundary("t", "d", $"<timerEventDefinition>{time}</timerEventDefinition>", interrupts);
        return Case(
            Process(
                "s-g g-a g-w a-e w-e",
                Start()
                    + End()
                    + "<parallelGateway id=\"g\"/>"
                    + Task("a")
                    + Sub("w", "ws-d d-we t-x", many + Start("ws") + Task("d") + End("we") + watch + Mark("x"))
            )
        );
    }

    private static (string, string) Only(RunningCase running)
    {
        var incident = Assert.Single(running.State.Incidents.Values);
        Assert.Equal(Incidents.NoValue, incident.Number);
        return (incident.Element, incident.Problem);
    }

    private static string Keyed(string key) =>
        $"<message id=\"m\" name=\"bayar\"><extensionElements><zeebe:subscription correlationKey=\"={key}\"/></extensionElements></message>";
}
