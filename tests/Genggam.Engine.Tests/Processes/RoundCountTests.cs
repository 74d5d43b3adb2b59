using Genggam.Standards.Feel;
using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes;

/// <summary>What loops count, and what their rounds throw (BPMN 2.0, 10.3.8).</summary>
public sealed class RoundCountTests
{
    [Theory]
    [InlineData("numberOfInstances &lt; 3", 3)]
    [InlineData("numberOfCompletedInstances &lt; 2", 2)]
    [InlineData("loopCounter &lt; 4", 4)]
    [InlineData("numberOfTerminatedInstances = 0 and numberOfActiveInstances = 0", 5)]
    public void A_loop_counts_its_rounds(string goesOn, int rounds)
    {
        var loop =
            $"<standardLoopCharacteristics loopMaximum=\"5\"><loopCondition>={goesOn}</loopCondition></standardLoopCharacteristics>";
        var unlimited = loop.Replace(" loopMaximum=\"5\"", "", StringComparison.Ordinal);
        string Counted(string how) =>
            Process("s-a a-e", Start() + End() + Script("a", "n", "if n = null then 1 else n + 1", how));

        if (rounds < 5)
            Assert.Equal($"{rounds}", Case(Counted(unlimited)).State.Data["n"].ToString());
        // All five are its instances from the first on.
        var expected = goesOn.StartsWith("numberOfInstances", StringComparison.Ordinal) ? 1 : rounds;
        Assert.Equal($"{expected}", Case(Counted(loop)).State.Data["n"].ToString());
    }

    [Theory]
    [InlineData("numberOfInstances = 2", true, 2)]
    [InlineData("numberOfInstances = 3", false, 1)]
    [InlineData("numberOfActiveInstances = 1", false, 2)]
    [InlineData("numberOfActiveInstances = 0", true, 1)]
    [InlineData("numberOfCompletedInstances = 2", false, 2)]
    [InlineData("numberOfTerminatedInstances = 0", false, 1)]
    [InlineData("false", false, 3)]
    [InlineData("sum(semua) = 3", false, 2)]
    public void Instances_end_by_what_their_condition_counts(string ends, bool sequential, int done)
    {
        var many = $"""
            <multiInstanceLoopCharacteristics isSequential="{(sequential ? "true" : "false")}"><extensionElements>
            <zeebe:loopCharacteristics inputCollection="=[1, 2, 3]" inputElement="butir" outputCollection="semua" outputElement="=butir"/></extensionElements>
            <completionCondition>={ends}</completionCondition></multiInstanceLoopCharacteristics>
            """;
        var running = Case(Process("s-a a-e", Start() + End() + Task("a", many)));
        for (var i = 0; i < done; i++)
        {
            Assert.Equal(CaseStatus.Open, running.State.Status);
            running.Do("a");
        }

        running.IsOver();
        Assert.Equal(done, ((FeelList)running.State.Data["semua"]).Items.Length);
    }

    [Fact]
    public void A_loop_that_tests_before_may_have_no_round()
    {
        const string Loop =
            "<standardLoopCharacteristics testBefore=\"true\"><loopCondition>=n &lt; 1</loopCondition></standardLoopCharacteristics>";
        string From(int n) =>
            Process("s-n n-a a-e", Start() + End() + Script("n", "n", $"{n}") + Script("a", "n", "n + 1", Loop));
        Assert.Equal("1", Case(From(1)).State.Data["n"].ToString());
        Assert.Equal("1", Case(From(0)).State.Data["n"].ToString());
        Assert.Equal(
            "1",
            Case(From(0).Replace(" testBefore=\"true\"", "", StringComparison.Ordinal)).State.Data["n"].ToString()
        );
        Assert.Equal(
            "2",
            Case(From(1).Replace(" testBefore=\"true\"", "", StringComparison.Ordinal)).State.Data["n"].ToString()
        );
    }

    [Theory]
    [InlineData("None", "noneBehaviorEventRef=\"d\"", 3)]
    [InlineData("One", "oneBehaviorEventRef=\"d\"", 1)]
    [InlineData("All", "oneBehaviorEventRef=\"d\"", 0)]
    public void A_round_that_is_done_may_be_told_at_the_boundary_of_the_whole(
        string behaviour,
        string throws,
        int times
    )
    {
        var many =
            $"<multiInstanceLoopCharacteristics behavior=\"{behaviour}\" {throws}><loopCardinality>=3</loopCardinality></multiInstanceLoopCharacteristics>";
        Rounds(many, times);
    }

    [Fact]
    public void Or_where_its_condition_holds()
    {
        const string Thrown =
            "<complexBehaviorDefinition><condition>=numberOfCompletedInstances = 2</condition><event><signalEventDefinition signalRef=\"g\"/></event></complexBehaviorDefinition>";
        Rounds(
            $"<multiInstanceLoopCharacteristics behavior=\"Complex\"><loopCardinality>=3</loopCardinality>{Thrown}</multiInstanceLoopCharacteristics>",
            1
        );
    }

    private static void Rounds(string many, int times)
    {
        var running = Case(
            Process(
                "s-a a-e t-x l-y",
                Start()
                    + End()
                    + Task("a", many)
                    + Mark("x")
                    + Mark("y")
                    + Boundary("t", "a", Event("signal", "g"), interrupts: false)
                    + Boundary("l", "a", Event("signal", "h"), interrupts: false),
                "<signal id=\"g\" name=\"g\"/><signal id=\"h\" name=\"h\"/><signalEventDefinition id=\"d\" signalRef=\"g\"/>"
            )
        );
        running.Do("a");
        running.Do("a");
        running.Do("a");
        Assert.Equal(Enumerable.Repeat("x", times), running.Trail());
        running.IsOver();
    }
}
