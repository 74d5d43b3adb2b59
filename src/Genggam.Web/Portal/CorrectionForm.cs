using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Web.Portal;

/// <summary>
/// The form of an applicant who has the case again: open are the fields that somebody marked, and what the answers to those call
/// up; the whole form where nobody marked a part of it.
/// </summary>
internal sealed class CorrectionForm
{
    private readonly FormModel form;
    private readonly FeelContext stored;
    private readonly HashSet<string> marked;
    private readonly HashSet<string> called = [];
    private readonly FeelEnvironment environment;

    /// <param name="stored">The answers as the case has them.</param>
    public CorrectionForm(FormModel form, FeelContext stored, IEnumerable<string> marked, FeelEnvironment environment)
    {
        (this.form, this.stored, this.environment) = (form, stored, environment);
        (this.marked, Data) = ([.. marked], stored);
        if (!Marks)
            called.UnionWith(Visible(stored));
    }

    /// <summary>The answers with what was typed.</summary>
    public FeelContext Data { get; set; }

    /// <summary>Somebody names a part of the form, be it one answer in a row.</summary>
    public bool Marks => form.Fields.SelectMany(f => f.WithRows(stored)).Any(IsMarked);

    /// <summary>The marked fields, and of the others that were called up those that the answers still call for.</summary>
    public IReadOnlyList<FormField> Open
    {
        get
        {
            var visible = Visible(Data);
            return
            [
                .. form
                    .Fields.SelectMany(f =>
                        IsOpen(f) ? [f]
                        : f.Rows is null ? []
                        : f.Each(Data).Where(IsOpen)
                    )
                    .Select(f => form.Asked(f, Data, environment)),
            ];

            bool IsOpen(FormField one) => IsMarked(one) || (called.Contains(one.Key) && visible.Contains(one.Key));
        }
    }

    /// <summary>What was opened beyond the marked fields.</summary>
    public IReadOnlyCollection<string> Called => called;

    /// <summary>Opens these too: the engine named them, or they were open on the page before.</summary>
    public void Call(IEnumerable<string> keys) => called.UnionWith(keys);

    public PostedAnswers Read(IEnumerable<FormField> fields, Func<string, IReadOnlyList<string?>> posted) =>
        PostedAnswers.Read(fields, posted, stored);

    /// <summary>
    /// Reads the answers and opens what they call up, and again while the answers to that call up more: each field that
    /// was not asked for before, and each that is wrong. A page that was sent names the fields that it asked.
    /// </summary>
    public PostedAnswers Grow(HashSet<string> asked, Func<string, IReadOnlyList<string?>> sent)
    {
        var before = Visible(stored);
        while (true)
        {
            var posted = Read(Open.Where(f => asked.Contains(f.Key)), sent);
            Data = stored.Merge(posted.Data);
            var wrong = form.Validate(Data, environment).Select(p => p.Key).ToHashSet();
            // What stands in a row of an open group is open with it.
            var open = Open.Select(f => f.Key).ToHashSet();
            var further = Visible(Data)
                .Where(key => !before.Contains(key) || wrong.Contains(key))
                .Where(key => form.Field(key)?.Row is not { } row || !open.Contains(row.Group))
                .ToList();
            if (further.All(called.Contains))
                return posted;
            called.UnionWith(further);
        }
    }

    private bool IsMarked(FormField field) => marked.Contains(field.Key);

    private HashSet<string> Visible(FeelContext given) =>
        [.. form.Visible(given, environment).Concat(form.Answers(given, environment)).Select(f => f.Key)];
}
