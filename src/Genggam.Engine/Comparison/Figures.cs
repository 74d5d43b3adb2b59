using System.Collections.Immutable;

namespace Genggam.Engine.Comparison;

/// <summary>What is counted of a group of cases. Adding two gives the figures of both groups together.</summary>
public sealed record Figures
{
    private static readonly int Kinds = Enum.GetValues<CaseClass>().Length;

    /// <summary>How many are in each <see cref="CaseClass"/>, in its order.</summary>
    public long[] Classes { get; init; } = new long[Kinds];

    /// <summary>Fees due then, over all cases whose replay came to an end.</summary>
    public decimal FeeWas { get; set; }
    public decimal FeeWouldBe { get; set; }

    /// <summary>Cases with a higher fee, such as those that would be let in where there is one.</summary>
    public long FeeHigher { get; set; }
    public long FeeLower { get; set; }

    // Of cases let in on both sides whose replay came to an end:

    public long DeadlineEarlier { get; set; }
    public long DeadlineLater { get; set; }
    public long DeadlineSame { get; set; }

    public long WaitsMore { get; set; }
    public long WaitsFewer { get; set; }

    /// <summary>Waits more, less those fewer.</summary>
    public long WaitsDifference { get; set; }

    public long AskedMore { get; set; }
    public long AskedFewer { get; set; }
    public long AskedDifference { get; set; }

    public long this[CaseClass kind] => Classes[(int)kind];

    public long All => Classes.Sum();

    /// <summary>Cases, without applications that were refused.</summary>
    public long Cases => All - Refused;

    public long Refused => this[CaseClass.StillRefused] + this[CaseClass.LetIn] + this[CaseClass.RefusedOtherwise];

    internal void Add(CaseClass kind, CaseOutcome? was, CaseOutcome? would)
    {
        Classes[(int)kind]++;
        if (was is null || would is null)
            return;
        FeeWas += was.Fee;
        FeeWouldBe += would.Fee;
        FeeHigher += would.Fee > was.Fee ? 1 : 0;
        FeeLower += would.Fee < was.Fee ? 1 : 0;
        if (was.Outcome == CaseOutcome.Refused || would.Outcome == CaseOutcome.Refused)
            return;
        DeadlineEarlier += would.Deadline < was.Deadline ? 1 : 0;
        DeadlineLater += would.Deadline > was.Deadline ? 1 : 0;
        DeadlineSame += would.Deadline == was.Deadline ? 1 : 0;
        WaitsMore += would.Waits > was.Waits ? 1 : 0;
        WaitsFewer += would.Waits < was.Waits ? 1 : 0;
        WaitsDifference += would.Waits - was.Waits;
        AskedMore += would.AskedItems > was.AskedItems ? 1 : 0;
        AskedFewer += would.AskedItems < was.AskedItems ? 1 : 0;
        AskedDifference += would.AskedItems - was.AskedItems;
    }

    internal void Add(Figures other)
    {
        for (var i = 0; i < Classes.Length; i++)
            Classes[i] += other.Classes[i];
        FeeWas += other.FeeWas;
        FeeWouldBe += other.FeeWouldBe;
        FeeHigher += other.FeeHigher;
        FeeLower += other.FeeLower;
        DeadlineEarlier += other.DeadlineEarlier;
        DeadlineLater += other.DeadlineLater;
        DeadlineSame += other.DeadlineSame;
        WaitsMore += other.WaitsMore;
        WaitsFewer += other.WaitsFewer;
        WaitsDifference += other.WaitsDifference;
        AskedMore += other.AskedMore;
        AskedFewer += other.AskedFewer;
        AskedDifference += other.AskedDifference;
    }

    /// <summary>The counts beside the classes that a group's size could be guessed from.</summary>
    internal ImmutableArray<long> Beside =>
        [
            FeeHigher,
            FeeLower,
            DeadlineEarlier,
            DeadlineLater,
            DeadlineSame,
            WaitsMore,
            WaitsFewer,
            AskedMore,
            AskedFewer,
        ];
}
