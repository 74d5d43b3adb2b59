using Genggam.Standards.Feel;
using Genggam.Standards.Forms;
using Microsoft.AspNetCore.Http;

namespace Genggam.Web.Designer.Sandbox;

/// <summary>What is typed into the screens of a walk, as a step of an example holds it.</summary>
internal static class StandInAnswers
{
    private const int LongestName = 120;

    /// <summary>The files that were named in place of an upload; an empty box takes the file away.</summary>
    public static FeelContext Files(IEnumerable<FormField> fields, IFormCollection sent)
    {
        var data = FeelContext.Empty;
        foreach (var field in fields.Where(f => f.Kind == FieldKind.File && sent.ContainsKey(f.Key)))
        {
            var names = sent[field.Key]
                .ToString()
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            FeelValue files =
                names.Length == 0
                    ? FeelValue.Null
                    : new FeelList([.. names.Select(n => (FeelValue)n[..Math.Min(n.Length, LongestName)])]);
            data = data.WithAt(field.Key, files);
        }
        return data;
    }

    /// <summary>Without what was left empty, unless it takes away an answer that was there before.</summary>
    public static FeelContext Given(FeelContext data, FeelContext before)
    {
        var given = FeelContext.Empty;
        foreach (var name in data.Names)
            if (data[name] is FeelContext inner)
            {
                var kept = Given(inner, before[name] as FeelContext ?? FeelContext.Empty);
                if (!kept.Names.IsEmpty)
                    given = given.With(name, kept);
            }
            else if (!data[name].IsNull || !before[name].IsNull)
                given = given.With(name, data[name]);
        return given;
    }
}
