using System.Text.RegularExpressions;

namespace Genggam.Office.Changes;

/// <summary>Which files a change may write: those that a service folder is made of.</summary>
public static partial class DraftPath
{
    /// <summary>What the laws are called; beside it nothing that services share is changed with one of them.</summary>
    public const string Laws = "shared/legal.yaml";

    public static bool IsFit(string path) => path == Laws || (path.Length <= 120 && Fit().IsMatch(path));

    [GeneratedRegex(
        @"^(service\.yaml|[a-z0-9_-]+\.(bpmn|dmn|form)|letters/[a-z0-9_-]+\.(typ|svg|png)|texts/[a-z]{2,3}\.yaml|examples/[a-z0-9_-]+\.yaml)\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Fit();
}
