using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Office.Cases;
using Genggam.Standards.Feel;

namespace Genggam.Web.Desk;

/// <summary>What the last return asked to be corrected, and the answers before the applicant corrected them.</summary>
/// <param name="Answered">The applicant sent the correction; until then nothing has changed.</param>
public sealed record LastReturn(ImmutableArray<Defect> Defects, FeelContext Before, bool Answered)
{
    /// <summary>Null where the case never went back.</summary>
    public static LastReturn? Of(LoadedCase loaded, IReadOnlyList<CaseHappening> history)
    {
        var form = loaded.Release.Service.Apply.Form;
        if (loaded.Case.WithApplicant is { } open && open.Form == form)
            return new(loaded.Case.Defects, loaded.Case.Data, false);
        var corrected = history
            .OfType<CaseHappening.TaskDone>()
            .LastOrDefault(d => d.Task.Role == OpenTask.ApplicantRole && d.Task.Form == form);
        return corrected is null ? null : new(corrected.Before.Defects, corrected.Before.Data, true);
    }

    public Defect? Of(string field) => Defects.FirstOrDefault(d => d.Field == field);

    public bool Changed(string field, FeelContext now) => !FeelEquality.Same(Before.At(field), now.At(field));
}
