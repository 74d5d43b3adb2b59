using System.Collections.Immutable;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Dmn;
using Genggam.Standards.Forms;

namespace Genggam.Engine;

/// <summary>A service folder or the overlay of a region, frozen. Nothing in it changes after its hash is known.</summary>
/// <param name="Decisions">Every decision id of the folder's DMN files, with the model it stands in.</param>
/// <param name="Parts">Every file by its path in the folder; of an overlay its own files alone.</param>
public sealed record Release(
    string Hash,
    ServiceDefinition Service,
    ProcessModel Process,
    ImmutableSortedDictionary<string, DmnModel> Decisions,
    ImmutableSortedDictionary<string, FormModel> Forms,
    ImmutableSortedDictionary<string, TextBook> Texts,
    ImmutableSortedDictionary<string, LegalBasis> LegalBases,
    ImmutableSortedDictionary<string, ImmutableArray<byte>> Parts
)
{
    public string Id => Service.Id;

    /// <summary>Of the overlay of a region the core that it is laid over: all but <see cref="Parts"/> is then what both give. Null for a core.</summary>
    public Release? Over { get; init; }

    /// <summary>What the overlay varies; null for a core.</summary>
    public Variation? Variation { get; init; }

    /// <summary>The core, which an overlay names and a core is.</summary>
    public Release Core => Over ?? this;

    /// <summary>Under what its publications and changes stand: the service, and of an overlay the region behind an @.</summary>
    public string Key => Variation is { } varied ? $"{Id}@{varied.Region}" : Id;

    /// <summary>The texts of a language, the service's first language where it has no such texts.</summary>
    public TextBook TextsIn(string language) =>
        Texts.TryGetValue(language, out var book) ? book
        : Texts.TryGetValue("id", out var first) ? first
        : TextBook.Empty;

    public FormModel? Form(string? id) => id is not null && Forms.TryGetValue(id, out var form) ? form : null;
}
