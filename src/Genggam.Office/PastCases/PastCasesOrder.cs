namespace Genggam.Office.PastCases;

/// <summary>Who an officer of a past case is: the id of an account, or a pseudonym where there is none.</summary>
/// <param name="name">Of an officer among those of the role; the first is called as the role itself.</param>
public delegate string OfficerOf(string agency, string role, string name);

/// <summary>Somebody who does not exist.</summary>
public sealed record StoryPerson(string Nik, string Name, string Phone);

/// <param name="Service">Null takes all services.</param>
/// <param name="Seed">The same seed and present give the same cases.</param>
/// <param name="Days">How long before the present the earliest application was handed in, at most.</param>
/// <param name="Known">People to whom the first cases are given, whose accounts so have something to show.</param>
public sealed record PastCasesOrder(string? Service, int Cases, int Seed, int Days, IReadOnlyList<StoryPerson> Known)
{
    /// <summary>The present, up to which it is told; null takes the clock's.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>
    /// Papers and letters are files that can be opened. Without, of a million cases, there is only what the journal says of
    /// them.
    /// </summary>
    public bool Files { get; init; }

    /// <summary>Cases that are led and written together.</summary>
    internal int Stretch { get; init; } = 2048;
}

/// <summary>How far a load has come.</summary>
/// <param name="At">The case time up to which everything is written.</param>
public sealed record PastCasesProgress(int Cases, long Entries, DateTimeOffset At);

/// <param name="Cases">How many there are that were not there before.</param>
/// <param name="Entries">Of the journal.</param>
/// <param name="Left">Applications that their form refused, so that no case came of them.</param>
public sealed record PastCasesTold(int Cases, long Entries, int Left);
