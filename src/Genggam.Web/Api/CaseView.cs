using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Office.Cases;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;
using Genggam.Web.Components;
using Genggam.Web.Portal;
using Genggam.Web.Texts;

namespace Genggam.Web.Api;

/// <summary>A case without the answers of people, unless they were asked for. That it was read, the citizen sees.</summary>
/// <param name="State"><c>open</c>, <c>with-applicant</c> (returned for correction), <c>incident</c> or <c>closed</c>.</param>
/// <param name="Defects">What must be corrected, where the case was returned.</param>
/// <param name="Answers">Only with <c>include=answers</c>.</param>
internal sealed record CaseView(
    Guid Id,
    string Number,
    string Service,
    string Agency,
    string State,
    string? Outcome,
    DateTimeOffset OpenedAt,
    DateTimeOffset? Deadline,
    IReadOnlyList<TaskView> Tasks,
    IReadOnlyList<DefectBody> Defects,
    DeterminationView? Determination,
    IReadOnlyList<DocumentView> Documents,
    FeelContext? Answers
)
{
    public static CaseView Of(LoadedCase loaded, Text text, bool answers)
    {
        var (state, release) = (loaded.Case, loaded.Release);
        return new CaseView(
            loaded.Id.Value,
            state.Number!,
            release.Id,
            state.Agency!,
            CaseStates.Of(state),
            state.Outcome,
            state.OpenedAt,
            state.Deadline,
            [.. state.Tasks.Values.Select(t => TaskView.Of(t, release, text))],
            state.WithApplicant is null
                ? []
                : [.. state.Defects.Select(d => new DefectBody(d.Field, Written.Of(d.Note, text)))],
            DeterminationView.Of(state.Determination, release, text),
            [.. state.Documents.Select(d => DocumentView.Of(d, release, text))],
            answers ? state.Data : null
        );
    }
}

/// <param name="Role">The role that may do it; <c>pemohon</c> is the applicant.</param>
/// <param name="Form">The form that goes with it; what it asks stands in <c>data</c> of the answer.</param>
internal sealed record TaskView(
    string Id,
    string Element,
    string Name,
    string Role,
    string? Form,
    ImmutableArray<string> Outcomes,
    string? Assignee,
    DateTimeOffset OpenedAt
)
{
    public static TaskView Of(OpenTask task, Release release, Text text) =>
        new(
            task.Id,
            task.Element,
            release.TextsIn(text.Language)[$"tasks.{task.Element}.name"],
            task.Role,
            task.Form,
            release.Process.Find(task.Element) is UserTask { Outcomes: { IsEmpty: false } outcomes }
                ? outcomes
                : ["approve"],
            task.Assignee,
            task.OpenedAt
        );
}

/// <summary>The official act, in words of the service.</summary>
internal sealed record DeterminationView(
    string Outcome,
    string? ReasonKey,
    string? Reason,
    string? LegalBasis,
    ImmutableArray<string> Rules,
    DateTimeOffset At
)
{
    public static DeterminationView? Of(Determination? determination, Release release, Text text) =>
        determination is null
            ? null
            : new(
                determination.Outcome,
                determination.Reason,
                RefusalWords.Reason(determination.Reason, release, text),
                LawWords.Of(determination.LegalBasis, release, text),
                determination.Rules,
                determination.At
            );
}

/// <param name="Pdf">Where the file is; it needs the scope <c>documents:read</c>.</param>
internal sealed record DocumentView(
    string Letter,
    string Name,
    string Number,
    string Code,
    string Sha256,
    DateOnly IssuedOn,
    DateOnly? ValidUntil,
    bool Revoked,
    string Pdf
)
{
    public static DocumentView Of(IssuedDocument document, Release release, Text text) =>
        new(
            document.Letter,
            release.TextsIn(text.Language)[$"letters.{document.Letter}.name"],
            document.Number,
            document.Code,
            document.Sha256,
            document.IssuedOn,
            document.ValidUntil,
            document.Revoked,
            $"{ApiSetup.Root}/v1/documents/{document.Code}/pdf"
        );
}
