using System.Text;
using Genggam.Engine;
using Genggam.Standards;
using Genggam.Standards.Bpmn;
using Genggam.Web.Components;
using Genggam.Web.Designer.Drawing;
using Genggam.Web.Texts;

namespace Genggam.Web.Designer;

/// <summary>Where a finding stands, as people call it.</summary>
internal static class FindingPlace
{
    /// <summary>The file with its line, and the element by its name with its id behind; null where it is about the file.</summary>
    public static (string File, string? Element) Of(Place place, Release? release, Text text) =>
        (
            place.Line == 0 ? place.File : text["designer.letters.line", place.File, place.Line],
            place.Element is not { Length: > 0 } id ? null
            : Name(place.File, id, release, text) is { } name && name != id ? $"{name} ({id})"
            : id
        );

    private static string? Name(string file, string id, Release? release, Text text)
    {
        if (release is null)
            return null;
        var words = release.TextsIn(text.Language);
        switch (Path.GetExtension(file))
        {
            case ".bpmn":
                return Step(id) ?? Way(id);
            case ".form" when release.Form(Path.GetFileNameWithoutExtension(file)) is { } form:
                return form.Field(id) is { } field ? new FormWords(form, words, text).Label(field) : null;
            case ".dmn" when release.Parts.TryGetValue(file, out var bytes):
                return FaultElement.Name(Encoding.UTF8.GetString(bytes.AsSpan()), id);
            default:
                return null;
        }

        string? Step(string element) => words.Find($"tasks.{element}.name") ?? release.Process.Find(element)?.Name;

        string? Way(string flow) =>
            Flows(release.Process).FirstOrDefault(f => f.Id == flow) is { } way
                ? $"{Step(way.Source) ?? way.Source} → {Step(way.Target) ?? way.Target}"
                : null;
    }

    private static IEnumerable<SequenceFlow> Flows(ProcessModel process) =>
        process.Flows.Concat(process.Everything.OfType<SubProcess>().SelectMany(inner => inner.Body.Flows));
}
