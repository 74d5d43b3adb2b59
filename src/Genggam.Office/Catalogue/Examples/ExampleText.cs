using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Genggam.Engine;
using Genggam.Office.Changes;
using Genggam.Standards.Feel;

namespace Genggam.Office.Catalogue;

/// <summary>Writes an example as the service folders hold it, so that <see cref="ExampleYaml"/> reads the same again.</summary>
internal static partial class ExampleText
{
    public static string Write(Example example)
    {
        var text = new StringBuilder();
        Line(text, 0, "name", Scalar(example.Name));
        Line(text, 0, "at", YamlEdit.Quoted(Instant(example.At)));
        Line(text, 0, "agency", Scalar(example.Agency));
        if (example.Zone != ServiceCatalogue.FirstZone)
            Line(text, 0, "zone", Scalar(example.Zone));
        text.Append('\n').Append(example.Steps.IsEmpty ? "steps: []\n" : "steps:\n");
        foreach (var step in example.Steps)
            Step(text, step);
        End(text, example.Then);
        return text.ToString();
    }

    private static void Step(StringBuilder text, ExampleStep step)
    {
        switch (step)
        {
            case ExampleStep.Submit s:
                text.Append("  - submit:\n");
                Entry(text, 6, "data", s.Data);
                break;
            case ExampleStep.Complete s:
                text.Append("  - complete:\n");
                Complete(text, s);
                break;
            case ExampleStep.Wait s:
                Line(text, 2, "- wait", XmlConvert.ToString(s.Time));
                break;
            case ExampleStep.Withdraw { Reason: null }:
                text.Append("  - withdraw: {}\n");
                break;
            case ExampleStep.Withdraw s:
                text.Append("  - withdraw:\n");
                Line(text, 6, "reason", Scalar(s.Reason));
                break;
            case ExampleStep.Message s:
                text.Append("  - message:\n");
                Line(text, 6, "name", Scalar(s.Name));
                if (s.Key is { } key)
                    Line(text, 6, "key", Scalar(key));
                if (!s.Data.Names.IsEmpty)
                    Entry(text, 6, "data", s.Data);
                break;
            case ExampleStep.Signal s:
                Line(text, 2, "- signal", Scalar(s.Name));
                break;
        }
        if (step.Refused is { } number)
            Line(text, 4, "refused", number);
    }

    private static void Complete(StringBuilder text, ExampleStep.Complete step)
    {
        Line(text, 6, "task", Scalar(step.Task));
        if (!step.Roles.IsEmpty)
        {
            Line(text, 6, "by", Scalar(step.By));
            Line(text, 6, "roles", Flow(step.Roles));
        }
        Line(text, 6, "outcome", Scalar(step.Outcome));
        if (step.Reasons is { Length: > 0 } reasons)
            Line(text, 6, "reasons", Scalar(reasons));
        if (!step.Defects.IsEmpty)
            text.Append("      defects:\n");
        foreach (var defect in step.Defects)
        {
            Line(text, 8, "- field", Scalar(defect.Field));
            Line(text, 10, "note", Scalar(defect.Note.AsText ?? ""));
        }
        if (!step.Data.Names.IsEmpty)
            Entry(text, 6, "data", step.Data);
    }

    private static void End(StringBuilder text, ExampleEnd then)
    {
        if (then == new ExampleEnd(null, null, null, null, null, null))
            return;
        text.Append("\nthen:\n");
        if (then.State is { } state)
            Line(text, 2, "state", Scalar(state));
        if (then.Outcome is { } outcome)
            Line(text, 2, "outcome", Scalar(outcome));
        if (then.Waiting is { } waiting)
            Line(text, 2, "waiting", Flow(waiting));
        if (then.Documents is { } documents)
            Line(text, 2, "documents", Flow(documents));
        if (then.Reason is { } reason)
            Line(text, 2, "reason", Scalar(reason));
        if (then.Deadline is { } deadline)
            Line(text, 2, "deadline", YamlEdit.Quoted(Instant(deadline)));
    }

    private static void Entry(StringBuilder text, int indent, string name, FeelValue value)
    {
        switch (value)
        {
            case FeelContext { Names.IsEmpty: false } context:
                Line(text, indent, Scalar(name), null);
                foreach (var inner in context.Names)
                    Entry(text, indent + 2, inner, context[inner]);
                break;
            case FeelList list when list.Items.Any(i => i is FeelContext):
                Line(text, indent, Scalar(name), null);
                foreach (var item in list.Items)
                    text.Append(' ', indent + 2).Append("- ").Append(Flow(item)).Append('\n');
                break;
            default:
                Line(text, indent, Scalar(name), Flow(value));
                break;
        }
    }

    private static void Line(StringBuilder text, int indent, string name, string? value) =>
        text.Append(' ', indent).Append(name).Append(value is null ? ":" : $": {value}").Append('\n');

    private static string Flow(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Scalar))}]";

    private static string Flow(FeelValue value) =>
        value switch
        {
            FeelNull => "null",
            FeelBoolean truth => truth.Value ? "true" : "false",
            FeelNumber { IsDecimal: true } number => number.Value.ToString(CultureInfo.InvariantCulture),
            FeelString typed => Scalar(typed.Value),
            FeelList list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
            FeelContext context =>
                $"{{{string.Join(", ", context.Names.Select(n => $"{Scalar(n)}: {Flow(context[n])}"))}}}",
            _ => YamlEdit.Quoted(value.ToString() ?? ""),
        };

    /// <summary>A word as it is where nothing else could be read in it, else in quotes: then it is text, whatever it looks like.</summary>
    internal static string Scalar(string text) => Plain().IsMatch(text) ? text : YamlEdit.Quoted(text);

    private static string Instant(DateTimeOffset at) =>
        at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?!(?i:true|false|null|yes|no|on|off|y|n)\z)\p{L}([\p{L}\p{Nd} ._/-]*[\p{L}\p{Nd}.])?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Plain();
}
