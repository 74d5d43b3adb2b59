using System.Security.Claims;
using Genggam.Engine;
using Genggam.Office.Applications;
using Genggam.Office.Cases;
using Genggam.Office.People;
using Genggam.Standards.Feel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Genggam.Web.Api;

/// <summary>
/// Work on a case. The office's tasks are the client's own, with its roles and under the same separation of duties as
/// officers; the applicant's are done for the applicant, by the client that handed the case in and by no other.
/// </summary>
internal static class TasksApi
{
    private const string Tasks = "/cases/{id:guid}/tasks/{task}";

    public static void MapTasks(this IEndpointRouteBuilder api)
    {
        api.MapPost($"{Tasks}/claim", Claim)
            .RequireAuthorization(ClientScopes.WriteCases)
            .WithName("ClaimTask")
            .WithSummary("Take a task")
            .Produces<CaseView>();
        api.MapPost($"{Tasks}/release", Release)
            .RequireAuthorization(ClientScopes.WriteCases)
            .WithName("ReleaseTask")
            .WithSummary("Give a task back")
            .Produces<CaseView>();
        api.MapPost($"{Tasks}/complete", Complete)
            .RequireAuthorization(ApiPolicies.CompleteTasks)
            .WithName("CompleteTask")
            .WithSummary("Finish a task, the office's or the applicant's correction")
            .Produces<CaseView>();
        api.MapPost("/cases/{id:guid}/withdraw", Withdraw)
            .RequireAuthorization(ClientScopes.Submit)
            .WithName("WithdrawCase")
            .WithSummary("Withdraw for the applicant")
            .Produces<CaseView>();
    }

    private static Task<IResult> Claim(Guid id, string task, ClaimsPrincipal user, CaseWork work, HttpContext http) =>
        OfOffice(id, new Command.Claim(task), user, work, http);

    private static Task<IResult> Release(Guid id, string task, ClaimsPrincipal user, CaseWork work, HttpContext http) =>
        OfOffice(id, new Command.Unclaim(task), user, work, http);

    private static async Task<IResult> OfOffice(
        Guid id,
        Command command,
        ClaimsPrincipal user,
        CaseWork work,
        HttpContext http
    )
    {
        var caller = Caller.Of(user);
        return await work.Own(id, caller, http.RequestAborted) is { } loaded
            ? await work.Run(loaded, command, caller.Office, null, null, http)
            : new Problem(Refusals.NoSuchCase);
    }

    private static async Task<IResult> Complete(
        Guid id,
        string task,
        Sent<CompletionBody> sent,
        [FromHeader(Name = ApplicationsApi.KeyHeader)] string? key,
        ClaimsPrincipal user,
        CaseWork work,
        HttpContext http
    )
    {
        var caller = Caller.Of(user);
        if (sent.Value is not { } body)
            return sent.Wrong!;
        if (key is { Length: 0 or > ApplicationsApi.LongestKey })
            return new Problem(ProblemNumbers.KeyMissing);
        if (await work.Own(id, caller, http.RequestAborted) is not { } loaded)
            return new Problem(Refusals.NoSuchCase);
        var open = loaded.Case.Tasks.GetValueOrDefault(task);
        var mine = open is null ? work.FiledBy(loaded, caller) : open.Role == OpenTask.ApplicantRole;
        var needed = mine ? ClientScopes.Submit : ClientScopes.WriteCases;
        if (!caller.Scopes.Contains(needed))
            return new Problem(ProblemNumbers.ScopeMissing) { Slots = [needed] };
        if (mine && !work.FiledBy(loaded, caller))
            return new Problem(ProblemNumbers.NotFiledHere);
        var data = body.Data ?? FeelContext.Empty;
        if (open is not null && loaded.Release.Form(open.Form) is { } form)
        {
            var read = await work.Read(form, data, loaded);
            if (!read.Problems.IsEmpty)
                return Problem.Of(
                    new Refusal(Refusals.FieldsAtFault) { Fields = read.Problems },
                    loaded.Release,
                    form,
                    "/data"
                );
            data = read.Data;
        }
        var command = new Command.Complete(
            task,
            body.Outcome,
            new Personal(data),
            Personal.Text(body.Reasons),
            [.. (body.Defects ?? []).Select(d => new Defect(d.Field, d.Note))]
        );
        var by = mine ? caller.For(loaded.Case.Applicant!) : caller.Office;
        return await work.Run(loaded, command, by, key is null ? null : $"{id:N}/{key}", open?.Form, http);
    }

    private static async Task<IResult> Withdraw(
        Guid id,
        Sent<WithdrawalBody> sent,
        ClaimsPrincipal user,
        CaseWork work,
        HttpContext http
    )
    {
        var caller = Caller.Of(user);
        if (sent.Value is not { } body)
            return sent.Wrong!;
        if (await work.Own(id, caller, http.RequestAborted) is not { } loaded)
            return new Problem(Refusals.NoSuchCase);
        if (!work.FiledBy(loaded, caller))
            return new Problem(ProblemNumbers.NotFiledHere);
        var command = new Command.Withdraw(Personal.Text(body.Reason));
        return await work.Run(loaded, command, caller.For(loaded.Case.Applicant!), null, null, http);
    }
}
