using Genggam.Engine;

namespace Genggam.Office.PastCases.Telling;

/// <summary>What somebody will do, if it can still be done then.</summary>
internal sealed record PlannedAct(DateTimeOffset At, Command Command, Actor By, string Channel);

/// <summary>What the people of one case do.</summary>
internal interface IConduct
{
    /// <summary>What becomes of a task that has just come up; nothing where nobody ever does it.</summary>
    IReadOnlyList<PlannedAct> OnOpened(OpenTask task, Case state);

    /// <summary>What happens unasked from here on, such as a withdrawal.</summary>
    PlannedAct? Unasked(Case state);
}
