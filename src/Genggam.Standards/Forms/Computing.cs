using System.Collections.Immutable;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms.Schema;

namespace Genggam.Standards.Forms;

/// <summary>The computed fields of a form, each after those that it reads.</summary>
internal sealed class Computing
{
    private readonly ImmutableArray<Step> steps;

    private Computing(ImmutableArray<Step> steps, ImmutableArray<FormField> ring) => (this.steps, Ring) = (steps, ring);

    public bool IsEmpty => steps.IsEmpty;

    /// <summary>Fields that wait for one another: no order gives them a value.</summary>
    public ImmutableArray<FormField> Ring { get; }

    public static Computing Of(IEnumerable<FormPage> pages)
    {
        var open = pages.SelectMany(Steps).ToList();
        var ordered = ImmutableArray.CreateBuilder<Step>();
        while (open.FindIndex(s => open.TrueForAll(o => !s.Reads(o))) is >= 0 and var next)
        {
            ordered.Add(open[next]);
            open.RemoveAt(next);
        }
        return new Computing(ordered.ToImmutable(), [.. open.Select(s => s.Field)]);
    }

    /// <summary>A field that is hidden, or whose expression gives a function, has no value.</summary>
    public FeelContext Complete(FeelContext data, FeelEnvironment environment)
    {
        foreach (var step in steps)
            if (step.Group is not { } group)
                data = data.WithAt(step.Field.Key, step.Value(data, environment));
            else
                for (var row = 0; row < group.RowsIn(data); row++)
                    if (data.At($"{group.Key}[{row}]") is FeelContext)
                        data = data.WithAt(
                            $"{group.Key}[{row}].{step.Field.Row!.Name}",
                            step.Value(group.ScopeOf(row, data), environment)
                        );
        return data;
    }

    private static IEnumerable<Step> Steps(FormPage page)
    {
        foreach (var field in page.Fields)
            if (field.Kind == FieldKind.Computed)
                yield return new Step(field, null, [page.Hide, field.Hide]);
            else
                foreach (var inner in field.Rows?.Fields.Where(f => f.Kind == FieldKind.Computed) ?? [])
                    yield return new Step(inner, field, [page.Hide, field.Hide, inner.Hide]);
    }

    /// <param name="Group">The repeating group in each row of which the field stands.</param>
    /// <param name="Hides">Where any of them holds the field has no value.</param>
    private sealed record Step(FormField Field, FormField? Group, ImmutableArray<FeelExpression?> Hides)
    {
        private readonly ImmutableArray<string> paths =
        [
            .. Hides.Append(Field.Expression).OfType<FeelExpression>().SelectMany(e => PathsRead.Of(e, Group?.Key)),
        ];

        public bool Reads(Step other) =>
            paths.Any(path => Within(path, other.Field.TextKey) || Within(other.Field.TextKey, path));

        public FeelValue Value(FeelContext scope, FeelEnvironment environment) =>
            Field.Expression is { } expression && Hides.All(hide => FormModel.Shows(hide, scope, environment))
                ? Data(expression.Evaluate(scope, environment).Value)
                : FeelValue.Null;

        private static bool Within(string path, string other) =>
            path == other || path.StartsWith(other + ".", StringComparison.Ordinal);

        private static FeelValue Data(FeelValue value) =>
            value.Anywhere(v => v is FeelFunction) ? FeelValue.Null : value;
    }
}
