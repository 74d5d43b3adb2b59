namespace Genggam.Web.Shell.Overload;

/// <summary>How many requests are worked on at once; section <c>Genggam:Capacity</c> of the configuration.</summary>
public sealed record CapacityOptions
{
    /// <summary>Pages and other requests that change nothing.</summary>
    public int Reads { get; init; } = 128;

    /// <summary>Of those, how many may wait for a place.</summary>
    public int ReadQueue { get; init; } = 256;

    /// <summary>Requests that hand something in.</summary>
    public int Writes { get; init; } = 64;

    public int WriteQueue { get; init; } = 128;

    /// <summary>What a request that finds no place is told to wait.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(5);
}
