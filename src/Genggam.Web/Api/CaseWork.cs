using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Office.Cases;
using Genggam.Office.People;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;
using Genggam.Web.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Genggam.Web.Api;

/// <summary>Cases as a client may reach them, and commands on them with the case as the answer.</summary>
internal sealed class CaseWork(
    CaseReader reader,
    CaseRunner runner,
    Looks looks,
    SentAnswers answers,
    ApiTexts texts,
    SecurityLog log,
    IHttpContextAccessor http
)
{
    /// <summary>Null for a case of another agency as for one that is not there. That it was read is on record.</summary>
    public async Task<LoadedCase?> Own(Guid id, Caller caller, CancellationToken cancel)
    {
        if (await reader.Load(new CaseId(id), cancel) is not { } loaded)
            return null;
        if (loaded.Case.Agency != caller.Agency)
        {
            log.Refused(http.HttpContext!);
            return null;
        }
        await looks.Record(loaded, caller.Office, Looks.Review);
        return loaded;
    }

    /// <summary>Whether this client handed the case in.</summary>
    public bool FiledBy(LoadedCase loaded, Caller caller) => loaded.Entries[0].Stamp.Actor.Via == caller.Client;

    /// <summary>What was sent for the form of a task. Files are those of the applicant.</summary>
    public Task<ReadAnswers> Read(FormModel form, FeelContext sent, LoadedCase loaded) =>
        answers.Read(form, sent, new SubjectId(loaded.Case.Subjects[EntryCodec.Applicant]), null);

    /// <param name="form">Whose fields a refusal names.</param>
    public async Task<IResult> Run(
        LoadedCase loaded,
        Command command,
        Actor by,
        string? key,
        string? form,
        HttpContext http
    )
    {
        var result = await runner.Run(loaded.Id, command, by, ApiSetup.Channel, key, http.RequestAborted);
        return result switch
        {
            RunResult.Refused refused => Problem.Of(
                refused.Refusal,
                loaded.Release,
                loaded.Release.Form(form),
                "/data"
            ),
            RunResult.KeyReused => new Problem(Refusals.KeyReused),
            RunResult.Accepted accepted => View(loaded with { Case = accepted.Case }, http),
            _ => await reader.Load(loaded.Id, http.RequestAborted) is { } before
                ? View(before, http)
                : new Problem(Refusals.NoSuchCase),
        };
    }

    private Ok<CaseView> View(LoadedCase loaded, HttpContext http) =>
        TypedResults.Ok(CaseView.Of(loaded, texts.For(http.Request), answers: false));
}
