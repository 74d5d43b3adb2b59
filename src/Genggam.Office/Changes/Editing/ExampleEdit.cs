using System.Collections.Immutable;
using System.Globalization;
using Genggam.Engine;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes.Sandbox;
using Genggam.Standards;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Genggam.Office.Changes;

/// <summary>An example as its file tells it.</summary>
/// <param name="Values">Every value by its dotted path, in the order of the file; entries of a list count from 1.</param>
public sealed record ExampleFile(string Path, Example Told, ImmutableArray<(string Path, string Value)> Values);

/// <summary>The examples of a draft, read and changed value by value.</summary>
public static class ExampleEdit
{
    private const string Folder = "examples/";

    /// <summary>Their files, in order.</summary>
    public static IEnumerable<string> Paths(Draft draft) =>
        draft.Parts.Keys.Where(p => p.StartsWith(Folder, StringComparison.Ordinal));

    /// <summary>Null where there is no such file, or it cannot be read.</summary>
    public static ExampleFile? Read(Draft draft, string path)
    {
        if (!path.StartsWith(Folder, StringComparison.Ordinal) || draft.Text(path) is not { } yaml)
            return null;
        var problems = new List<Problem>();
        var told = ExampleYaml.Read(yaml, path, problems);
        return problems.Count > 0 ? null : new ExampleFile(path, told, YamlEdit.InOrder(yaml));
    }

    public static EditOutcome Change(Draft draft, string path, IEnumerable<TypedValue> values)
    {
        if (Read(draft, path) is null || draft.Text(path) is not { } yaml)
            return EditOutcome.No(ChangeRefusal.Unknown);
        foreach (var value in values.Where(v => v.Now != v.Was))
        {
            if (YamlEdit.Read(yaml)?.TryGetValue(value.Id, out var there) != true)
                return EditOutcome.No(ChangeRefusal.Unfit, value.Id);
            if (there == value.Now)
                continue;
            if (there != value.Was)
                return EditOutcome.No(ChangeRefusal.Conflict, path, there!);
            var edited = YamlEdit.Set(yaml, value.Id, value.Now, Write);
            if (edited is null || !IsSound(edited, path))
                return EditOutcome.No(ChangeRefusal.CannotEdit, value.Id, path);
            yaml = edited;
        }
        return EditOutcome.Of(path, yaml);
    }

    /// <summary>The same example once more, under another name.</summary>
    /// <param name="to">The file of the copy.</param>
    public static EditOutcome Copy(Draft draft, string path, string name, out string to)
    {
        to = ExampleFileName.Next(draft.Parts.Keys, name);
        return
            Read(draft, path) is not null
            && draft.Text(path) is { } yaml
            && YamlEdit.Set(yaml, "name", name, Write) is { } copied
            ? EditOutcome.Of(to, copied)
            : EditOutcome.No(ChangeRefusal.Unknown);
    }

    public static EditOutcome Remove(string path) =>
        new EditOutcome.Files(new Dictionary<string, byte[]?>(StringComparer.Ordinal) { [path] = null });

    /// <summary>A number stays a number and a yes or no stays one; a text stays text, whatever it looks like.</summary>
    private static string Write(YamlScalarNode was, string now) =>
        was.Style == ScalarStyle.Plain && (IsNumber(was.Value) ? IsNumber(now) : IsTruth(was.Value) && IsTruth(now))
            ? now
            : ExampleText.Scalar(now);

    private static bool IsNumber(string? text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    private static bool IsTruth(string? text) => text is "true" or "false";

    private static bool IsSound(string yaml, string path)
    {
        var problems = new List<Problem>();
        ExampleYaml.Read(yaml, path, problems);
        return problems.Count == 0;
    }
}
