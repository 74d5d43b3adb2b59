using Genggam.Standards.Feel;

namespace Genggam.Engine.Tests.Replaying;

/// <summary>
/// What a form made of the answers is taken as it was recorded, as long as it would be the same form, level and zones; else
/// the form makes it anew. To tell one from the other, the record here says less than the form would make of what was sent.
/// </summary>
public sealed class FormAgainTests
{
    private const string AnotherForm = """
        {"id":"permohonan","components":[{"type":"group","id":"page_lain","components":[
          {"type":"textfield","key":"pemohon.nama"},{"type":"number","key":"pemohon.penghasilan"}]}]}
        """;

    private static readonly World Recorded = SampleService.World();

    private readonly List<CaseEntry> told = Told();

    [Fact]
    public void By_the_same_form_the_record_counts() => Assert.Equal("open", Under(SampleService.World(limit: 60)));

    [Fact]
    public void By_another_form_what_was_sent_counts()
    {
        Assert.Equal("refused", Under(SampleService.World(limit: 60, applicationForm: AnotherForm)));
        var service = SampleService.World(limit: 60).Core.Service;
        var world = SampleService.World(limit: 60);
        Assert.Equal(
            "refused",
            Under(
                world with
                {
                    Core = world.Core with
                    {
                        Service = service with { Apply = service.Apply with { Form = "verifikasi" } },
                    },
                }
            )
        );
    }

    [Fact]
    public void At_another_level_what_was_sent_counts() =>
        Assert.Equal("refused", Under(SampleService.World(limit: 60) with { Level = EngineLevel.One }));

    [Fact]
    public void With_other_time_zones_what_was_sent_counts() =>
        Assert.Equal(
            "refused",
            Under(SampleService.World(limit: 60) with { Zones = ZoneVersion.Indonesia with { Id = "lain" } })
        );

    /// <summary>80 was sent; what the form made of it says 50.</summary>
    private static List<CaseEntry> Told()
    {
        var running = new RunningCase(Recorded);
        Assert.Null(running.Submit(income: 80));
        var entry = running.Entries[0];
        var data = Assert.IsType<CaseEvent.DataWritten>(entry.Events[1]);
        var less = data.Values.Values.WithAt("pemohon.penghasilan", 50);
        return [entry with { Events = entry.Events.SetItem(1, new CaseEvent.DataWritten(new Personal(less))) }];
    }

    private string Under(World draft) =>
        Replay.Run(Recorded, draft, told, []) switch
        {
            ReplayResult.Same same => same.Outcome.Outcome,
            ReplayResult.Other other => other.WouldBe.Outcome,
            var result => $"{result}",
        };
}
