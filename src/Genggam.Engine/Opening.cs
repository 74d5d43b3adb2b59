using System.Collections.Immutable;

namespace Genggam.Engine;

/// <summary>From a moment until before another, on the wall clock of the deciding office.</summary>
public readonly record struct OpeningWindow(DateTime From, DateTime Until);

/// <summary>A window that stays open longer than its release says.</summary>
/// <param name="Ends">The end of the window, by which it is known.</param>
/// <param name="Until">The new end.</param>
/// <param name="Words">What people are told, by language.</param>
public sealed record Extension(DateTime Ends, DateTime Until, ImmutableSortedDictionary<string, string> Words);

/// <summary>No applications are taken for a while, whatever the windows say.</summary>
/// <param name="Until">Null where nobody knows yet.</param>
/// <param name="Words">What people are told, by language.</param>
public sealed record Pause(DateTimeOffset From, DateTimeOffset? Until, ImmutableSortedDictionary<string, string> Words);

/// <summary>When applications to a service are taken.</summary>
/// <param name="Windows">None: always.</param>
/// <param name="Text">The key of what people read about it.</param>
public sealed record Opening(ImmutableArray<OpeningWindow> Windows, string? Text, string? LegalBasis)
{
    public static readonly Opening Always = new([], null, null);

    /// <summary>
    /// What an office answers to who would apply. An extension makes a window longer, never shorter; a closed window is told
    /// before a pause.
    /// </summary>
    public Intake At(
        DateTimeOffset now,
        string zone,
        ZoneVersion zones,
        IEnumerable<Pause> pauses,
        IReadOnlyList<Extension> extensions
    )
    {
        var pause = pauses
            .Where(p => p.From <= now && !(p.Until <= now))
            .OrderByDescending(p => p.Until ?? DateTimeOffset.MaxValue)
            .FirstOrDefault();
        if (Windows.IsEmpty)
            return pause is null ? new Intake.Open(null, null) : new Intake.Paused(pause);

        var windows = Windows.Select(w => Extended(w, extensions)).ToList();
        var open = windows.Where(w => At(w.Window.From) <= now && now < At(w.Window.Until)).ToList();
        if (open.Count > 0)
        {
            var (window, by) = open.MaxBy(w => w.Window.Until);
            return pause is null ? new Intake.Open(At(window.Until), by) : new Intake.Paused(pause);
        }
        var ahead = windows.Where(w => At(w.Window.From) > now).Select(w => At(w.Window.From)).ToList();
        return ahead.Count > 0 ? new Intake.NotYet(ahead.Min()) : new Intake.Over(windows.Max(w => At(w.Window.Until)));

        DateTimeOffset At(DateTime wall) => zones.At(wall, zone);
    }

    private static (OpeningWindow Window, Extension? By) Extended(
        OpeningWindow window,
        IEnumerable<Extension> extensions
    ) =>
        extensions.Where(e => e.Ends == window.Until && e.Until > window.Until).MaxBy(e => e.Until) is { } longer
            ? (window with { Until = longer.Until }, longer)
            : (window, null);
}

/// <summary>Whether applications are taken just now. A closed set.</summary>
public abstract record Intake
{
    private Intake() { }

    /// <param name="Until">Null: always.</param>
    /// <param name="By">What made the window longer.</param>
    public sealed record Open(DateTimeOffset? Until, Extension? By) : Intake;

    public sealed record NotYet(DateTimeOffset From) : Intake;

    public sealed record Over(DateTimeOffset Since) : Intake;

    public sealed record Paused(Pause Pause) : Intake;

    /// <summary>The number of the refusal; null where applications are taken.</summary>
    public string? Refused =>
        this switch
        {
            NotYet => Refusals.NotYetOpen,
            Over => Refusals.IntakeOver,
            Paused => Refusals.IntakePaused,
            _ => null,
        };
}
