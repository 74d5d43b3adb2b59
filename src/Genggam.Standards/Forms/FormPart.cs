using System.Collections.Immutable;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Forms;

/// <summary>What stands on a page, in the order of the file. A closed set.</summary>
/// <param name="Id">Under what the texts of the service speak of it; of a field its key.</param>
public abstract record FormPart(string Id, FeelExpression? Hide)
{
    /// <summary>A question, a computed answer or a repeating group.</summary>
    public sealed record Question(FormField Field) : FormPart(Field.Key, Field.Hide);

    /// <summary>Words of the service, which may hold FEEL (<see cref="FormTemplate"/>).</summary>
    public sealed record Words(string Id, FeelExpression? Hide) : FormPart(Id, Hide);

    /// <summary>A line across the page.</summary>
    public sealed record Line(FeelExpression? Hide) : FormPart("", Hide);

    /// <summary>A list of contexts, shown and not asked.</summary>
    /// <param name="Source">What gives the list.</param>
    /// <param name="Columns">Entries of the contexts; empty where <paramref name="ColumnsFrom"/> gives them.</param>
    /// <param name="Path">Where the list stands in the answers, if the source is nothing but a path.</param>
    public sealed record Table(
        string Id,
        FeelExpression? Hide,
        FeelExpression Source,
        ImmutableArray<TableColumn> Columns,
        FeelExpression? ColumnsFrom,
        string? Path
    ) : FormPart(Id, Hide)
    {
        /// <summary>More rows and columns than these are not shown.</summary>
        private const int MostRows = 500,
            MostColumns = 20;

        /// <summary>What is not a context has no cells and is left out.</summary>
        public TableContent Read(FeelContext scope, FeelEnvironment environment) =>
            new(
                ColumnsFrom is null ? Columns : Given(ColumnsFrom.Evaluate(scope, environment).Value),
                Source.Evaluate(scope, environment).Value is FeelList rows
                    ? [.. rows.Items.OfType<FeelContext>().Take(MostRows)]
                    : []
            );

        private static ImmutableArray<TableColumn> Given(FeelValue columns) =>
            columns is not FeelList list
                ? []
                :
                [
                    .. list
                        .Items.OfType<FeelContext>()
                        .Where(c => c["key"] is FeelString)
                        .Select(c => new TableColumn($"{c["key"]}", (c["label"] as FeelString)?.Value ?? $"{c["key"]}"))
                        .Take(MostColumns),
                ];
    }
}

/// <param name="Label">What modellers show; pages read the service's texts and take this where they have none.</param>
public sealed record TableColumn(string Key, string Label);

public sealed record TableContent(ImmutableArray<TableColumn> Columns, ImmutableArray<FeelContext> Rows);
