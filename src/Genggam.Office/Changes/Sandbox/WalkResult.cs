using Genggam.Engine;

namespace Genggam.Office.Changes.Sandbox;

/// <summary>What became of a step of a walk. A closed set.</summary>
public abstract record WalkResult
{
    private WalkResult() { }

    public sealed record Went(Walk Walk) : WalkResult;

    /// <summary>The engine says no, as it would to a citizen or an officer. Nothing was kept.</summary>
    public sealed record Refused(Refusal Refusal) : WalkResult;

    public sealed record Cannot(WalkRefusal Refusal) : WalkResult;

    internal static Cannot No(string number, params IReadOnlyList<string> slots) => new(new WalkRefusal(number, slots));
}

/// <summary>Why a walk does not go on. A closed set; each has a number and words in the text files.</summary>
/// <param name="Number">WALK-…, see <c>docs/guide/numbers.md</c>.</param>
/// <param name="Slots">What the words are about, in their order.</param>
public sealed record WalkRefusal(string Number, params IReadOnlyList<string> Slots)
{
    /// <summary>It went on in another window since the page was opened.</summary>
    public const string Stale = "WALK-101";

    /// <summary>It has as many steps, or as much typed into it, as a walk may.</summary>
    public const string TooLong = "WALK-102";

    /// <summary>The moment is none, is over, or is too far.</summary>
    public const string BadMoment = "WALK-103";

    /// <summary>There is nothing in it that an example could hold.</summary>
    public const string NothingToSave = "WALK-104";

    /// <summary>The draft now answers one of its steps otherwise.</summary>
    public const string Broken = "WALK-105";

    /// <summary>The agency does not offer the service.</summary>
    public const string NotOffered = "WALK-106";

    /// <summary>What another system is to answer cannot be read.</summary>
    public const string Unreadable = "WALK-107";
}
