using Genggam.Engine;
using Genggam.Office.Catalogue.Overlays;

namespace Genggam.Office.Changes;

/// <summary>Where the parts of a release lie on a disk: what services share stands beside their folders.</summary>
public static class FolderLayout
{
    private const string Shared = "shared/";
    private const string Laws = "legal.yaml";

    /// <summary>The folder of a release, below that of all services; the overlay of a region stands in its service's.</summary>
    public static string FolderOf(Release release) =>
        release.Variation is { } varied ? $"{release.Id}/{OverlayFolder.Folder}/{varied.Region}" : release.Id;

    /// <summary>The place of a part, below the folder of all services.</summary>
    public static string PlaceOf(string service, string part) =>
        part == DraftPath.Laws ? Laws
        : part.StartsWith(Shared, StringComparison.Ordinal) ? part
        : $"{service}/{part}";

    /// <summary>The part at a place; null for what is no part of this service.</summary>
    /// <param name="folder">The folder of the service with its slash; empty where it is the top.</param>
    internal static string? PartAt(string folder, string place)
    {
        var above = folder.Length == 0 ? "" : folder[..(folder.TrimEnd('/').LastIndexOf('/') + 1)];
        return place == above + Laws ? DraftPath.Laws
            : place.StartsWith(folder, StringComparison.Ordinal) ? place[folder.Length..]
            : null;
    }
}
