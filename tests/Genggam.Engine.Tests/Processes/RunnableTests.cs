using Genggam.Standards;
using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes;

/// <summary>What would be lost or never read is refused before a case runs.</summary>
public sealed class RunnableTests
{
    private const string Message = "<message id=\"m\" name=\"bayar\"/>";

    [Fact]
    public void A_script_whose_result_goes_nowhere_is_refused()
    {
        var script = Script("a", "", "1 + 1").Replace(" resultVariable=\"\"", "", StringComparison.Ordinal);

        Refused("RUN-001", "a", "resultVariable", Process("s-a a-e", Start() + End() + script));
    }

    public static TheoryData<string, string> Hidden =>
        new()
        {
            { "a", Script("a", "berkas", "1") },
            { "a", Script("a", "berkas.jumlah", "1") },
            { "a", Mapped("input") },
            { "a", Mapped("output") },
            { "a", Task("a", Many("inputElement=\"berkas\"")) },
            { "a", Task("a", Many("outputCollection=\"berkas\" outputElement=\"=1\"")) },
            { "a", Sub("a", "as-ae", Start("as") + End("ae") + "<dataObject id=\"d\" name=\"berkas\"/>") },
            { "izin", Script("a", "b", "1") + "<dataObject id=\"d\" name=\"berkas\"/>" },
        };

    [Theory]
    [MemberData(nameof(Hidden))]
    public void What_is_written_under_the_name_of_the_case_is_refused(string element, string elements) =>
        Refused("RUN-004", element, "berkas", Process("s-a a-e", Start() + End() + elements));

    [Fact]
    public void So_is_a_task_whose_answers_would_lie_under_it() =>
        Refused("RUN-004", "berkas", "berkas", Process("s-berkas berkas-e", Start() + End() + Task("berkas")));

    [Fact]
    public void An_event_that_brings_no_data_may_have_any_name() =>
        Assert.Empty(Problems(Process("s-berkas berkas-e", Start() + End() + Catch("berkas", After("PT1H")))));

    public static TheoryData<string, string> Lost =>
        new()
        {
            { "loop", Receive(Many("")) },
            { "boundary event", Receive("") + Boundary("b", "r", After("PT1H")) },
            {
                "input mapping",
                Receive(
                    "<extensionElements><zeebe:ioMapping><zeebe:input source=\"=1\" target=\"x\"/></zeebe:ioMapping></extensionElements>"
                )
            },
            { "startQuantity", Receive("", "startQuantity=\"2\"") },
        };

    [Theory]
    [MemberData(nameof(Lost))]
    public void A_task_behind_an_event_gateway_waits_for_its_message_and_no_more(string part, string receive) =>
        Refused(
            "RUN-001",
            "r",
            part,
            Process(
                "s-g g-r g-t r-e t-e",
                Start() + End() + "<eventBasedGateway id=\"g\"/>" + Catch("t", After("PT1H")) + receive,
                Message
            )
        );

    [Fact]
    public void The_same_task_elsewhere_has_all_of_it() =>
        Assert.Empty(
            Problems(
                Process("s-r r-e b-e", Start() + End() + Receive(Many("")) + Boundary("b", "r", After("PT1H")), Message)
            )
        );

    private static string Receive(string inside, string attributes = "") =>
        $"<receiveTask id=\"r\" messageRef=\"m\" {attributes}>{inside}</receiveTask>";

    private static string Mapped(string way) =>
        Task(
            "a",
            extensions: $"<zeebe:ioMapping><zeebe:{way} source=\"=1\" target=\"berkas.nilai\"/></zeebe:ioMapping>"
        );

    private static string Many(string collection) =>
        $"<multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection=\"=[1, 2]\" {collection}/></extensionElements></multiInstanceLoopCharacteristics>";

    private static void Refused(string number, string element, string word, string process)
    {
        var problem = Assert.Single(Problems(process));
        Assert.Equal((number, element), (problem.Number, problem.Place.Element));
        Assert.Contains(word, problem.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<Problem> Problems(string process) =>
        Runnable.Problems(SampleService.World(process: process).Core);
}
