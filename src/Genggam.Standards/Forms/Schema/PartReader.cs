using System.Collections.Immutable;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Forms.Schema;

/// <summary>Reads what a page shows and does not ask: texts, tables, lines.</summary>
internal sealed class PartReader(JsonPlaces places, ExpressionReader expressions, List<Problem> problems)
{
    private static readonly string[] Shown = ["text", "table", "separator"];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    internal static bool Reads(string type) => Shown.Contains(type);

    internal FormPart? Read(Part component)
    {
        var hide = expressions.Hide(component);
        return component.Text("type") switch
        {
            "text" => new FormPart.Words(Id(component), hide),
            "table" => Table(component, hide),
            _ => new FormPart.Line(hide),
        };
    }

    private FormPart.Table? Table(Part component, FeelExpression? hide)
    {
        var id = Id(component);
        var source = expressions.Read(component, "dataSource", component);
        if (component.Text("dataSource") is not { Length: > 0 })
            problems.Add(FormProblem.NoSource(places.Of(component), id));
        var computed = expressions.Read(component, "columnsExpression", component);
        var columns = component
            .Items("columns")
            .Select(c => new TableColumn(c.Text("key") ?? "", c.Text("label") ?? c.Text("key") ?? ""))
            .ToImmutableArray();
        if (component.Text("columnsExpression") is not { Length: > 0 } && !AreSound(columns))
            problems.Add(FormProblem.NoColumns(places.Of(component), id));
        return source is null ? null : new FormPart.Table(id, hide, source, columns, computed, PathOf(component));
    }

    private static bool AreSound(ImmutableArray<TableColumn> columns) =>
        !columns.IsEmpty
        && columns.All(c => c.Key.Length > 0)
        && columns.DistinctBy(c => c.Key, StringComparer.Ordinal).Count() == columns.Length;

    private static string? PathOf(Part component) =>
        component.Text("dataSource")!.TrimStart('=').Trim() is var path && FieldReader.IsPath(path) ? path : null;

    /// <summary>Its words stand in the texts of the service, under its id.</summary>
    private string Id(Part component)
    {
        var id = component.Text("id") ?? "";
        if (id.Length == 0 || id.Contains('.', StringComparison.Ordinal) || !ids.Add(id))
            problems.Add(FormProblem.NoPartId(places.Of(component), id));
        return id;
    }
}
