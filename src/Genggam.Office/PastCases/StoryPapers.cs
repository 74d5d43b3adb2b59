using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Office.Documents;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Office.PastCases;

/// <summary>The papers that people of a story hand in: real files that say CONTOH and what they stand for.</summary>
internal sealed class StoryPapers(LetterWorker worker, Attachments attachments)
{
    private const string Template = """
        #let paper = json(bytes(sys.inputs.data))
        #set document(title: paper.title)
        #set page(width: 148mm, height: 105mm, fill: rgb("#f7f5ef"))
        #place(center + horizon, rotate(-24deg, text(52pt, fill: rgb("#e6e0d2"), weight: 700)[CONTOH]))
        #text(16pt, weight: 700, paper.title) \
        #text(10pt, paper.file)
        """;

    private readonly ConcurrentDictionary<string, Task<byte[]>> made = new(StringComparer.Ordinal);

    /// <summary>The answers with every named file of a form handed in by its owner.</summary>
    public async Task<FeelContext> HandIn(
        FormModel? form,
        Func<string, string> label,
        FeelContext answers,
        SubjectId owner,
        CancellationToken cancel
    )
    {
        foreach (var field in form?.Fields.Where(f => f.Kind == FieldKind.File) ?? [])
            if (answers.At(field.Key) is FeelList names)
            {
                var files = ImmutableArray.CreateBuilder<FeelValue>();
                foreach (var name in names.Items.Select(n => $"{Path.GetFileNameWithoutExtension(n.ToString())}.pdf"))
                {
                    using var paper = new MemoryStream(await Paper(label(field.Key), name, cancel));
                    files.Add(((AttachResult.Attached)await attachments.Add(owner, name, paper, cancel)).File);
                }
                answers = answers.WithAt(field.Key, new FeelList(files.ToImmutable()));
            }
        return answers;
    }

    private Task<byte[]> Paper(string title, string file, CancellationToken cancel) =>
        made.GetOrAdd($"{title}/{file}", _ => Render(title, file, cancel));

    private async Task<byte[]> Render(string title, string file, CancellationToken cancel)
    {
        var job = new RenderJob(
            "/paper.typ",
            ImmutableSortedDictionary<string, byte[]>.Empty.Add(
                "/paper.typ",
                System.Text.Encoding.UTF8.GetBytes(Template)
            ),
            JsonSerializer.Serialize(new { title, file }),
            PageFormat.Pdf,
            DateTimeOffset.UnixEpoch
        );
        return await worker.RenderAsync(job, cancel) is RenderResult.Rendered paper
            ? paper.Bytes
            : throw new InvalidOperationException("A paper of a story cannot be laid out.");
    }
}
