using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes.Journaled;

/// <summary>All that the journal keeps of the ordinary way of a case.</summary>
public sealed class WayTests
{
    private readonly RunningCase running = new(SampleService.World());

    [Fact]
    public void An_application_opens_the_case_starts_the_clock_and_waits_at_its_first_task()
    {
        Assert.Null(running.Submit());
        running.Says(
            """
            opened B-1 dinas Asia/Jakarta warga
            data {"pemohon":{"nama":"Siti Contoh","penghasilan":80}}
            clock 08-13T09:00:00 to 08-18T16:00:00
            decision kelayakan at aturan: kelayakan/cukup
            data {"kelayakan":{"boleh":true,"alasan":"memenuhi_syarat"}}
            token 1 at verifikasi by f2
            task verifikasi.1 of 1 for verifikator with verifikasi
            timer lama@1 of 1 at 08-14T09:00:00
            asks 1.0 timer lama@1 at 08-14T09:00:00
            """
        );
    }

    [Fact]
    public void An_approval_ends_what_hung_on_its_task_and_opens_the_next()
    {
        Assert.Null(running.Submit());
        Assert.Null(running.Claim("verifikasi", RunningCase.Verifier));
        running.Says(
            """
            assigned verifikasi.1 to vera
            """
        );
        Assert.Null(running.Finish("verifikasi", "approve", RunningCase.Verifier));
        running.Says(
            """
            done verifikasi.1 approve by vera
            data {"verifikasi":{"sesuai":true,"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            timer cleared lama@1
            taken 1
            token 2 at tandatangan by setuju
            task tandatangan.1 of 2 for kepala
            asks 3.0 clear lama@1
            """
        );
    }

    [Fact]
    public void A_return_stops_the_clock_and_a_correction_starts_it_anew()
    {
        Assert.Null(running.Submit());
        running.Claim("verifikasi", RunningCase.Verifier);
        running.Finish("verifikasi", "return", RunningCase.Verifier, null, new Defect("pemohon.nama", "Kurang."));
        running.Says(
            """
            done verifikasi.1 return by vera
            data {"verifikasi":{"outcome":"return","reasons":null,"on":"2026-08-13"}}
            Returned
            timer cleared lama@1
            taken 1
            token 2 at perbaikan by kembali
            task perbaikan.1 of 2 for pemohon with permohonan
            clock stopped
            asks 3.0 clear lama@1
            """
        );
        running.Now = running.Now.AddDays(4);
        Assert.Null(running.Correct("perbaikan", "pemohon.nama", "Siti"));
        running.Says(
            """
            done perbaikan.1 approve by warga
            data {"pemohon":{"nama":"Siti"}}
            clock 08-17T09:00:00 to 08-19T16:00:00
            taken 2
            decision kelayakan at aturan: kelayakan/cukup
            data {"kelayakan":{"boleh":true,"alasan":"memenuhi_syarat"}}
            token 3 at verifikasi by f2
            task verifikasi.2 of 3 for verifikator with verifikasi
            timer lama@3 of 3 at 08-18T09:00:00
            asks 4.0 timer lama@3 at 08-18T09:00:00
            """
        );
    }

    [Fact]
    public void A_rejection_is_the_act_and_the_end()
    {
        Assert.Null(running.Submit());
        running.Claim("verifikasi", RunningCase.Verifier);
        running.Finish("verifikasi", "reject", RunningCase.Verifier, "Tidak benar.");
        running.Says(
            """
            done verifikasi.1 reject by vera
            data {"verifikasi":{"outcome":"reject","reasons":"Tidak benar.","on":"2026-08-13"}}
            timer cleared lama@1
            taken 1
            determined rejected ditolak_petugas : 
            closed rejected
            asks 3.0 clear lama@1
            """
        );
    }

    [Fact]
    public void A_signature_is_followed_by_the_act_and_the_letter()
    {
        Assert.Null(running.Submit());
        running.Claim("verifikasi", RunningCase.Verifier);
        running.Finish("verifikasi", "approve", RunningCase.Verifier);
        running.Claim("tandatangan", RunningCase.Head);
        running.Finish("tandatangan", "approve", RunningCase.Head);
        running.Says(
            """
            done tandatangan.1 approve by kadis
            data {"tandatangan":{"sesuai":true,"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 2
            determined granted memenuhi_syarat : 
            token 3 at terbit by f7
            awaited 5.0 at terbit of 3
            asks 5.0 issue izin
            """
        );
        running.Issue();
        running.Says(
            """
            answered 5.0
            DocumentIssued
            taken 3
            closed granted
            """
        );
    }

