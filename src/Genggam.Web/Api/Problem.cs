using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Standards.Forms;
using Genggam.Web.Components;
using Genggam.Web.Portal;
using Genggam.Web.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Api;

/// <summary>A numbered no, written in every language when it is sent.</summary>
internal sealed class Problem(string number) : IResult
{
    public const string MediaType = "application/problem+json";

    /// <summary>What stands in the slots of the detail.</summary>
    public ImmutableArray<string> Slots { get; init; } = [];

    /// <summary>The places at fault.</summary>
    public Func<Text, IReadOnlyList<FieldError>>? Errors { get; init; }

    /// <summary>What this time is wrong, where the number alone does not say it.</summary>
    public Func<Text, string?>? Detail { get; init; }

    public string Number => number;

    /// <summary>A refusal of the engine.</summary>
    /// <param name="form">Whose fields are at fault.</param>
    /// <param name="under">Where in the body the form's answers stand, such as <c>/answers</c>.</param>
    public static Problem Of(Refusal refusal, Release release, FormModel? form, string under) =>
        new(refusal.Number)
        {
            Detail = text =>
                RefusalWords.Reason(refusal.Reason, release, text) is { } reason
                    ? $"{reason} {LawWords.Of(refusal.LegalBasis, release, text)}".TrimEnd()
                    : null,
            Errors =
                refusal.Fields.IsEmpty || form is null
                    ? null
                    : text => [.. refusal.Fields.Select(f => Field(f, form, release, text, under))],
        };

    /// <summary>One place of the body itself.</summary>
    public static Problem At(string number, string pointer, string rule, params ImmutableArray<string> slots) =>
        new(number)
        {
            Slots = slots,
            Errors = text => [new FieldError(pointer, rule, text[$"rules.{rule}", [.. slots]])],
        };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var texts = httpContext.RequestServices.GetRequiredService<ApiTexts>();
        var chosen = texts.For(httpContext.Request);
        var status = ProblemNumbers.StatusOf(number);
        var words = texts.All.ToDictionary(t => t.Language, Words);
        var own = words[chosen.Language];
        httpContext.Response.StatusCode = status;
        httpContext.Response.Headers.ContentLanguage = chosen.Language;
        httpContext.Response.Headers.Append("Vary", "Accept-Language");
        return httpContext.Response.WriteAsJsonAsync(
            new ProblemBody(
                $"/galat/{number}",
                own.Title,
                status,
                own.Detail,
                number,
                own.Remedy,
                words,
                Errors?.Invoke(chosen)
            ),
            ApiJson.Default.ProblemBody,
            MediaType,
            httpContext.RequestAborted
        );
    }

    private ProblemWords Words(Text text)
    {
        var key = $"problems.{number}";
        var detail = Detail?.Invoke(text) ?? text[$"{key}.detail", [.. Slots]];
        return new ProblemWords(text[$"{key}.title"], detail, text[$"{key}.remedy"]);
    }

    private static FieldError Field(FieldProblem problem, FormModel form, Release release, Text text, string under)
    {
        var words = new FormWords(form, release.TextsIn(text.Language), text);
        var detail = form.Field(problem.Key) is { } field
            ? words.Error(field, [problem])!
            : text[$"rules.{problem.Rule}", problem.Key];
        return new FieldError($"{under}/{Pointer(problem.Key)}", problem.Rule, detail);
    }

    /// <summary>The second row of <c>anak</c> is <c>anak/1</c>.</summary>
    private static string Pointer(string key) =>
        key.Replace('.', '/').Replace('[', '/').Replace("]", "", StringComparison.Ordinal);
}
