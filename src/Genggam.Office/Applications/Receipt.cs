using System.Text.Json.Nodes;
using Genggam.Journal;

namespace Genggam.Office.Applications;

/// <summary>What an applicant gets for handing in. Kept for a day beside the draft it came from, for whom the line was lost.</summary>
/// <param name="FollowCode">With it the case can be followed without an account.</param>
public sealed record Receipt(CaseId Case, string Number, string? FollowCode)
{
    internal JsonObject ToJson() =>
        new()
        {
            ["case"] = Case.Value.ToString("N"),
            ["number"] = Number,
            ["code"] = FollowCode,
        };

    internal static Receipt Of(JsonObject json) =>
        new(new CaseId(Guid.Parse((string)json["case"]!)), (string)json["number"]!, (string?)json["code"]);
}
