using System.Collections.Immutable;
using Genggam.Standards.Feel;
using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Replaying;

/// <summary>An answer is used again where all that was shown is the same; what nobody was shown may be otherwise.</summary>
public sealed class SightTests
{
    private const string Checked = "<zeebe:formDefinition formId=\"verifikasi\"/>";

    private const string Letter =
        "<serviceTask id=\"surat\"><extensionElements><zeebe:taskDefinition type=\"issue-document\"/><zeebe:taskHeaders><zeebe:header key=\"letter\" value=\"izin\"/></zeebe:taskHeaders></extensionElements></serviceTask>";

    [Fact]
    public void A_result_that_is_on_no_page_of_the_officer_leaves_the_answer_as_it_is() =>
        Assert.Null(Judged(Counts("1"), Counts("2")));

    [Fact]
    public void So_does_a_result_that_the_draft_begins_to_write()
    {
        var without = Process("s-a a-e", Start() + End() + Task("a", extensions: Checked));
        Assert.Null(Judged(without, Counts("1")));
        Assert.Null(Judged(Counts("1"), without));
    }

    [Theory]
    [InlineData("""{"type":"checkbox","key":"lain","conditional":{"hide":"=tahu = 1"}}""")]
    [InlineData("""{"type":"textfield","key":"tahu"}""")]
    [InlineData("""{"type":"textfield","key":"tahu.dari"}""")]
    [InlineData("""{"type":"select","key":"lain","valuesExpression":"=[string(tahu)]"}""")]
    [InlineData(
        """{"type":"dynamiclist","path":"baris","components":[{"type":"checkbox","key":"ya","conditional":{"hide":"=parent.tahu = 1"}}]}"""
    )]
    [InlineData(
        """{"type":"dynamiclist","path":"baris","components":[{"type":"checkbox","key":"ya","conditional":{"hide":"=count(_parent_) = 1"}}]}"""
    )]
    public void What_the_form_of_the_task_reads_was_shown(string part)
    {
        var form = SampleService.VerificationForm.Replace(
            """{"type":"checkbox","key":"sesuai","validate":{"required":true}}""",
            part,
            StringComparison.Ordinal
        );
        Assert.Equal("a", Judged(Counts("1"), Counts("2"), verificationForm: form));
    }

    [Fact]
    public void The_application_stands_beside_every_task_and_what_it_reads_was_shown()
    {
        const string Form = """
            {"id":"permohonan","components":[{"type":"group","id":"page_pemohon","components":[
              {"type":"number","key":"pemohon.penghasilan"},
              {"type":"textfield","key":"pemohon.nama","conditional":{"hide":"=tahu = 1"}}]}]}
            """;
        Assert.Equal("a", Judged(Counts("1"), Counts("2"), applicationForm: Form));
    }

    [Fact]
    public void Words_of_the_form_that_name_a_result_show_it()
    {
        var words = SampleService.VerificationForm.Replace(
            "\"components\":[\n      {\"type\":\"checkbox\"",
            "\"components\":[\n      {\"type\":\"text\",\"id\":\"ket\",\"text\":\"-\"},{\"type\":\"checkbox\"",
            StringComparison.Ordinal
        );
        Assert.Equal("a", Judged(Counts("1"), Counts("2"), words, text: "Hasil hitung: {{tahu}}"));
        Assert.Null(Judged(Counts("1"), Counts("2"), words, text: "Hasil hitung: {{tahunya}}"));
    }

    [Fact]
    public void Before_a_letter_its_draft_shows_everything()
    {
        static string Signed(string feel) =>
            Process(
                "s-k k-a a-surat surat-e",
                Start() + End() + Script("k", "tahu", feel) + Task("a", extensions: Checked) + Letter
            );
        static string SignedLater(string feel) =>
            Process(
                "s-k k-a a-b b-surat surat-e",
                Start() + End() + Script("k", "tahu", feel) + Task("a", extensions: Checked) + Task("b") + Letter
            );
        Assert.Equal("a", Judged(Signed("1"), Signed("2")));
        Assert.Equal("b", Judged(SignedLater("1"), SignedLater("2"), done: ["a", "b"]));
    }

    [Fact]
    public void What_followed_a_finished_task_stands_in_the_history_for_the_next()
    {
        static string Then(string feel) =>
            Process("s-a a-k k-b b-e", Start() + End() + Task("a") + Script("k", "tahu", feel) + Task("b"));

        Assert.Equal("b", Judged(Then("1"), Then("2"), done: ["a", "b"]));
        Assert.Equal(
            "b",
            Judged(Then("{ alasan: &quot;lambat&quot; }"), Then("{ alasan: &quot;cepat&quot; }"), done: ["a", "b"])
        );
        Assert.Null(
            Judged(
                Then("{ alasan: &quot;lambat&quot;, hari: 1 }"),
                Then("{ alasan: &quot;lambat&quot;, hari: 2 }"),
                done: ["a", "b"]
            )
        );
    }

    [Fact]
    public void Where_the_draft_asks_elsewhere_that_is_where_somebody_must_judge()
    {
        static string Way(string limit) =>
            Process(
                "s-k k-g g-b a-e b-a",
                Start()
                    + End()
                    + Script("k", "tahu", limit)
                    + "<exclusiveGateway id=\"g\" default=\"g_b\"/>"
                    + "<sequenceFlow id=\"g_a\" sourceRef=\"g\" targetRef=\"a\"><conditionExpression>=tahu = 1</conditionExpression></sequenceFlow>"
                    + Task("a")
                    + Task("b")
            );
        Assert.Equal("b", Judged(Way("1"), Way("2")));
        Assert.Equal("a", Judged(Way("2"), Way("1"), done: ["b", "a"]));
    }

    private static string Counts(string feel) =>
        Process("s-k k-a a-e", Start() + End() + Script("k", "tahu", feel) + Task("a", extensions: Checked));

    /// <summary>Where somebody must judge anew; null where the case ends the same.</summary>
    private static string? Judged(
        string recorded,
        string draft,
        string verificationForm = SampleService.VerificationForm,
        string? applicationForm = null,
        string? text = null,
        string[]? done = null
    )
    {
        var running = new RunningCase(World(recorded));
        Assert.Null(running.Submit());
        foreach (var task in done ?? ["a"])
            running.Do(task, ("sesuai", FeelBoolean.True));
        var result = Replay.Run(World(recorded), World(draft), running.Entries, []);
        if (result is ReplayResult.NeedsJudgement judgement)
            return judgement.Element;
        Assert.IsType<ReplayResult.Same>(result);
        return null;

        World World(string process)
        {
            var world = applicationForm is null
                ? SampleService.World(process: process, verificationForm: verificationForm)
                : SampleService.World(
                    process: process,
                    verificationForm: verificationForm,
                    applicationForm: applicationForm
                );
            var book = TextBook.Empty with
            {
                Entries = TextBook.Empty.Entries.Add("forms.verifikasi.texts.ket", text ?? "-"),
            };
            return world with { Core = world.Core with { Texts = world.Core.Texts.Add("id", book) } };
        }
    }
}
