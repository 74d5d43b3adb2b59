using System.Collections.Immutable;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Genggam.Journal;
using Genggam.Office.Agencies;
using Genggam.Office.Applications;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.People;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Api;

/// <param name="Agency">The agency that shall decide; the token's own.</param>
/// <param name="Answers">By the JSON Schema of the service. What stands under <c>applicant</c> need not be repeated.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ApplicationBody(string Agency, ApplicantBody Applicant, FeelContext Answers);

/// <param name="Nik">Sixteen digits. The person finds the case on the portal once a counter has seen their identity document; until then by number and follow code.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ApplicantBody(string Nik, string? Name = null, string? Phone = null, string? Email = null);

/// <summary>What handing in gave. Sent again with the same key, it is the same.</summary>
/// <param name="FollowCode">With the number it lets the applicant follow the case without an account.</param>
internal sealed record ApplicationReceipt(
    Guid Id,
    string Number,
    string FollowCode,
    string Service,
    string Agency,
    string State,
    DateTimeOffset OpenedAt,
    DateTimeOffset? Deadline,
    DeterminationView? Determination
);

/// <summary>Handing in for a person.</summary>
internal static class ApplicationsApi
{
    public const string KeyHeader = "Idempotency-Key";
    public const int LongestKey = 200;
    private const string Under = "/answers";

    public static void MapApplications(this IEndpointRouteBuilder api) =>
        api.MapPost("/services/{id}/applications", Submit)
            .RequireAuthorization(ClientScopes.Submit)
            .WithName("SubmitApplication")
            .WithSummary("Hand in for a person; decided in the answer where rules decide at once")
            .Produces<ApplicationReceipt>(StatusCodes.Status201Created);

    private static async Task<IResult> Submit(
        string id,
        Sent<ApplicationBody> sent,
        [FromHeader(Name = KeyHeader)] string? key,
        ClaimsPrincipal user,
        ServiceCatalogue catalogue,
        Agencies agencies,
        JournalStore journal,
        SentAnswers answers,
        Submission submission,
        TimeProvider clock,
        HttpContext http
    )
    {
        var caller = Caller.Of(user);
        if (sent.Value is not { } body)
            return sent.Wrong!;
        if (key is not { Length: > 0 and <= LongestKey })
            return new Problem(ProblemNumbers.KeyMissing);
        if (
            catalogue.Find(id, agencies.Find(caller.Agency)) is not { } release
            || release.Form(release.Service.Apply.Form) is not { } form
        )
            return new Problem(ProblemNumbers.NotFound);
        if (body.Agency != caller.Agency)
            return new Problem(ProblemNumbers.OtherAgency) { Slots = [caller.Agency] };
        if (Nik.Parse(body.Applicant.Nik) is not NikResult.Plausible)
            return Problem.At(Engine.Refusals.FieldsAtFault, "/applicant/nik", FieldRules.WrongNik, "NIK");

        var applicant = await journal.Subjects.OfNik(body.Applicant.Nik);
        var known = new SentApplicant(
            body.Applicant.Nik,
            body.Applicant.Name,
            body.Applicant.Phone,
            body.Applicant.Email
        );
        var read = await answers.Read(form, body.Answers, applicant, known);
        if (!read.Problems.IsEmpty)
        {
            var rest = form.Validate(read.Data, new FeelEnvironment(clock.GetUtcNow()));
            return Wrong(
                [.. read.Problems, .. rest.ExceptBy(read.Problems.Select(p => p.Key), p => p.Key)],
                release,
                form
            );
        }
        var result = await submission.Submit(
            release,
            body.Agency,
            read.Data,
            applicant,
            caller.For(applicant),
            ApiSetup.Channel,
            $"{id}/{key}",
            http.RequestAborted
        );
        if (result is not SubmitResult.Submitted done)
            return Problem.Of(((SubmitResult.Refused)result).Refusal, release, form, Under);
        var text = http.RequestServices.GetRequiredService<ApiTexts>().For(http.Request);
        return TypedResults.Created(
            $"{ApiSetup.Root}/v1/cases/{done.Case.Value:D}",
            new ApplicationReceipt(
                done.Case.Value,
                done.Number,
                done.FollowCode,
                release.Id,
                body.Agency,
                CaseStates.Of(done.State),
                done.State.OpenedAt,
                done.State.Deadline,
                DeterminationView.Of(done.State.Determination, release, text)
            )
        );
    }

    private static Problem Wrong(ImmutableArray<FieldProblem> problems, Engine.Release release, FormModel form) =>
        Problem.Of(new Engine.Refusal(Engine.Refusals.FieldsAtFault) { Fields = problems }, release, form, Under);
}
