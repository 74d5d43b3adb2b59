namespace Genggam.Web.Api;

/// <summary>What is answered in place of a result: problem details (RFC 9457).</summary>
/// <param name="Type">A page about this problem on this site; it never changes.</param>
/// <param name="Title">What is wrong, in the language of <c>Accept-Language</c>.</param>
/// <param name="Detail">What is wrong this time: the reason of a rule, the place in the text.</param>
/// <param name="Code">The number by which programs tell problems apart.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Texts">The same sentences in every language, by language code.</param>
/// <param name="Errors">Each field or place at fault.</param>
internal sealed record ProblemBody(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Code,
    string Remedy,
    IReadOnlyDictionary<string, ProblemWords> Texts,
    IReadOnlyList<FieldError>? Errors
);

internal sealed record ProblemWords(string Title, string Detail, string Remedy);

/// <param name="Pointer">A JSON pointer (RFC 6901) into the body that was sent.</param>
/// <param name="Code">The number of the rule that is not met.</param>
internal sealed record FieldError(string Pointer, string Code, string Detail);
