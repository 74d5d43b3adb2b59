using System.Collections.Immutable;

namespace Genggam.Office.People;

/// <summary>What a program may be let do over the API.</summary>
public static class ClientScopes
{
    /// <summary>Hand in, correct and withdraw applications for people.</summary>
    public const string Submit = "applications:submit";

    /// <summary>Read the cases of its agency.</summary>
    public const string ReadCases = "cases:read";

    /// <summary>Take and finish tasks of its agency, with the roles it was granted.</summary>
    public const string WriteCases = "cases:write";

    /// <summary>Fetch issued documents of its agency.</summary>
    public const string ReadDocuments = "documents:read";

    /// <summary>Ask for the publication of services that its agency owns; a person publishes them.</summary>
    public const string Publish = "services:publish";

    public static readonly ImmutableArray<string> All = [Submit, ReadCases, WriteCases, ReadDocuments, Publish];
}
