namespace Genggam.Web.Shell.Overload;

/// <summary>Needs no place: what an operator, or a program that watches this one, asks for when there are too many requests.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AlwaysServedAttribute : Attribute;
