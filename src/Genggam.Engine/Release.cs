using System.Collections.Immutable;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Dmn;
using Genggam.Standards.Forms;

namespace Genggam.Engine;

/// <summary>A service folder, frozen. Nothing in it changes after its hash is known.</summary>
/// <param name="Decisions">Every decision id of the folder's DMN files, with the model it stands in.</param>
/// <param name="Parts">Every file by its path in the folder.</param>
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

    /// <summary>The texts of a language, the service's first language where it has no such texts.</summary>
    public TextBook TextsIn(string language) =>
        Texts.TryGetValue(language, out var book) ? book
        : Texts.TryGetValue("id", out var first) ? first
        : TextBook.Empty;

    public FormModel? Form(string? id) => id is not null && Forms.TryGetValue(id, out var form) ? form : null;
}
