using System.Text.Json.Serialization;

namespace Genggam.Web.Api;

/// <param name="Field">The dotted key of a field of the application, such as <c>anak.nama</c>.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DefectBody(string Field, string Note);
