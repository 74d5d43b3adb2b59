namespace Genggam.Engine.Tests;

/// <summary>An income that the form does not ask for does not decide, whoever sends it.</summary>
public sealed class HiddenAnswerTests
{
    private const string Form = """
        {"id":"permohonan","components":[{"type":"group","id":"page_pemohon","components":[
          {"type":"textfield","key":"pemohon.nama","validate":{"required":true,"maxLength":50}},
          {"type":"number","key":"pemohon.penghasilan","conditional":{"hide":"=pemohon.nama = \"Tanpa\""}}]}]}
        """;

    private readonly RunningCase running = new(SampleService.World(applicationForm: Form));

    [Fact]
    public void A_hidden_answer_of_an_application_is_not_kept_and_not_decided_by()
    {
        Assert.Equal(Refusals.NotEligible, running.Submit(200, "Siti")!.Number);

        var other = new RunningCase(SampleService.World(applicationForm: Form));

        Assert.Null(other.Submit(200, "Tanpa"));
        Assert.True(other.State.Data.At("pemohon.penghasilan").IsNull);
    }

    [Fact]
    public void An_answer_that_a_correction_hides_is_taken_away()
    {
        running.Submit(80, "Siti");
        running.Claim("verifikasi", RunningCase.Verifier);
        Assert.Null(
            running.Finish(
                "verifikasi",
                "return",
                RunningCase.Verifier,
                null,
                new Defect("pemohon.nama", Personal.Text("Salah"))
            )
        );

        Assert.Null(running.Correct("perbaikan", "pemohon.nama", "Tanpa"));

        Assert.True(running.State.Data.At("pemohon.penghasilan").IsNull);
        Assert.Equal("Tanpa", $"{running.State.Data.At("pemohon.nama")}".Trim('"'));
    }
}
