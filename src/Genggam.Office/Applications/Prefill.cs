using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Office.Applications;

/// <summary>
/// Once only: what a person already gave is offered again where a form names its source; else a field begins with its default.
/// </summary>
public static class Prefill
{
    private static readonly string[] Roots = ["person.", "business.", "family.", "letter."];

    /// <summary>Whether a form may name this source; another is a slip of the pen that nothing would ever answer.</summary>
    internal static bool IsSource(string source) =>
        Roots.Any(root => source.Length > root.Length && source.StartsWith(root, StringComparison.Ordinal));

    /// <param name="known">The person's own record: <c>person.nik</c>, <c>person.name</c> and so on.</param>
    public static FeelContext Of(FormModel form, FeelContext known)
    {
        var data = FeelContext.Empty;
        foreach (var field in form.Fields)
            if (field.Source is { } source && known.At(source) is { IsNull: false } value)
                data = data.WithAt(field.Key, value);
            else if (!field.Default.IsNull)
                data = data.WithAt(field.Key, field.Default);
        return data;
    }
}
