using System.Collections.Immutable;

namespace Genggam.Engine.Tests.Replaying;

/// <summary>What made the difference, told with it.</summary>
public sealed class CauseTests
{
    private static readonly World Recorded = SampleService.World();

    [Fact]
    public void A_case_that_is_the_same_has_no_cause() => Assert.Null(Of(Recorded));

    [Fact]
    public void An_application_that_would_be_refused_names_the_decision_and_the_rule() =>
        Says(CauseKind.Guard, "kelayakan", [], ["kelayakan/terlalu_tinggi"], Of(SampleService.World(limit: 50)));

    [Fact]
    public void One_that_would_be_let_in_names_the_rule_that_refused_it()
    {
        var running = new RunningCase(Recorded);
        running.Submit(income: 150);
        Says(
            CauseKind.Guard,
            "kelayakan",
            ["kelayakan/terlalu_tinggi"],
            [],
            Replay.Run(Recorded, SampleService.World(limit: 200), running.Entries, []).Cause
        );
    }

    [Fact]
    public void An_answer_that_would_be_missing_names_the_field()
    {
        const string Form = """
            {"id":"permohonan","components":[{"type":"group","id":"page_pemohon","components":[
              {"type":"textfield","key":"pemohon.nama","validate":{"required":true,"maxLength":50}},
              {"type":"textfield","key":"pemohon.telepon","validate":{"required":true}},
              {"type":"number","key":"pemohon.penghasilan","validate":{"required":true,"min":0}}]}]}
            """;
        Says(CauseKind.Field, "pemohon.telepon", [], ["FORM-101"], Of(SampleService.World(applicationForm: Form)));
    }

    [Fact]
    public void A_decision_that_gives_something_else_by_another_rule_or_by_the_same_is_named()
    {
        // Nobody is refused at the door here, so that the decision in the process is where they part.
        var (was, other) = (Open(Recorded), Open(SampleService.World(limit: 50)));
        var running = new RunningCase(was).Granted();
        Says(
            CauseKind.Decision,
            "kelayakan",
            ["kelayakan/cukup"],
            ["kelayakan/terlalu_tinggi"],
            Replay.Run(was, other, running.Entries, []).Cause
        );
    }

    [Fact]
    public void A_process_that_goes_another_way_names_the_elements()
    {
        var draft = Changed(
            "sourceRef=\"hasil\" targetRef=\"tandatangan\"",
            "sourceRef=\"hasil\" targetRef=\"mengabulkan\""
        );
        var result = Replay.Run(Recorded, draft, new RunningCase(Recorded).Granted().Entries, []);
        Says(CauseKind.Element, "tandatangan", ["tandatangan"], ["granted", "memenuhi_syarat"], result.Cause);
    }

    [Fact]
    public void Another_reason_in_the_act_is_the_act()
    {
        var cause = Of(Changed("\"=kelayakan.alasan\"", "\"lain\""));
        Says(CauseKind.Determination, "", ["granted", "memenuhi_syarat"], ["granted", "lain"], cause);
    }

    [Fact]
    public void An_officer_who_would_be_shown_another_form_names_the_form() =>
        Says(
            CauseKind.Form,
            "verifikasi",
            [],
            [],
            Of(
                SampleService.World(
                    verificationForm: SampleService.VerificationForm.Replace(
                        "page_hasil",
                        "page_lain",
                        StringComparison.Ordinal
                    )
                )
            )
        );

    [Fact]
    public void A_fee_and_a_promise_of_time_are_causes_of_their_own()
    {
        var service = Recorded.Core.Service;
        Says(CauseKind.Fee, "", [], [], Of(With(service with { Fee = service.Fee with { Amount = 1 } })));
        Says(
            CauseKind.TimeLimit,
            "",
            [],
            [],
            Of(With(service with { TimeLimit = service.TimeLimit with { Amount = 9 } }))
        );
    }

    [Fact]
    public void A_step_that_its_officer_might_not_take_names_the_refusal()
    {
        var draft = Changed(
            "<zeebe:formDefinition formId=\"verifikasi\"/><zeebe:assignmentDefinition candidateGroups=\"verifikator\"/>",
            "<zeebe:formDefinition formId=\"verifikasi\"/><zeebe:assignmentDefinition candidateGroups=\"kepala\"/>"
        );
        Says(CauseKind.Step, "Claim", [], [Refusals.NotYourRole], Of(draft));
    }

    private static World Open(World world) =>
        With(world, world.Core.Service with { Apply = world.Core.Service.Apply with { Guard = null } });

    private static World With(ServiceDefinition service) => With(Recorded, service);

    private static World With(World world, ServiceDefinition service) =>
        world with
        {
            Core = world.Core with { Service = service },
        };

    private static World Changed(string from, string to)
    {
        Assert.Contains(from, SampleService.Process, StringComparison.Ordinal);
        return SampleService.World(process: SampleService.Process.Replace(from, to, StringComparison.Ordinal));
    }

    private static Cause? Of(World draft) =>
        Replay.Run(Recorded, draft, new RunningCase(Recorded).Granted().Entries, []).Cause;

    private static void Says(
        CauseKind kind,
        string where,
        ImmutableArray<string> was,
        ImmutableArray<string> would,
        Cause? cause
    ) => Assert.Equal(new Cause(kind, where, was, would), cause);
}
