using Microsoft.AspNetCore.Http.Metadata;

namespace Genggam.Web.Api;

/// <summary>The most bytes a request to an endpoint may have; the server stops reading there.</summary>
internal sealed record SizeLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
