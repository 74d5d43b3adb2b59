using Microsoft.AspNetCore.Components;

namespace Genggam.Web.Components;

/// <summary>What every field has: a name that is also its id, a label, and what is wrong with the answer.</summary>
public abstract class FieldBase : ComponentBase
{
    /// <summary>The posted name; error summaries link to it as the id.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Null: the answer is fine, or not yet given.</summary>
    [Parameter]
    public string? Error { get; set; }

    /// <summary>The language of label and hint where it is not that of the page.</summary>
    [Parameter]
    public string? Lang { get; set; }

    protected string? DescribedBy =>
        (Hint, Error) switch
        {
            (null, null) => null,
            (not null, null) => $"{Name}-hint",
            (null, not null) => $"{Name}-error",
            _ => $"{Name}-hint {Name}-error",
        };

    protected string? Invalid => Error is null ? null : "true";

    protected string Class(string block) => Error is null ? block : $"{block} {block}--error";
}
