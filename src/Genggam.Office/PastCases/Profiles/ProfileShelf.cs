using System.Collections.Immutable;
using Genggam.Office.Catalogue;
using Genggam.Standards;

namespace Genggam.Office.PastCases.Profiles;

/// <summary>The profiles that come with the program.</summary>
internal static class ProfileShelf
{
    private const string Folder = "past-cases/";
    private const string Words = "people";

    private static readonly Lazy<ImmutableSortedDictionary<string, ServiceProfile>> profiles = new(() =>
        Names()
            .Where(name => name != Words)
            .Select(name => Read(name, ProfileYaml.Read))
            .ToImmutableSortedDictionary(p => p.Service, p => p, StringComparer.Ordinal)
    );

    private static readonly Lazy<Population> people = new(() =>
        Read(
            Words,
            (text, file, problems) =>
                new Population(
                    YamlNode
                        .Read(text, file, problems)
                        .Entries.ToImmutableSortedDictionary(e => e.Key, e => ProfileYaml.Texts(e.Value))
                )
        )
    );

    public static ImmutableSortedDictionary<string, ServiceProfile> All => profiles.Value;

    public static Population People => people.Value;

    private static IEnumerable<string> Names() =>
        typeof(ProfileShelf)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name[Folder.Length..]));

    private static T Read<T>(string name, Func<string, string, List<Problem>, T> read)
    {
        var problems = new List<Problem>();
        using var text = new StreamReader(
            typeof(ProfileShelf).Assembly.GetManifestResourceStream($"{Folder}{name}.yaml")!
        );
        var found = read(text.ReadToEnd(), $"{name}.yaml", problems);
        return problems.Count == 0 ? found : throw new InvalidDataException(string.Join('\n', problems));
    }
}
