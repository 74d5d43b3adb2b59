using System.Collections.Immutable;
using System.Globalization;
using Genggam.Engine;
using Genggam.Office.Applications;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;
using Microsoft.AspNetCore.Http;

namespace Genggam.Web.Desk;

/// <summary>What an officer typed to revoke a document.</summary>
/// <param name="Sure">Whether they ticked that they mean it.</param>
public sealed record Revocation(string Reason, string LegalBasis, bool Sure)
{
    public static readonly Revocation None = new("", "", false);
}

/// <summary>
/// What an officer sent from the page of a case. All of it is one form, so that nothing typed is lost whichever button
/// is pressed; a name of the page's own holds a hyphen, which no name of a service's form does.
/// </summary>
public sealed record CasePost
{
    public const string ActionName = "meja-aksi";
    public const string TaskName = "meja-tugas";
    public const string SequenceName = "meja-urutan";
    public const string ReasonsName = "meja-alasan";
    public const string RemarkName = "meja-catatan";
    public const string RecipientName = "meja-kepada";
    public const string SupervisorName = "meja-penyelia";
    public const string PhraseName = "meja-frasa";

    public static readonly CasePost None = new();

    public string Action { get; private init; } = "";
    public string Task { get; private init; } = "";
    public long Sequence { get; private init; }
    public string Reasons { get; init; } = "";
    public string Remark { get; init; } = "";
    public string Recipient { get; private init; } = "";
    public string Supervisor { get; private init; } = "";
    public string Phrase { get; private init; } = "";

    /// <summary>Why a document is to be revoked and by which law, by its code.</summary>
    public ImmutableDictionary<string, Revocation> Revocations { get; private init; } =
        ImmutableDictionary<string, Revocation>.Empty;

    /// <summary>What is wrong, by field of the application.</summary>
    public ImmutableArray<Defect> Defects { get; private init; } = [];

    /// <summary>The answers of the task's own form, and what was typed where it is no answer.</summary>
    public FeelContext Data { get; init; } = FeelContext.Empty;
    public IReadOnlyList<FieldProblem> Problems { get; private init; } = [];

    public static string RevocationReasonName(string code) => $"cabut-alasan-{code}";

    public static string RevocationLawName(string code) => $"cabut-dasar-{code}";

    public static string RevocationSureName(string code) => $"cabut-yakin-{code}";

    public static string DefectName(string field) => $"cacat-{field}";

    public string? DefectOf(string field) => Defects.FirstOrDefault(d => d.Field == field)?.Note.AsText;

    public static CasePost Read(IFormCollection sent, CaseView view, FeelEnvironment environment)
    {
        var posted = view.Form is { } form ? Answers(form, sent, environment) : null;
        return new CasePost
        {
            Action = One(ActionName),
            Task = One(TaskName),
            Sequence = long.TryParse(One(SequenceName), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                ? n
                : 0,
            Reasons = One(ReasonsName),
            Remark = One(RemarkName),
            Recipient = One(RecipientName),
            Supervisor = One(SupervisorName),
            Phrase = One(PhraseName),
            Revocations = view.State.Documents.ToImmutableDictionary(
                d => d.Code,
                d => new Revocation(
                    One(RevocationReasonName(d.Code)).Trim(),
                    One(RevocationLawName(d.Code)).Trim(),
                    One(RevocationSureName(d.Code)).Length > 0
                )
            ),
            Defects =
            [
                .. view
                    .Apply.Fields.SelectMany(f => f.WithRows(view.State.Data))
                    .Select(f => new Defect(f.Key, One(DefectName(f.Key)).Trim()))
                    .Where(d => d.Note != Personal.Nothing),
            ],
            Data = posted?.Data ?? FeelContext.Empty,
            Problems = posted?.Problems ?? [],
        };

        string One(string name) => sent[name].FirstOrDefault() ?? "";
    }

    /// <summary>An answer that can only be read is the one that the form begins with.</summary>
    private static PostedAnswers Answers(FormModel form, IFormCollection sent, FeelEnvironment environment)
    {
        var all = PostedAnswers.Read(form.Fields, key => [.. sent[key]]).Data;
        var asked = form.Fields.Select(f => form.Asked(f, all, environment)).ToList();
        var read = PostedAnswers.Read(asked, key => [.. sent[key]]);
        return asked
            .Where(f => f.IsClosed && !f.Default.IsNull)
            .Aggregate(read, (answers, f) => answers with { Data = answers.Data.WithAt(f.Key, f.Default) });
    }

    /// <summary>The page before anything was typed; what a colleague proposed to return for stands in it.</summary>
    public static CasePost Opened(CaseView view) =>
        view is not { Mine: true, Task: { } task }
            ? None
            : new CasePost
            {
                Defects = task.Proposed,
                Data = view.Form is { } form ? Prefill.Of(form, FeelContext.Empty) : FeelContext.Empty,
            };

    /// <summary>The same with a saved phrase put behind what was typed.</summary>
    public CasePost With(string field, string phrase) =>
        field switch
        {
            ReasonsName => this with { Reasons = Joined(Reasons, phrase) },
            RemarkName => this with { Remark = Joined(Remark, phrase) },
            _ => this,
        };

    private static string Joined(string before, string phrase) =>
        before.Trim().Length == 0 ? phrase : $"{before.TrimEnd()} {phrase}";
}