    [Fact]
    public void A_reminder_tells_and_is_over()
    {
        Assert.Null(running.Submit());
        running.Pass(TimeSpan.FromDays(1));
        running.Says(
            """
            timer cleared lama@1
            asks 2.0 notice lama
            """
        );
    }

    [Fact]
    public void A_withdrawal_ends_all_that_waited()
    {
        var drawn = Case(
            Process(
                "s-g g-a g-c g-sub c-e",
                Start()
                    + End()
                    + "<parallelGateway id=\"g\"/>"
                    + Task("a")
                    + Boundary("t", "a", After("P1D"))
                    + Catch("c", Event("message", "m"))
                    + Sub("sub", "s1-b", Start("s1") + Task("b"))
                    + Sub(
                        "h",
                        "hs-x",
                        $"<startEvent id=\"hs\">{Event("signal", "k")}</startEvent>" + Mark("x"),
                        "triggeredByEvent=\"true\""
                    ),
                "<message id=\"m\" name=\"bayar\"/><signal id=\"k\" name=\"kabar\"/>"
            )
        );
        drawn.Begins(
            """
            waits hs@s0 for signal kabar
            token 1 at a by g_a
            task a.1 of 1 for kepala
            timer t@1 of 1 at 08-14T09:00:00
            token 2 at c by g_c
            waits c@2 for message bayar of 2
            token 3 at sub by g_sub
            scope 4 Body sub of 3
            token 5 at b by s1_b in 4
            task b.1 of 5 for kepala
            asks 1.0 timer t@1 at 08-14T09:00:00
            """
        );
        Assert.Null(drawn.Do(new Command.Withdraw(Personal.Text("Keliru.")), RunningCase.Citizen));
        drawn.Says(
            """
            Commented
            cancelled b.1
            taken 5
            scope closed 4
            cancelled a.1
            timer cleared t@1
            taken 1
            waits no more c@2
            taken 2
            taken 3
            waits no more hs@s0
            closed withdrawn
            asks 2.0 clear t@1
            """
        );
    }

    [Fact]
    public void A_service_task_tells_the_applicant_and_goes_on()
    {
        const string Notice =
            "<serviceTask id=\"n\"><extensionElements><zeebe:taskDefinition type=\"send-notice\"/><zeebe:taskHeaders><zeebe:header key=\"notice\" value=\"diterima\"/></zeebe:taskHeaders></extensionElements></serviceTask>";
        Case(Process("s-n n-e", Start() + End() + Notice))
            .Begins(
                """
                closed completed
                asks 1.0 notice diterima
                """
            );
    }

    [Fact]
    public void The_act_rests_on_the_rules_that_were_asked_in_the_same_step()
    {
        const string Asked =
            "<businessRuleTask id=\"r\"><extensionElements><zeebe:calledDecision decisionId=\"kelayakan\" resultVariable=\"hasil.aturan\"/></extensionElements></businessRuleTask>";
        const string Act =
            "<serviceTask id=\"d\"><extensionElements><zeebe:taskDefinition type=\"determine\"/><zeebe:taskHeaders><zeebe:header key=\"outcome\" value=\"granted\"/><zeebe:header key=\"reason\" value=\"=hasil.aturan.alasan\"/><zeebe:header key=\"legalBasis\" value=\"uu\"/></zeebe:taskHeaders></extensionElements></serviceTask>";
        Case(Process("s-r r-d d-e", Start() + End() + Asked + Act))
            .Begins(
                """
                decision kelayakan at r: kelayakan/cukup
                data {"hasil":{"aturan":{"boleh":true,"alasan":"memenuhi_syarat"}}}
                determined granted memenuhi_syarat uu: kelayakan/cukup
                closed granted
                """
            );
    }

    [Fact]
    public void An_act_without_an_outcome_is_none_and_the_case_stops_before_it()
    {
        const string Act =
            "<serviceTask id=\"d\"><extensionElements><zeebe:taskDefinition type=\"determine\"/><zeebe:taskHeaders><zeebe:header key=\"outcome\" value=\"=7\"/></zeebe:taskHeaders></extensionElements></serviceTask>";
        var stopped = Case(Process("s-d d-e", Start() + End() + Act));
        stopped.Begins(
            """
            token 1 at d Begun
            incident GG-902 at d of 1: outcome
            """
        );
        Assert.Null(stopped.Do(new Command.Retry("d"), RunningCase.Supervisor));
        stopped.Says(
            """
            incident cleared d
            taken 1
            token 2 at d Begun
            incident GG-902 at d of 2: outcome
            """
        );
    }
}
