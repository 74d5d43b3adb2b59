namespace Genggam.Web.Components;

/// <summary>A page above this one.</summary>
public sealed record Crumb(string Href, string Title);
