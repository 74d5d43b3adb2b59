using System.Globalization;
using System.Text.RegularExpressions;
using Genggam.Engine;
using Genggam.Office.Changes;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Forms;
using Genggam.Web.Components;
using Genggam.Web.Designer.Sandbox;
using Genggam.Web.Texts;

namespace Genggam.Web.Designer.Examples;

/// <summary>One value of an example, by its path in the file.</summary>
/// <param name="Choices">What it may be; empty where that is open.</param>
public sealed record ExampleRow(string Path, string Label, string Value, IReadOnlyList<Choice> Choices)
{
    /// <summary>The value as people read it.</summary>
    public string Said => Choices.FirstOrDefault(c => c.Value == Value)?.Label ?? Value;
}

/// <summary>A part of an example to be read: what is given, one step, or what must come out.</summary>
public sealed partial record ExampleSection(string Title, IReadOnlyList<ExampleRow> Rows)
{
    public static ExampleSection Given(ExampleFile file, Text text) =>
        new(
            text["examples.given"],
            [
                .. file
                    .Values.Where(v => !v.Path.Contains('.', StringComparison.Ordinal))
                    .Select(v => Row(v, v.Path, text)),
            ]
        );

    public static ExampleSection Then(ExampleFile file, Text text) =>
        new(text["examples.then"], [.. Below(file, "then.").Select(v => Row(v, v.Path["then.".Length..], text))]);

    public static IReadOnlyList<ExampleSection> Steps(ExampleFile file, Release release, Text text)
    {
        var words = new WalkWords(release, text);
        return
        [
            .. file
                .Told.Steps.Index()
                .Select(s => new ExampleSection(
                    string.Create(CultureInfo.InvariantCulture, $"{s.Index + 1}. {words.Title(s.Item)}"),
                    [
                        .. Below(file, string.Create(CultureInfo.InvariantCulture, $"steps.{s.Index + 1}."))
                            .Select(v => InStep(v, s.Item, release, text)),
                    ]
                )),
        ];
    }

    private static IEnumerable<(string Path, string Value)> Below(ExampleFile file, string prefix) =>
        file.Values.Where(v => v.Path.StartsWith(prefix, StringComparison.Ordinal));

    private static ExampleRow InStep((string Path, string Value) value, ExampleStep step, Release release, Text text)
    {
        // steps.2.complete.data.anak.nama
        var parts = value.Path.Split('.')[2..];
        var form = step switch
        {
            ExampleStep.Submit => release.Form(release.Service.Apply.Form),
            ExampleStep.Complete s => release.Form((release.Process.Find(s.Task) as UserTask)?.FormId),
            _ => null,
        };
        if (parts is not [_, "data", .. var key] || form is null || FieldOf(form, key) is not { } field)
            return Row(value, string.Join('.', parts.Length > 1 ? parts[1..] : parts), text);
        var words = new FormWords(form, release.TextsIn(text.Language), text);
        IReadOnlyList<Choice> choices =
            field.Kind == FieldKind.YesNo
                ? [new Choice("true", text["designer.yes"]), new Choice("false", text["designer.no"])]
                : words.Choices(field);
        return new ExampleRow(value.Path, words.Label(field), value.Value, choices);
    }

    /// <summary>A number in the path is a row, or at its end one of several values.</summary>
    private static FormField? FieldOf(FormModel form, string[] key)
    {
        var path = Index()
            .Replace(string.Join('.', key), m => $"[{int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) - 1}]");
        return form.Field(path) ?? form.Field(path.Split('[')[0]);
    }

    private static ExampleRow Row((string Path, string Value) value, string key, Text text)
    {
        var names = key.Split('.').Where(part => !part.All(char.IsAsciiDigit)).ToList();
        var label = string.Join(", ", names.Select(n => text.Find($"examples.keys.{n}") ?? n));
        return new ExampleRow(value.Path, label.Length == 0 ? key : label, value.Value, []);
    }

    [GeneratedRegex(@"\.([1-9][0-9]{0,3})(?=\.|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Index();
}
