using Genggam.Engine;
using Genggam.Office.Agencies;
using Genggam.Office.Catalogue;
using Genggam.Web.Portal;
using Genggam.Web.Texts;

namespace Genggam.Web.Designer.Regional;

/// <summary>What a region can vary, in the words of the designer's pages.</summary>
internal static class VariedWords
{
    /// <summary>Of a key the service's name, and of an overlay the region's behind it.</summary>
    public static string Name(Release release, Regions regions, Text text)
    {
        var name = release.TextsIn(text.Language)["name"];
        return release.Variation is { } varied
            ? text["designer.region.of", name, Region(varied.Region, regions)]
            : name;
    }

    public static string Region(string code, Regions regions) => regions.Find(code)?.Name ?? code;

    public static string Part(VariedPart part, Release release, Text text) =>
        part.Kind switch
        {
            VariedKind.TimeLimit => text["designer.region.parts.time_limit"],
            VariedKind.Fee => text["designer.region.parts.fee"],
            VariedKind.Opening => text["designer.region.parts.opening"],
            VariedKind.Optional => text["designer.region.parts.optional", Field(part.Key, release, text)],
            _ => List(part.Key, text),
        };

    /// <summary>A text of the region by what it is about.</summary>
    public static string List(string key, Text text) =>
        key is RegionTexts.Place or RegionTexts.Pickup ? text[$"service.{key}"] : text[key];

    public static string Field(string key, Release release, Text text) =>
        release.TextsIn(text.Language).Find($"forms.{release.Service.Apply.Form}.fields.{key}.label") ?? key;

    /// <summary>What a release says of a part.</summary>
    public static string Value(VariedPart part, Release release, Text text) =>
        part.Kind switch
        {
            VariedKind.TimeLimit => Promise.Time(release.Service.TimeLimit, text),
            VariedKind.Fee => Promise.Fee(release.Service.Fee, text),
            VariedKind.Opening when release.Service.Opening.Windows.IsEmpty => text["designer.region.always"],
            VariedKind.Opening => string.Join(
                " · ",
                release.Service.Opening.Windows.Select(w =>
                    text["designer.intake.window", TypedTime.Write(w.From), TypedTime.Write(w.Until)]
                )
            ),
            VariedKind.Optional => text[
                Required(part.Key, release) ? "designer.region.required" : "designer.region.not_required"
            ],
            _ => string.Join(" · ", release.TextsIn(text.Language).List(part.Key)) is { Length: > 0 } said
                ? said
                : text["designer.region.says_nothing"],
        };

    private static bool Required(string key, Release release) =>
        release.Form(release.Service.Apply.Form)?.Field(key)?.Constraints.Required == true;
}
