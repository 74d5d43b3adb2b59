namespace Genggam.Engine.Tests;

public sealed class StepsAheadTests
{
    [Theory]
    [InlineData(80, new[] { "tandatangan" })]
    [InlineData(95, new[] { "persetujuan", "tandatangan" })]
    public void A_branch_that_the_application_has_settled_is_ahead_or_is_not(int income, string[] ahead) =>
        Assert.Equal(ahead, After("verifikasi", "=pemohon.penghasilan &gt; 90", income));

    [Fact]
    public void A_branch_that_the_task_itself_decides_is_ahead() =>
        Assert.Equal(["persetujuan", "tandatangan"], After("verifikasi", "=verifikasi.besar = true", 80));

    [Fact]
    public void What_follows_a_correction_is_not_ahead() =>
        Assert.DoesNotContain("verifikasi", After("verifikasi", "=pemohon.penghasilan &gt; 90", 80));

    private static string[] After(string element, string condition, int income)
    {
        var world = SampleService.World(
            process: SampleService.Process.Replace(
                """<sequenceFlow id="setuju" sourceRef="hasil" targetRef="tandatangan"/>""",
                $"""
                <sequenceFlow id="setuju" sourceRef="hasil" targetRef="besar"/>
                <exclusiveGateway id="besar" default="biasa"/>
                <sequenceFlow id="perlu" sourceRef="besar" targetRef="persetujuan"><conditionExpression>{condition}</conditionExpression></sequenceFlow>
                <userTask id="persetujuan"><extensionElements><zeebe:assignmentDefinition candidateGroups="kepala"/></extensionElements></userTask>
                <sequenceFlow id="disetujui" sourceRef="persetujuan" targetRef="tandatangan"/>
                <sequenceFlow id="biasa" sourceRef="besar" targetRef="tandatangan"/>
                """,
                StringComparison.Ordinal
            )
        );
        var running = new RunningCase(world);
        Assert.Null(running.Submit(income));
        return [.. StepsAhead.Of(world.Core, running.State, element).Select(t => t.Id).Order(StringComparer.Ordinal)];
    }
}
