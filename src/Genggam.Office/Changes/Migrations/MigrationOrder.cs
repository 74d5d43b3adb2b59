using System.Collections.Immutable;
using System.Text.Json;
using Genggam.Engine;
using Genggam.Journal;

namespace Genggam.Office.Changes;

/// <summary>Which running cases of the release a migration is about; all of them where nothing is given.</summary>
public sealed record MigrationFilter
{
    public static readonly MigrationFilter All = new();

    public string? Agency { get; init; }

    /// <summary>The step that the case stands at, as lists show it.</summary>
    public string? Step { get; init; }

    /// <summary>Chosen cases; null for every one that the rest lets through.</summary>
    public ImmutableArray<Guid>? Cases { get; init; }

    internal RunningFilter Under(string service, string release) => new(service, release, Agency, Step);

    internal bool Takes(CaseRow row) => Cases is not { } chosen || chosen.Contains(row.Case.Value);
}

/// <summary>A migration as it is kept: what was asked, and by whom.</summary>
internal sealed record MigrationOrder(string Service, MigrationPlan Plan, MigrationFilter Filter, Actor By)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public byte[] Body() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    public static MigrationOrder Of(MigrationRow row) =>
        JsonSerializer.Deserialize<MigrationOrder>(row.Body.Span, Json)
        ?? throw new InvalidDataException($"The migration {row.Id} cannot be read.");
}
