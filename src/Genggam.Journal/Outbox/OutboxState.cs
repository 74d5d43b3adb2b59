namespace Genggam.Journal;

/// <summary>Column <c>outbox.state</c>. Only waiting effects are in the index that runners read.</summary>
internal static class OutboxState
{
    public const long Waiting = 0;
    public const long Done = 1;
    public const long Cancelled = 2;
    public const long GivenUp = 3;
}
