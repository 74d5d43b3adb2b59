using System.Text;
using Genggam.Engine;
using Genggam.Standards;

namespace Genggam.Office.Catalogue;

/// <summary>
/// Whether the agencies beside a service folder are those that it speaks of: SVC-122 no agency offers the service, SVC-123
/// an example names an agency that is none. It is asked of whoever writes the folder, not where a server starts: an agency
/// that stops offering a service must not take the open cases of it away.
/// </summary>
public static class AgencyCheck
{
    /// <param name="folder">The folder of the service, beside <c>agencies.yaml</c>; without such a file nothing is asked.</param>
    public static IEnumerable<Problem> Problems(string folder, Release release)
    {
        var file = Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder))!, "agencies.yaml");
        if (!File.Exists(file))
            yield break;
        var broken = new List<Problem>();
        var agencies = YamlNode
            .Read(File.ReadAllText(file), "agencies.yaml", broken)["agencies"]
            .Items.Select(a =>
                (Id: a["id"].Text ?? "", Services: a["services"].Items.Select(s => s.Text ?? "").ToList())
            )
            .ToList();
        foreach (var problem in broken)
            yield return problem;
        if (broken.Count > 0)
            yield break;
        if (!agencies.Any(a => a.Services.Contains(release.Id)))
            yield return new Problem(
                "SVC-122",
                $"No agency in agencies.yaml offers {release.Id}: name it under services of those that do{Nearly(release.Id, agencies)}",
                Read(release, "service.yaml")["id"].At
            );
        foreach (var path in release.Parts.Keys.Where(p => p.StartsWith("examples/", StringComparison.Ordinal)))
            if (Read(release, path)["agency"] is { Text: { } named, At: var at } && agencies.All(a => a.Id != named))
                yield return new Problem(
                    "SVC-123",
                    $"There is no agency {named} in agencies.yaml{(Nearest.To(named, agencies.Select(a => a.Id)) is { } near ? $": did you mean {near}?" : ".")}",
                    at
                );
    }

    private static string Nearly(string service, List<(string Id, List<string> Services)> agencies) =>
        Nearest.To(service, agencies.SelectMany(a => a.Services)) is { } near
            ? $" ({agencies.First(a => a.Services.Contains(near)).Id} has {near})."
            : ".";

    /// <summary>What is no YAML is said by whoever reads it first.</summary>
    private static YamlNode Read(Release release, string path) =>
        YamlNode.Read(Encoding.UTF8.GetString(release.Parts[path].AsSpan()), path, []);
}
