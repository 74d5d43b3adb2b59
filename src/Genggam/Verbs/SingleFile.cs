using Genggam.Standards;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Dmn;
using Genggam.Standards.Forms;

namespace Genggam.Verbs;

/// <summary>
/// A model or form by itself: whether it can be read, and what can be seen of it without the rest of its service. Models
/// that it imports are looked for beside it.
/// </summary>
internal static class SingleFile
{
    public static readonly string[] Kinds = [".dmn", ".bpmn", ".form"];

    public static bool IsOne(string path) => File.Exists(path) && Kinds.Contains(Kind(path));

    public static IReadOnlyList<Problem> Problems(string path)
    {
        var text = File.ReadAllText(path);
        return Kind(path) switch
        {
            ".dmn" => Of(
                DmnReader.Read(text, path, DecisionQuestion.Beside(new FileInfo(Path.GetFullPath(path)))),
                DmnCheck.Tables
            ),
            ".bpmn" => Of(BpmnReader.Read(text, path), BpmnCheck.Structure),
            _ => Of(FormReader.Read(text, path), _ => []),
        };
    }

    /// <summary>Programs on Windows save B.DMN too.</summary>
    public static string Kind(string path) => Path.GetExtension(path).ToLowerInvariant();

    private static IReadOnlyList<Problem> Of<T>(Reading<T> reading, Func<T, IEnumerable<Problem>> more)
        where T : class => reading.Value is { } read ? [.. reading.Problems, .. more(read)] : reading.Problems;
}
