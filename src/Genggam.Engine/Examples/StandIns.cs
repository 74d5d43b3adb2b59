using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Engine;

/// <summary>Files that are only named: an example lists names where a case holds what was uploaded.</summary>
public static class StandIns
{
    /// <summary>The answers with an upload of that name for each name.</summary>
    public static FeelContext Files(Release release, FeelContext data) =>
        Each(release, data, file => file is FeelContext ? file : FeelContext.Of(("id", file), ("nama", file)));

    /// <summary>The answers with the name alone for each upload.</summary>
    public static FeelContext Names(Release release, FeelContext data) =>
        Each(release, data, file => file is FeelContext upload ? upload["nama"] : file);

    private static FeelContext Each(Release release, FeelContext data, Func<FeelValue, FeelValue> turn)
    {
        foreach (var field in release.Forms.Values.SelectMany(f => f.Fields).Where(f => f.Kind == FieldKind.File))
            if (data.At(field.Key) is FeelList files)
                data = data.WithAt(field.Key, new FeelList([.. files.Items.Select(turn)]));
        return data;
    }
}
