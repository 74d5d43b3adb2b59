namespace Genggam.Standards.Forms.Schema;

/// <summary>Properties of components that are read, or that only arrange what pages here arrange themselves. Others are named.</summary>
internal static class KnownProperties
{
    private static readonly HashSet<string> OfComponent =
    [
        "type",
        "id",
        "key",
        "path",
        "label",
        "description",
        "components",
        "conditional",
        "validate",
        "properties",
        "values",
        "valuesKey",
        "valuesExpression",
        "defaultValue",
        "readonly",
        "disabled",
        "appearance",
        "subtype",
        "dateLabel",
        "timeLabel",
        "disallowPassedDates",
        "decimalDigits",
        "accept",
        "multiple",
        "expression",
        "computeOn",
        "text",
        "dataSource",
        "columns",
        "columnsExpression",
        "isRepeating",
        "allowAddRemove",
        "defaultRepetitions",
        // How a modeller shows it, or how a browser steps.
        "layout",
        "showOutline",
        "verticalAlignment",
        "searchable",
        "increment",
        "serializeToString",
        "use24h",
        "timeInterval",
        "timeSerializingFormat",
        "nonCollapsedItems",
        "disableCollapse",
        "rowCount",
        "height",
        "action",
    ];

    private static readonly HashSet<string> OfValidate =
    [
        "required",
        "minLength",
        "maxLength",
        "min",
        "max",
        "pattern",
        "validationType",
    ];

    internal static IEnumerable<Part> Unread(Part component) =>
        component
            .Names()
            .Where(name => !OfComponent.Contains(name))
            .Select(name => component.Find(name))
            .Concat(
                component.Find("validate") is { } rules
                    ? rules.Names().Where(name => !OfValidate.Contains(name)).Select(name => rules.Find(name))
                    : []
            )
            .OfType<Part>();
}
