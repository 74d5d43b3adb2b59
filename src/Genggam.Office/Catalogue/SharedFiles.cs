using System.Text;
using Genggam.Engine;
using Genggam.Standards;

namespace Genggam.Office.Catalogue;

/// <summary>What lies beside the folders of services and is used by all of them.</summary>
internal static class SharedFiles
{
    /// <summary>SVC-006, once, with everything that is not there.</summary>
    public static IEnumerable<Problem> Missing(string folder, Release release)
    {
        var services = Path.GetDirectoryName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar))!;
        var missing = new List<string>();
        if (!release.Parts.ContainsKey("shared/legal.yaml"))
            missing.Add("legal.yaml");
        if (!Directory.Exists(Path.Combine(services, "calendars")))
            missing.Add("calendars/");
        if (UsesShared(release) && !Directory.Exists(Path.Combine(services, "shared")))
            missing.Add("shared/");
        if (missing.Count > 0)
            yield return new Problem(
                "SVC-006",
                $"Beside the folder, in {services}, there is no {string.Join(", no ", missing)}. Check the folder where these lie, in services/, or copy them there.",
                new Place("service.yaml")
            );
    }

    private static bool UsesShared(Release release) =>
        release.Parts.Any(p =>
            p.Key.StartsWith("letters/", StringComparison.Ordinal)
            && Encoding.UTF8.GetString(p.Value.AsSpan()).Contains("/shared/", StringComparison.Ordinal)
        );
}
