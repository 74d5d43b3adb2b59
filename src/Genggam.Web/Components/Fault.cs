namespace Genggam.Web.Components;

/// <summary>One thing wrong on a page: the id of the field it is about, or none, and the text.</summary>
public sealed record Fault(string? Field, string Text);
