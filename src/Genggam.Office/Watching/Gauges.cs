using System.Diagnostics.Metrics;

namespace Genggam.Office.Watching;

/// <summary>Tells whoever listens what the last look at the installation found.</summary>
public sealed class Gauges : IDisposable
{
    private readonly Meter meter = new(Meters.Name);

    public Gauges(Measuring measuring, WatchOptions limits)
    {
        Depth("genggam.outbox.due", "Effects that could be done now", w => w.Due);
        Depth("genggam.outbox.failing", "Effects that failed and are tried again", w => w.Failing);
        Count("genggam.outbox.given_up", "{effect}", "Effects that are not tried any more", v => v.GivenUp);
        Count("genggam.deadlines.overdue", "{task}", "Open tasks past their deadline", v => v.Overdue);
        Count("genggam.deadlines.soon", "{task}", "Open tasks that fall due soon", v => v.DueSoon);
        meter.CreateObservableGauge(
            "genggam.condition",
            () =>
                measuring.Latest is { } latest
                    ? Conditions
                        .Of(latest, limits)
                        .Select(c => new Measurement<int>((int)c.State, Tag("topic", c.Topic.ToString())))
                    : [],
            description: "0 well, 1 to be looked at, 2 urgent"
        );

        void Depth(string name, string description, Func<Journal.WaitingEffects, long> value) =>
            meter.CreateObservableGauge(
                name,
                () =>
                    measuring.Latest?.Journal?.Waiting.Select(w => new Measurement<long>(value(w), Tag("kind", w.Kind)))
                    ?? [],
                "{effect}",
                description
            );

        void Count(string name, string unit, string description, Func<Journal.JournalVitals, long> value) =>
            meter.CreateObservableGauge<long>(
                name,
                () => measuring.Latest?.Journal is { } journal ? [new(value(journal))] : [],
                unit,
                description
            );
    }

    public void Dispose() => meter.Dispose();

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
