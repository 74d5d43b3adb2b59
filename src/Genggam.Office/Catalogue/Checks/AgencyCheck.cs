using System.Text;
using Genggam.Engine;
using Genggam.Standards;

namespace Genggam.Office.Catalogue.Checks;

/// <summary>
/// Whether the agencies beside a service folder are those that it speaks of: SVC-122 no agency offers the service, SVC-123
/// an example names an agency that is none. It is asked of whoever writes the folder, not where a server starts: an agency
/// that stops offering a service must not take the open cases of it away.
/// </summary>
public static class AgencyCheck
{
    public static IEnumerable<Problem> Problems(Agencies.Agencies agencies, Release release)
    {
        if (!agencies.All.Any(a => a.Services.Contains(release.Id)))
            yield return new Problem(
                "SVC-122",
                $"No agency in agencies.yaml offers {release.Id}: name it under services of those that do{Nearly(release.Id, agencies)}",
                Read(release, "service.yaml")["id"].At
            );
        foreach (var path in ServiceFolder.ExampleFiles(release))
            if (Read(release, path)["agency"] is { Text: { } named, At: var at } && agencies.Find(named) is null)
                yield return new Problem(
                    "SVC-123",
                    $"There is no agency {named} in agencies.yaml{Nearest.Meant(named, agencies.All.Select(a => a.Id))}",
                    at
                );
    }

    private static string Nearly(string service, Agencies.Agencies agencies) =>
        Nearest.To(service, agencies.All.SelectMany(a => a.Services)) is { } near
            ? $" ({agencies.All.First(a => a.Services.Contains(near)).Id} has {near})."
            : ".";

    /// <summary>What is no YAML is said by whoever reads it first.</summary>
    private static YamlNode Read(Release release, string path) =>
        YamlNode.Read(Encoding.UTF8.GetString(release.Parts[path].AsSpan()), path, []);
}
