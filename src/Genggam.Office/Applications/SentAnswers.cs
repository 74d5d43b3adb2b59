using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Office.Applications;

/// <summary>Who applies, as a client program says: the NIK, and what the forms of services ask of everybody.</summary>
public sealed record SentApplicant(string Nik, string? Name, string? Phone, string? Email);

/// <summary>What was read of answers that a program sent.</summary>
/// <param name="Problems">What the form itself cannot see: names that are no fields, files that are not there.</param>
public sealed record ReadAnswers(FeelContext Data, ImmutableArray<FieldProblem> Problems);

/// <summary>Answers that come from a program instead of pages: read by the form, files by their id, the applicant filled in.</summary>
public sealed class SentAnswers(Attachments attachments, TimeProvider clock)
{
    /// <summary>The form has no such field.</summary>
    public const string UnknownField = "FORM-117";

    /// <param name="owner">Whose files the answers may name.</param>
    public async Task<ReadAnswers> Read(FormModel form, FeelContext sent, SubjectId owner, SentApplicant? applicant)
    {
        var problems = ImmutableArray.CreateBuilder<FieldProblem>();
        problems.AddRange(form.Unknown(sent).Select(key => new FieldProblem(key, UnknownField)));
        var all = PostedAnswers.Read(form.Fields, sent);
        var now = new FeelEnvironment(clock.GetUtcNow());
        var fields = form.Fields.Select(f => form.Asked(f, all, now)).ToList();
        // What can only be read stays what it was: of somebody who applies, what is known or usual.
        var data = PostedAnswers.Read(fields, sent);
        foreach (var field in fields)
        {
            var value = data.At(field.Key);
            if (field is { IsClosed: true, Default.IsNull: false } && applicant is not null)
                data = data.WithAt(field.Key, field.Default);
            if (field.Kind == FieldKind.File && value is FeelList files)
                data = data.WithAt(field.Key, await Files(field, files, owner, problems));
            else if (value.IsNull && field.Source is { } source && Known(applicant, source) is { } known)
                data = data.WithAt(field.Key, known);
        }
        return new ReadAnswers(data, problems.ToImmutable());
    }

    private static string? Known(SentApplicant? applicant, string source) =>
        source switch
        {
            "person.nik" => applicant?.Nik,
            "person.name" => applicant?.Name,
            "person.phone" => applicant?.Phone,
            "person.email" => applicant?.Email,
            _ => null,
        };

    /// <summary>What a program says of a file does not count: what was uploaded for the same person does.</summary>
    private async Task<FeelValue> Files(
        FormField field,
        FeelList files,
        SubjectId owner,
        ImmutableArray<FieldProblem>.Builder problems
    )
    {
        var found = ImmutableArray.CreateBuilder<FeelValue>(files.Items.Length);
        foreach (var file in files.Items)
            if (
                file is FeelContext named
                && Guid.TryParse((named["id"] as FeelString)?.Value, out var id)
                && await attachments.Find(owner, new BlobId(id)) is { } stored
            )
                found.Add(stored);
            else
            {
                problems.Add(new FieldProblem(field.Key, FieldRules.NotAFile));
                return files;
            }
        return new FeelList(found.ToImmutable());
    }
}
