using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Standards.Feel;

namespace Genggam.Office.Applications;

/// <summary>An application that is not yet handed in: what the person gave so far, page by page.</summary>
/// <param name="Version">Raised at every save; two windows on one draft cannot overwrite each other.</param>
/// <param name="Done">Pages that were answered without a fault.</param>
/// <param name="Receipt">Set once it was handed in; the answers are then the case's and no longer kept here.</param>
public sealed record OpenApplication(
    DraftId Id,
    SubjectId Owner,
    long Version,
    Release Release,
    string? Agency,
    FeelContext Data,
    ImmutableSortedSet<string> Done,
    DateTimeOffset ChangedAt,
    Receipt? Receipt = null
)
{
    internal ApplicationDraft ToDraft() =>
        new(
            Id,
            Owner,
            Release.Id,
            Release.Hash,
            Version,
            ChangedAt,
            Encoding.UTF8.GetBytes(
                new JsonObject
                {
                    ["agency"] = Agency,
                    ["data"] = JsonNode.Parse(FeelJson.ToJson(Data)),
                    ["done"] = new JsonArray([.. Done.Select(d => (JsonNode)d)]),
                    ["receipt"] = Receipt?.ToJson(),
                }.ToJsonString()
            )
        );

    internal static string? AgencyOf(ApplicationDraft draft) => (string?)JsonNode.Parse(draft.Content.Span)!["agency"];

    internal static OpenApplication Of(ApplicationDraft draft, Release release)
    {
        var json = JsonNode.Parse(draft.Content.Span)!;
        return new OpenApplication(
            draft.Id,
            draft.Owner,
            draft.Version,
            release,
            (string?)json["agency"],
            FeelJson.Parse(json["data"]!.ToJsonString()) as FeelContext ?? FeelContext.Empty,
            [.. json["done"]!.AsArray().Select(d => (string)d!)],
            draft.ChangedAt,
            json["receipt"] is JsonObject receipt ? Receipt.Of(receipt) : null
        );
    }
}
