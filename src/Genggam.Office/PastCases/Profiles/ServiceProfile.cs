using System.Collections.Immutable;

namespace Genggam.Office.PastCases.Profiles;

/// <summary>
/// What past cases of a service look like: when they come, what people answer, what goes wrong, how offices work. Where a
/// number is taken from somewhere the file says so; all others are invented.
/// </summary>
/// <param name="Volume">How many cases beside those of other services.</param>
/// <param name="Agencies">How busy an agency is; one that is not named counts 1.</param>
/// <param name="Answers">In this order; a later one may read the earlier.</param>
internal sealed record ServiceProfile(
    string Service,
    double Volume,
    Season Season,
    Weighted<string> Channels,
    ImmutableSortedDictionary<string, double> Agencies,
    ImmutableArray<Answer> Answers,
    ImmutableArray<Slip> Slips,
    ImmutableSortedDictionary<string, Conduct> Tasks,
    ImmutableSortedDictionary<string, Staffing> Officers,
    Withdrawal Withdrawal
);

/// <param name="PerDay">Cases that one officer does on a working day.</param>
internal sealed record Staffing(double PerDay, int Least);

internal sealed record Withdrawal(double Share, Spread Days, ImmutableArray<string> Reasons);

/// <summary>One answer, or several that come together, and how it is drawn.</summary>
/// <param name="Share">How often it is given at all.</param>
internal sealed record Answer(string Path, Draw Draw, Standards.Feel.FeelExpression? When, double Share);

/// <summary>What somebody writes wrong.</summary>
/// <param name="Fields">What stands there instead.</param>
/// <param name="Note">How an officer names the defect; null where no officer would see one.</param>
/// <param name="Seen">How likely an officer of middling strictness sees it.</param>
internal sealed record Slip(
    double Share,
    Standards.Feel.FeelExpression? When,
    ImmutableArray<(string Field, Draw Wrong)> Fields,
    string? Note,
    double Seen
);

/// <summary>How a task is done: by officers in working hours, by an applicant in days.</summary>
/// <param name="Wait">Until somebody takes it.</param>
/// <param name="Work">From taking it to finishing it; no matter for an applicant.</param>
/// <param name="Queue">It waits until those are done that came before it.</param>
/// <param name="Left">How often it is left lying.</param>
/// <param name="Never">How often an applicant does not come back.</param>
/// <param name="NotBefore">A day of the case before which nobody can do it.</param>
internal sealed record Conduct(
    Spread Wait,
    Spread Work,
    bool Queue,
    double Left,
    double Never,
    Standards.Feel.FeelExpression? NotBefore,
    Weighted<string> Outcomes,
    ImmutableArray<Remark> Trivial,
    ImmutableSortedDictionary<string, ImmutableArray<string>> Reasons,
    ImmutableSortedDictionary<string, ImmutableArray<Answer>> Answers
)
{
    public bool Returns => Reasons.ContainsKey("return");
}

/// <summary>What only a strict officer returns a case for.</summary>
internal sealed record Remark(string Field, string Note, double Share);
