using System.Text.Json.Serialization;
using Genggam.Standards.Feel;

namespace Genggam.Web.Api;

/// <summary>How a task ends.</summary>
/// <param name="Outcome">One of the task's outcomes.</param>
/// <param name="Reasons">Needed where it is rejected; the applicant reads it.</param>
/// <param name="Data">What the task's form asks; of a correction, only what changes.</param>
/// <param name="Defects">Needed where it is returned: every field at fault.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CompletionBody(
    string Outcome,
    string? Reasons = null,
    FeelContext? Data = null,
    IReadOnlyList<DefectBody>? Defects = null
);

/// <param name="Field">The dotted key of a field of the application, such as <c>anak.nama</c>.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DefectBody(string Field, string Note);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WithdrawalBody(string? Reason = null);
