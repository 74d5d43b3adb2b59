using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Genggam.Web.Api;

/// <summary>A JSON body of at most <see cref="ApiSetup.LargestBody"/>, or what is wrong with it and where.</summary>
internal sealed record Sent<T>(T? Value, Problem? Wrong)
    : IBindableFromHttpContext<Sent<T>>,
        IEndpointParameterMetadataProvider
    where T : class
{
    public static async ValueTask<Sent<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (!context.Request.HasJsonContentType())
            return new(null, new Problem(ProblemNumbers.WrongMediaType));
        try
        {
            var type = (JsonTypeInfo<T>)ApiJson.Default.GetTypeInfo(typeof(T))!;
            var value = await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted);
            return value is null
                ? new(null, new Problem(ProblemNumbers.WrongShape) { Slots = [""] })
                : new(value, null);
        }
        catch (JsonException wrong) when (wrong.InnerException is JsonException || IsSyntax(wrong))
        {
            var line = (wrong.LineNumber ?? 0) + 1;
            return new(
                null,
                new Problem(ProblemNumbers.BrokenJson) { Slots = [$"{line}", $"{wrong.BytePositionInLine + 1}"] }
            );
        }
        catch (JsonException wrong)
        {
            return new(null, Problem.At(ProblemNumbers.WrongShape, Pointer(wrong.Path), "API-101"));
        }
        catch (BadHttpRequestException refused)
        {
            return new(null, new Problem(ProblemNumbers.OfStatus(refused.StatusCode)));
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));

    /// <summary>The reader of tokens fails with a type of its own, which is not public.</summary>
    private static bool IsSyntax(JsonException wrong) =>
        wrong.GetType() != typeof(JsonException) || wrong.InnerException?.GetType().Name == "JsonReaderException";

    /// <summary><c>$.applicant.nik</c> as a JSON pointer.</summary>
    private static string Pointer(string? path) =>
        (path ?? "$")[1..]
            .Replace('.', '/')
            .Replace("[", "/", StringComparison.Ordinal)
            .Replace("]", "", StringComparison.Ordinal);
}
