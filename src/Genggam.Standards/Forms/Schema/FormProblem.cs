namespace Genggam.Standards.Forms.Schema;

/// <summary>What can be wrong with a form file. FORM-001 and FORM-002 come from the reader itself.</summary>
internal static class FormProblem
{
    internal static Problem OutsidePage(Place at) =>
        new("FORM-003", "A field stands outside a group; a group is a page.", at);

    internal static Problem ManyFields(Place at) =>
        new("FORM-004", "A page with many fields is hard on a phone.", at, Severity.Warning);

    internal static Problem UnknownType(Place at, string type) =>
        new("FORM-005", $"A field of the type {type} cannot be shown.", at, Severity.Error, type);

    internal static Problem NoKey(Place at) => new("FORM-006", "The field has no key.", at);

    internal static Problem DoubleKey(Place at, string key) =>
        new("FORM-007", $"The key {key} occurs twice.", at, Severity.Error, key);

    internal static Problem BadPattern(Place at, string pattern) =>
        new("FORM-008", $"The pattern {pattern} cannot be used.", at, Severity.Error, pattern);

    internal static Problem NoOptions(Place at, string key) =>
        new("FORM-009", $"The field {key} offers nothing to choose from.", at, Severity.Error, key);

    internal static Problem DoubleOption(Place at, string value) =>
        new("FORM-010", $"The option {value} occurs twice.", at, Severity.Error, value);

    internal static Problem NoPageId(Place at) => new("FORM-011", "The page has no id.", at);

    internal static Problem DoublePageId(Place at, string id) =>
        new("FORM-012", $"The page {id} occurs twice.", at, Severity.Error, id);

    internal static Problem KeyUnderKey(Place at, string key, string other) =>
        new("FORM-013", $"The key {key} lies inside the answer {other}.", at, Severity.Error, key, other);

    internal static Problem BadKey(Place at, string key) =>
        new(
            "FORM-014",
            $"FEEL cannot read the key {key}: words of small letters, digits and _, joined by dots.",
            at,
            Severity.Error,
            key
        );

    internal static Problem BadRule(Place at, string rule) =>
        new("FORM-015", $"The rule {rule} has a value that it cannot have.", at, Severity.Error, rule);

    internal static Problem NotAForm(Place at) => new("FORM-016", "The file is not a form: it has no components.", at);

    internal static Problem ComputedOptions(Place at) =>
        new("FORM-017", "Options are either listed in values or computed, not both.", at);

    internal static Problem UnknownShape(Place at, string kind) =>
        new("FORM-018", $"The kind {kind} is not known.", at, Severity.Error, kind);

    internal static Problem EmptyPage(Place at) => new("FORM-019", "The page asks nothing.", at, Severity.Warning);

    internal static Problem Refused(Place at, string type, string remedy) =>
        new("FORM-020", $"A component of the type {type} is not shown: {remedy}.", at, Severity.Error, type, remedy);

    internal static Problem NotInRow(Place at, string type) =>
        new("FORM-021", $"A {type} cannot stand in a row of a repeating group.", at, Severity.Error, type);

    internal static Problem Ring(Place at, string key) =>
        new("FORM-022", $"To compute {key}, {key} itself is needed first.", at, Severity.Error, key);

    internal static Problem NoExpression(Place at, string key) =>
        new("FORM-023", $"The computed field {key} has no expression.", at, Severity.Error, key);

    internal static Problem NotOfTheRow(Place at, string name) =>
        new("FORM-024", $"The form has no answer {name}; the one in the row is this.{name}.", at, Severity.Error, name);

    internal static Problem EmptyGroup(Place at, string key) =>
        new("FORM-025", $"The repeating group {key} asks nothing.", at, Severity.Error, key);

    internal static Problem SourceInRow(Place at, string key) =>
        new("FORM-026", $"The answer {key} stands in a row, which no source fills in.", at, Severity.Error, key);

    internal static Problem NoPartId(Place at, string id) =>
        new(
            "FORM-027",
            $"The id \"{id}\" must be there, once in the form and without a dot: the words to show stand under it.",
            at,
            Severity.Error,
            id
        );

    internal static Problem NoSource(Place at, string id) =>
        new("FORM-028", $"The table {id} has no dataSource.", at, Severity.Error, id);

    internal static Problem NoColumns(Place at, string id) =>
        new("FORM-029", $"The table {id} has no columns, or two under one key.", at, Severity.Error, id);

    internal static Problem Unread(Place at, string name) =>
        new("FORM-031", $"The property {name} is not read.", at, Severity.Warning, name);
}
