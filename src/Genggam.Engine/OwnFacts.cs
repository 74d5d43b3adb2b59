using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>What FEEL reads of the case itself, under <see cref="HiddenNames.OfCase"/>.</summary>
internal static class OwnFacts
{
    public static FeelContext Of(World world, Case state, DateTimeOffset at) =>
        FeelContext.Of(
            ("nomor", state.Number),
            ("dibuka", FeelDate.Of(world.Zones.Day(state.Status == CaseStatus.New ? at : state.OpenedAt, state.Zone))),
            ("hari_ini", FeelDate.Of(world.Zones.Day(at, state.Zone))),
            ("pengembalian", state.Returns)
        );
}
