namespace Genggam.Office.PastCases.Telling;

/// <summary>The time in a story, which goes where the story goes.</summary>
internal sealed class StoryClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}
