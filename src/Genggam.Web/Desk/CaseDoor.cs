using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.People;
using Genggam.Web.Shell;
using Microsoft.AspNetCore.Http;

namespace Genggam.Web.Desk;

/// <summary>
/// Who may open a case comes in here. An officer for whom it is not leaves a trace: in the case, where the citizen and the
/// office see it, and in the log.
/// </summary>
internal sealed class CaseDoor(CaseReader reader, Looks looks, SecurityLog log)
{
    /// <summary>Null where there is none, or it is not for whoever is at the page.</summary>
    public async Task<LoadedCase?> Open(Guid id, HttpContext http)
    {
        if (await reader.Load(new CaseId(id), http.RequestAborted) is not { } loaded)
            return null;
        if (http.User.MayRead(loaded))
            return loaded;
        log.Refused(http);
        if (http.User.Officer() is { } officer)
            await looks.Record(loaded, officer, Looks.Refused);
        return null;
    }
}
