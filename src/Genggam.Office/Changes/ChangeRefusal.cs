namespace Genggam.Office.Changes;

/// <summary>Why a step of a change was not taken. A closed set; each has a number and words in the text files.</summary>
/// <param name="Number">CHG-…, see <c>docs/guide/numbers.md</c>.</param>
/// <param name="Slots">What the words are about, in their order.</param>
public sealed record ChangeRefusal(string Number, params IReadOnlyList<string> Slots)
{
    /// <summary>There is no such change, service or release.</summary>
    public const string Unknown = "CHG-101";

    /// <summary>A second person has it, or it is published: nothing can be written any more.</summary>
    public const string NotOpen = "CHG-102";

    /// <summary>Somebody else wrote at the same place meanwhile.</summary>
    public const string Conflict = "CHG-103";

    /// <summary>A path, name or text cannot be taken.</summary>
    public const string Unfit = "CHG-104";

    /// <summary>What stands in a file cannot be changed in this way.</summary>
    public const string CannotEdit = "CHG-105";

    /// <summary>The check found faults, or an example fails.</summary>
    public const string NotReady = "CHG-106";

    /// <summary>Who wrote it or asked for it does not publish it.</summary>
    public const string SamePerson = "CHG-107";

    /// <summary>The files are not those that were asked for.</summary>
    public const string OtherHash = "CHG-108";

    /// <summary>Another release came into force meanwhile; the change stands on the one before.</summary>
    public const string OlderCore = "CHG-109";

    /// <summary>The moment is over, or cannot be read.</summary>
    public const string BadStart = "CHG-110";

    /// <summary>There is no earlier release to go back to.</summary>
    public const string NothingBefore = "CHG-111";

    /// <summary>Nothing differs from the release in force.</summary>
    public const string Nothing = "CHG-112";

    /// <summary>What is already in force cannot be called off.</summary>
    public const string Begun = "CHG-113";

    /// <summary>The service standard changes and nothing says that the public was heard.</summary>
    public const string NotHeard = "CHG-120";

    /// <summary>The minutes are of a day that is to come, or at no address.</summary>
    public const string BadMinutes = "CHG-121";
}
