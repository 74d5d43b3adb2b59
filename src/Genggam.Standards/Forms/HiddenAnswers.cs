using Genggam.Standards.Feel;

namespace Genggam.Standards.Forms;

/// <summary>
/// Answers to what is not asked: a field that the other answers hide, or on a page that they hide. On a page nobody could
/// give them; sent by a program, or left from before, they must not decide.
/// </summary>
internal static class HiddenAnswers
{
    /// <summary>
    /// The answers without them, one taken away after the other in the order of the form, since each may hide or show
    /// others. Computed fields are set.
    /// </summary>
    public static FeelContext Dropped(FormModel form, FeelContext data, FeelEnvironment environment)
    {
        var (known, before) = (form.Computed(data, environment), (FeelContext?)null);
        while (!ReferenceEquals(known, before))
        {
            before = known;
            foreach (var page in form.Pages)
            foreach (var field in page.Fields)
                if (!FormModel.Shows(page.Hide, known, environment) || !FormModel.Shows(field.Hide, known, environment))
                    Drop(field.Key);
                else
                    for (var row = 0; row < field.RowsIn(known); row++)
                        foreach (var inner in field.In(row))
                            if (!FormModel.Shows(inner.Hide, field.ScopeOf(row, known), environment))
                                Drop(inner.Key);
        }
        return known;

        void Drop(string key)
        {
            if (!known.At(key).IsNull)
                known = form.Computed(known.WithAt(key, FeelValue.Null), environment);
        }
    }
}
