using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Genggam.Engine;
using Genggam.Office.Changes;
using Genggam.Standards;

namespace Genggam.Office.Catalogue.Overlays;

/// <summary>
/// Reads what a region varies, from a folder or from stored files, into a release laid over its core. OVL-101 a file that is
/// no part of an overlay, OVL-102 no overlay.yaml, OVL-103 the region, OVL-105 another core.
/// </summary>
public static partial class OverlayFolder
{
    public const string File = "overlay.yaml";

    /// <inheritdoc cref="ServiceFolder.Overlaid"/>
    public const string Folder = ServiceFolder.Overlaid;

    /// <summary>Whether files are those of an overlay and not of a service.</summary>
    public static bool IsOne(ImmutableSortedDictionary<string, ImmutableArray<byte>> parts) =>
        parts.ContainsKey(File) && !parts.ContainsKey("service.yaml");

    public static bool IsFit(string path) => path.Length <= 120 && Fit().IsMatch(path);

    /// <summary>The folders of the overlays that stand in a service folder, by region.</summary>
    public static IEnumerable<string> In(string service) =>
        Path.Combine(service, Folder) is var folder && Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
            : [];

    /// <summary>An overlay from its folder, which is named for its region.</summary>
    public static Reading<Release> Read(string folder, Release core)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        var prefix = $"{Folder}/{name}/";
        var problems = new List<Problem>();
        var parts = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<byte>>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
            if (new FileInfo(file).Length > ServiceFolder.MaxFile)
                problems.Add(new Problem("SVC-003", "The file is larger than 2 MB.", new Place(prefix + path)));
            else
                parts[path] = [.. System.IO.File.ReadAllBytes(file)];
        }
        return FromParts(parts.ToImmutable(), core, problems, prefix, name);
    }

    /// <summary>
    /// An overlay from its files. One that names no core is for this one, and says so from then on.
    /// </summary>
    /// <param name="prefix">Of the files in the places of problems.</param>
    /// <param name="region">What the overlay must be of; null for whatever it says.</param>
    public static Reading<Release> FromParts(
        ImmutableSortedDictionary<string, ImmutableArray<byte>> parts,
        Release core,
        List<Problem> problems,
        string prefix = "",
        string? region = null
    )
    {
        foreach (var path in parts.Keys.Where(path => !IsFit(path)))
            problems.Add(
                new Problem(
                    "OVL-101",
                    $"An overlay holds {File}, texts/LANGUAGE.yaml and examples/NAME.yaml only: forms, rules, processes and letters are the core's. Take {path} out.",
                    new Place(prefix + path)
                )
            );
        if (!parts.TryGetValue(File, out var bytes))
        {
            problems.Add(new Problem("OVL-102", $"There is no {File} in the overlay.", new Place(prefix + File)));
            return new Reading<Release>(null, problems);
        }
        var yaml = Encoding.UTF8.GetString(bytes.AsSpan());
        var read = OverlayYaml.Read(yaml, TextsOf(parts), prefix, problems);
        if (!Code().IsMatch(read.Variation.Region) || (region is not null && region != read.Variation.Region))
            problems.Add(
                new Problem(
                    "OVL-103",
                    $"The region {read.Variation.Region} is not the code of its folder, such as 35.78 in {Folder}/35.78: give both the same.",
                    read.RegionAt
                )
            );
        if (read.Core is not null && read.Core != core.Hash)
        {
            problems.Add(
                new Problem(
                    "OVL-105",
                    $"The overlay fits the core {Short(read.Core)}, this is {Short(core.Hash)}: see what the core changed, then write its hash, or no core for the one beside it.",
                    read.CoreAt
                )
            );
            return new Reading<Release>(null, problems);
        }
        if (read.Core is null)
        {
            if (YamlEdit.Set(yaml, "core", core.Hash) is not { } pinned)
                return new Reading<Release>(null, problems);
            parts = parts.SetItem(File, [.. Encoding.UTF8.GetBytes(pinned)]);
        }
        var variation = read.Variation with { Core = core.Hash };
        problems.AddRange(VariationRules.Faults(core, variation).Select(fault => Told(fault, read, prefix)));
        return new Reading<Release>(Overlaying.Lay(core, variation, parts), problems);
    }

    /// <summary>The hash of the core that stored files name.</summary>
    /// <exception cref="InvalidDataException">They name none.</exception>
    internal static string CoreOf(ImmutableSortedDictionary<string, ImmutableArray<byte>> parts) =>
        OverlayYaml.Read(Encoding.UTF8.GetString(parts[File].AsSpan()), [], "", []).Core
        ?? throw new InvalidDataException("The overlay names no core.");

    private static IEnumerable<(string Language, string Text)> TextsOf(
        ImmutableSortedDictionary<string, ImmutableArray<byte>> parts
    ) =>
        parts
            .Where(p => p.Key.StartsWith("texts/", StringComparison.Ordinal) && IsFit(p.Key))
            .Select(p => (Path.GetFileNameWithoutExtension(p.Key), Encoding.UTF8.GetString(p.Value.AsSpan())));

    private static Problem Told(VariationFault fault, OverlayRead read, string prefix) =>
        new(fault.Number, fault.Message, PlaceOf(fault, read, prefix));

    private static Place PlaceOf(VariationFault fault, OverlayRead read, string prefix)
    {
        if (fault is { Language: { } language, Key: { } key })
            return read.TextPlaces.GetValueOrDefault((language, key))
                ?? new Place($"{prefix}texts/{language}.yaml", key);
        if (fault.Key is { } named)
            return read.LawPlaces.GetValueOrDefault(named)
                ?? read.TextPlaces.FirstOrDefault(p => RegionTexts.ListOf(p.Key.Key) == named).Value
                ?? new Place(prefix + File, named);
        return fault.Part is { } part && read.Places.TryGetValue(part, out var place)
            ? place
            : new Place(prefix + File);
    }

    private static string Short(string hash) => hash[..Math.Min(12, hash.Length)];

    [GeneratedRegex(
        @"^(overlay\.yaml|texts/[a-z]{2,3}\.yaml|examples/[a-z0-9_-]+\.yaml)\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Fit();

    [GeneratedRegex(@"^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
