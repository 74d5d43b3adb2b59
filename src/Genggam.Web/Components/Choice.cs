namespace Genggam.Web.Components;

/// <summary>One answer to choose.</summary>
/// <param name="Group">The heading it stands under in a list that drops down.</param>
public sealed record Choice(string Value, string Label, string? Hint = null, string? Group = null);
