namespace Genggam.Web.Components;

/// <summary>One answer to choose.</summary>
public sealed record Choice(string Value, string Label, string? Hint = null);
