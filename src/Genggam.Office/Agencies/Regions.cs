using System.Globalization;

namespace Genggam.Office.Agencies;

/// <summary>
/// The provinces, regencies and cities, districts and villages of Indonesia. One edition of the codes: a code that was
/// split or merged away is not known. Villages are read on first use.
/// </summary>
public sealed class Regions
{
    private readonly Dictionary<string, Region> known;
    private readonly ILookup<string, Region> children;
    private readonly Lazy<ILookup<string, Region>> villages;

    private Regions(IReadOnlyList<Region> areas, Func<IEnumerable<Region>> readVillages)
    {
        known = areas.ToDictionary(a => a.Code, StringComparer.Ordinal);
        children = areas.ToLookup(a => a.Parent ?? "");
        villages = new(() => readVillages().ToLookup(v => v.Parent ?? ""));
    }

    /// <summary>The folder the build copies the code lists to.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "regions");

    /// <summary>Reads the four lists of <paramref name="folder"/>; a missing list is a broken installation and throws.</summary>
    public static Regions Load(string folder)
    {
        Region[] areas = [.. Read(folder, "provinces"), .. Read(folder, "regencies"), .. Read(folder, "districts")];
        return new Regions(areas, () => Read(folder, "villages"));
    }

    public Region? Find(string code) =>
        known.GetValueOrDefault(code)
        ?? (
            code.LastIndexOf('.') is var dot and > 0 && known.ContainsKey(code[..dot])
                ? villages.Value[code[..dot]].FirstOrDefault(v => v.Code == code)
                : null
        );

    /// <summary>The areas directly below <paramref name="code"/>, by name; the provinces where it is null.</summary>
    public IReadOnlyList<Region> Children(string? code)
    {
        var below =
            code is not null && Find(code)?.Level == RegionLevel.District ? villages.Value[code] : children[code ?? ""];
        return [.. below.OrderBy(r => r.Name, StringComparer.Ordinal)];
    }

    /// <summary>The names from the province down to <paramref name="code"/>; empty where the code is unknown.</summary>
    public IReadOnlyList<Region> PathTo(string code)
    {
        var path = new Stack<Region>();
        for (var area = Find(code); area is not null; area = area.Parent is { } parent ? Find(parent) : null)
            path.Push(area);
        return [.. path];
    }

    private static IEnumerable<Region> Read(string folder, string list)
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, list + ".csv")).Skip(1))
        {
            var first = line.IndexOf(',', StringComparison.Ordinal);
            var last = list == "provinces" ? first : line.IndexOf(',', first + 1);
            if (first > 0 && last > 0)
                yield return new Region(line[..first], Readable(line[(last + 1)..].Trim('"')));
        }
    }

    /// <summary>The source writes provinces and regencies in capitals; people read "Kota Surabaya".</summary>
    private static string Readable(string name) =>
        name.Any(char.IsLower) ? name : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant());
}
