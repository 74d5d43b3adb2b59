using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Office.Cases;

/// <summary>
/// Where a form asks the applicant's own NIK (source <c>person.nik</c>) only the NIK of the subject who applies is an
/// answer: nobody gets a document, or leaves a record, in the name of somebody else.
/// </summary>
public sealed class OwnNik(JournalStore journal)
{
    private const string Source = "person.nik";

    /// <summary>The answer names another person than the applicant.</summary>
    public const string NotTheApplicant = "FORM-118";

    public async Task<ImmutableArray<FieldProblem>> Problems(
        IEnumerable<FormField> fields,
        FeelContext data,
        SubjectId applicant
    )
    {
        var problems = ImmutableArray.CreateBuilder<FieldProblem>();
        foreach (var field in fields.Where(f => f.Source == Source))
            if (data.At(field.Key) is FeelString { Value.Length: > 0 } nik && await IsOfAnother(nik.Value, applicant))
                problems.Add(new FieldProblem(field.Key, NotTheApplicant));
        return problems.ToImmutable();
    }

    /// <summary>Of a command that carries answers of the applicant; nothing of any other.</summary>
    internal async Task<ImmutableArray<FieldProblem>> Problems(LoadedCase loaded, Command command) =>
        command switch
        {
            Command.Submit submit => await Problems(
                Fields(loaded.Release, loaded.Release.Service.Apply.Form),
                submit.Data.Values,
                new SubjectId(submit.Subjects[EntryCodec.Applicant])
            ),
            Command.Complete done when loaded.Case.WithApplicant is { } task && task.Id == done.Task => await Problems(
                Fields(loaded.Release, task.Form),
                done.Data.Values,
                new SubjectId(loaded.Case.Subjects[EntryCodec.Applicant])
            ),
            _ => [],
        };

    private static IEnumerable<FormField> Fields(Release release, string? form) =>
        form is null ? [] : release.Form(form)?.Fields ?? [];

    private async Task<bool> IsOfAnother(string nik, SubjectId applicant) =>
        await journal.Subjects.FindByNik(nik) != applicant;
}
