using System.Collections.Immutable;
using Genggam.Office.Agencies;
using Genggam.Office.Catalogue;
using Genggam.Standards;

namespace Genggam.Office.Changes;

/// <summary>What an official may lawfully do about a determination, by its outcome.</summary>
public sealed record Remedy(Wording Text, Wording Law, bool Unverified);

/// <summary>Remedies by outcome, from <c>services/remedies.yaml</c>; none where the file is not there.</summary>
public sealed record Remedies(ImmutableSortedDictionary<string, Remedy> ByOutcome)
{
    public static Remedies Read(string yaml, List<Problem> problems) =>
        new(
            YamlNode
                .Read(yaml, "remedies.yaml", problems)
                .Entries.ToImmutableSortedDictionary(
                    e => e.Key,
                    e => new Remedy(
                        new Wording(SharedYaml.Names(e.Value["text"])),
                        new Wording(SharedYaml.Names(e.Value["law"])),
                        e.Value["unverified"].Bool()
                    ),
                    StringComparer.Ordinal
                )
        );

    /// <exception cref="InvalidDataException">The file is there and cannot be read.</exception>
    internal static Remedies Open(string services)
    {
        var path = Path.Combine(services, "remedies.yaml");
        if (!File.Exists(path))
            return new Remedies(ImmutableSortedDictionary<string, Remedy>.Empty);
        var problems = new List<Problem>();
        var remedies = Read(File.ReadAllText(path), problems);
        return problems.Count == 0 ? remedies : throw new InvalidDataException(string.Join('\n', problems));
    }
}
