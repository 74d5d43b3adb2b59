namespace Genggam.Engine;

/// <summary>Everything but the case that a verdict depends on. All of it is stamped on the entry.</summary>
/// <param name="Overlay">What a region varies, laid over <paramref name="Core"/>; null where the core alone counts.</param>
/// <param name="Level">Raised when a correction of the engine would change a past verdict.</param>
public sealed record World(
    Release Core,
    Release? Overlay,
    CalendarVersion Calendar,
    ZoneVersion Zones,
    EngineLevel Level = EngineLevel.Three
)
{
    /// <summary>The one definition that everything is decided, asked and promised by.</summary>
    public Release Effective => Overlay ?? Core;

    /// <summary>The world of a release, whether it is a core or the overlay of a region.</summary>
    public static World Under(Release release, CalendarVersion calendar, ZoneVersion zones) =>
        new(release.Core, release.Over is null ? null : release, calendar, zones);

    /// <summary>The release that a case leaves, where a command moves it to <see cref="Effective"/>; the command names its core.</summary>
    public Release? Before { get; init; }
}

public enum EngineLevel
{
    One = 1,

    /// <summary>
    /// A supervisor decides a task only with the task's role; before, with any. The months of a timer are those of the
    /// office's wall clock; before, of UTC. What was stuck at one element is tried again together.
    /// </summary>
    Two = 2,

    /// <summary>
    /// A step whose flows all have conditions, of which none holds, stops; before, its token ended unseen. Numbers have 34
    /// digits, before 28; a cell that says <c>true</c> does not hold for an unknown input. What an expression could not
    /// compute is said, and stops a script; before, it was null without a word. A timer reads a time without an offset on
    /// the office's clock, and takes no cycle of less than a second, of no times, or on a token's way without end.
    /// Months of a cycle are counted from its beginning. A function is no value. A call that keeps its caller's variables
    /// apart sees its inputs and what it wrote. A message's key that has no value stops the step; early messages all reach
    /// who waits. What stopped keeps its flow, how far it was, its incident and its other events, and at most a thousand
    /// tokens are tried again at once; an event that could not wait is tried again at all that it hangs on.
    /// </summary>
    Three = 3,
}

/// <summary>What an entry was decided under.</summary>
public sealed record Stamp(
    string Core,
    string? Overlay,
    string Calendar,
    string Zones,
    EngineLevel Level,
    DateTimeOffset At,
    ulong Seed,
    Actor Actor,
    string Channel
)
{
    /// <summary>The hash of the release that counted: the overlay's where there was one.</summary>
    public string Release() => Overlay ?? Core;

    public static Stamp Of(World world, Moment now, Actor actor, string channel) =>
        new(
            world.Core.Hash,
            world.Overlay?.Hash,
            world.Calendar.Id,
            world.Zones.Id,
            world.Level,
            now.At,
            now.Seed,
            actor,
            channel
        );
}
