using System.Collections.Immutable;
using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;
using Genggam.Web.Components;
using Genggam.Web.Texts;
using Microsoft.AspNetCore.Http;

namespace Genggam.Web.Portal;

/// <summary>The files that came with a form.</summary>
/// <param name="Data">Those that were taken, by field.</param>
/// <param name="Faults">Those that were refused, each with its number and what to do.</param>
public sealed record Uploads(FeelContext Data, ImmutableArray<Fault> Faults)
{
    public static readonly Uploads None = new(FeelContext.Empty, []);

    /// <summary>The taken files, each by the hidden field that gives it back and its id.</summary>
    public ImmutableArray<(string Name, string File)> Taken { get; private init; } = [];

    public static async Task<Uploads> Take(
        IEnumerable<FormField> fields,
        IFormCollection sent,
        SubjectId owner,
        Attachments attachments,
        Text text,
        CancellationToken cancel
    )
    {
        var data = FeelContext.Empty;
        var faults = ImmutableArray.CreateBuilder<Fault>();
        var taken = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var field in fields.Where(f => f.Kind == FieldKind.File))
        {
            var files = new List<FeelValue>();
            foreach (var file in sent.Files.GetFiles(field.Key).Where(f => f.FileName.Length > 0))
            {
                await using var content = file.OpenReadStream();
                var result = await attachments.Add(owner, file.FileName, content, cancel);
                if (result is AttachResult.Attached done)
                    files.Add(done.File);
                else
                    faults.Add(new Fault(field.Key, Refused(result, file.FileName, text)));
            }
            if (files.Count == 0)
                files.AddRange(await Before(sent[TakenName(field.Key)], owner, attachments));
            if (files.Count == 0)
                continue;
            var answer = new FeelList([.. files]);
            data = data.WithAt(field.Key, answer);
            taken.AddRange(Attachments.In(answer).Select(id => (TakenName(field.Key), id.Value.ToString("N"))));
        }
        return new Uploads(data, faults.ToImmutable()) { Taken = taken.ToImmutable() };
    }

    private static string TakenName(string field) => $"terunggah-{field}";

    private static async Task<List<FeelValue>> Before(
        IEnumerable<string?> ids,
        SubjectId owner,
        Attachments attachments
    )
    {
        var files = new List<FeelValue>();
        foreach (var typed in ids)
            if (Guid.TryParse(typed, out var id) && await attachments.Find(owner, new BlobId(id)) is { } file)
                files.Add(file);
        return files;
    }

    private static string Refused(AttachResult result, string name, Text text) =>
        result switch
        {
            AttachResult.TooLarge => text["refusals.GG-602", name],
            AttachResult.Empty => text["refusals.GG-603", name],
            _ => text["refusals.GG-601", name],
        };
}
