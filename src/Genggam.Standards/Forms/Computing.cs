using System.Collections.Immutable;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms.Schema;

namespace Genggam.Standards.Forms;

/// <summary>
/// What a form does to answers: a computed field has the value of its expression, a hidden one has none, whoever gave it one.
/// Each field after those that it reads.
/// </summary>
internal sealed class Computing
{
    private readonly ImmutableArray<Step> steps;

    private Computing(ImmutableArray<Step> steps, ImmutableArray<FormField> ring) => (this.steps, Ring) = (steps, ring);

    public bool IsEmpty => steps.IsEmpty;

    /// <summary>Computed fields that wait for one another: no order gives them a value.</summary>
    public ImmutableArray<FormField> Ring { get; }

    public static Computing Of(IEnumerable<FormPage> pages)
    {
        Step[] all = [.. pages.SelectMany(Steps)];
        var waits = StepOrder.Waits([.. all.Select(s => s.Field.TextKey)], [.. all.Select(s => s.Paths)]);
        var (order, ring) = StepOrder.Of(waits, step => all[step].Field.Kind != FieldKind.Computed);
        return new Computing([.. order.Select(i => all[i])], [.. ring.Select(i => all[i].Field)]);
    }

    public FeelContext Complete(FeelContext data, FeelEnvironment environment)
    {
        foreach (var step in steps)
            if (step.Group is not { } group)
                data = step.Settled(step.Field.Key, data, data, environment);
            else
                for (var row = 0; row < group.RowsIn(data); row++)
                    if (data.At($"{group.Key}[{row}]") is FeelContext)
                        data = step.Settled(
                            $"{group.Key}[{row}].{step.Field.Row!.Name}",
                            data,
                            group.ScopeOf(row, data),
                            environment
                        );
        return data;
    }

    private static IEnumerable<Step> Steps(FormPage page)
    {
        foreach (var field in page.Fields)
        {
            if (Step.Needed(field, null, page.Hide, field.Hide) is { } outer)
                yield return outer;
            // Where the whole group is hidden no row is left to look at; what is computed in one waits for that.
            foreach (var inner in field.Rows?.Fields ?? [])
            {
                var step =
                    inner.Kind == FieldKind.Computed
                        ? Step.Needed(inner, field, page.Hide, field.Hide, inner.Hide)
                        : Step.Needed(inner, field, inner.Hide);
                if (step is not null)
                    yield return step;
            }
        }
    }

    /// <param name="Group">The repeating group in each row of which the field stands.</param>
    /// <param name="Hides">Where any of them holds the field has no value.</param>
    private sealed record Step(FormField Field, FormField? Group, ImmutableArray<FeelExpression> Hides)
    {
        /// <summary>Null where the form leaves the answer as it is.</summary>
        public static Step? Needed(FormField field, FormField? group, params ReadOnlySpan<FeelExpression?> hides)
        {
            var given = ImmutableArray.CreateBuilder<FeelExpression>();
            foreach (var hide in hides)
                if (hide is not null)
                    given.Add(hide);
            return given.Count > 0 || field.Kind == FieldKind.Computed
                ? new Step(field, group, given.ToImmutable())
                : null;
        }

        public ImmutableArray<string> Paths { get; } =
        [.. Hides.Append(Field.Expression).OfType<FeelExpression>().SelectMany(e => PathsRead.Of(e, Group?.Key))];

        public FeelContext Settled(string key, FeelContext data, FeelContext scope, FeelEnvironment environment)
        {
            if (Field.Expression is { } expression)
                return data.WithAt(
                    key,
                    IsShown(scope, environment) ? Data(expression.Evaluate(scope, environment).Value) : FeelValue.Null
                );
            return data.At(key).IsNull || IsShown(scope, environment) ? data : data.WithAt(key, FeelValue.Null);
        }

        private bool IsShown(FeelContext scope, FeelEnvironment environment) =>
            Hides.All(hide => FormModel.Shows(hide, scope, environment));

        /// <summary>A function is no answer.</summary>
        private static FeelValue Data(FeelValue value) =>
            value.Anywhere(v => v is FeelFunction) ? FeelValue.Null : value;
    }
}
