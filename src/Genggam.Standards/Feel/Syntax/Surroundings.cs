namespace Genggam.Standards.Feel.Syntax;

/// <summary>What a text is read in.</summary>
/// <param name="Names">Names of its scope that have more than one word.</param>
/// <param name="Types">Finds the types of item definitions.</param>
/// <param name="Places">Where a character of the text stands in its file, where it is not simply on from the beginning.</param>
internal sealed record Surroundings(
    IEnumerable<string> Names,
    Func<string, FeelType?>? Types = null,
    Func<int, Place>? Places = null
);
