using Genggam.Standards.Dmn.Reading;

namespace Genggam.Standards.Dmn;

/// <summary>
/// Reads DMN XML of 1.1 to 1.5. No DTD, no external reference, at most 4 MB a file; every problem has its place.
/// A model may import others (DMN 1.5, 6.3.3): they are found by namespace among the files that are given with it.
/// </summary>
public static class DmnReader
{
    public const int MaxCharacters = SourceXml.MaxCharacters;

    /// <summary>The number of the warning that a name in FEEL stands for nothing where it is said.</summary>
    public const string UnknownName = "DMN-012";

    /// <param name="others">Files whose models this one may import; those it does not are left unread.</param>
    public static Reading<DmnModel> Read(string xml, string file, IEnumerable<DmnSource>? others = null) =>
        new ModelSet(others ?? []).Read(new DmnSource(file, xml));
}
