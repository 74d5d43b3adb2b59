namespace Genggam.Office.Changes;

/// <summary>Where the parts of a release lie on a disk: what services share stands beside their folders.</summary>
public static class FolderLayout
{
    private const string Shared = "shared/";
    private const string Laws = "legal.yaml";

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
