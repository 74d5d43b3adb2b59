using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Catalogue;
using Genggam.Standards.Feel;

namespace Genggam.Office.Applications;

/// <summary>What became of saving a draft. A closed set.</summary>
public abstract record SaveResult
{
    private SaveResult() { }

    public sealed record Saved(OpenApplication Application) : SaveResult;

    /// <summary>Another window saved it meanwhile; nothing was overwritten.</summary>
    public sealed record Stale : SaveResult;
}

/// <summary>Applications until they are handed in: begun, saved page by page, taken up again.</summary>
public sealed class ApplicationDesk(
    JournalStore journal,
    ServiceCatalogue catalogue,
    Agencies.Agencies agencies,
    TimeProvider clock
)
{
    /// <summary>How long the receipt of what was handed in can be shown again.</summary>
    public static readonly TimeSpan ReceiptKept = TimeSpan.FromDays(1);

    /// <param name="known">The owner's record, from which the form is filled where it names a source.</param>
    public async Task<OpenApplication> Begin(Release release, SubjectId owner, string? agency, FeelContext known)
    {
        var form = release.Form(release.Service.Apply.Form);
        var data = form is null ? FeelContext.Empty : Prefill.Of(form, known);
        var begun = new OpenApplication(
            new DraftId(Guid.CreateVersion7()),
            owner,
            0,
            release,
            agency,
            data,
            [],
            clock.GetUtcNow()
        );
        return await Save(begun) is SaveResult.Saved saved
            ? saved.Application
            : throw new InvalidOperationException("A new draft cannot be stale.");
    }

    /// <summary>Null where this owner has none with this id. A draft moves to the newest release where the service says so.</summary>
    public async Task<OpenApplication?> Find(SubjectId owner, DraftId id) =>
        await journal.Drafts.Load(owner, id) is { } draft ? OpenApplication.Of(draft, ReleaseOf(draft)) : null;

    /// <summary>What this owner has begun and not handed in. Receipts that are over are thrown away.</summary>
    public async Task<IReadOnlyList<OpenApplication>> Of(SubjectId owner)
    {
        var open = new List<OpenApplication>();
        foreach (var draft in await journal.Drafts.List(owner))
        {
            var application = OpenApplication.Of(draft, ReleaseOf(draft));
            if (application.Receipt is null)
                open.Add(application);
            else if (clock.GetUtcNow() - application.ChangedAt > ReceiptKept)
                await journal.Drafts.Delete(owner, draft.Id);
        }
        return open;
    }

    public async Task<SaveResult> Save(OpenApplication application) =>
        await journal.Drafts.Save(application.ToDraft()) switch
        {
            SaveDraftResult.Saved saved => new SaveResult.Saved(application with { Version = saved.Version }),
            _ => new SaveResult.Stale(),
        };

    /// <summary>The case has the answers now; only the receipt stays.</summary>
    public Task<SaveResult> HandIn(OpenApplication application, Receipt receipt) =>
        Save(application with { Data = FeelContext.Empty, Done = [], Receipt = receipt });

    /// <summary>What is new begins where it is the office's day; what its region varies is the office's.</summary>
    private Release ReleaseOf(ApplicationDraft draft) =>
        catalogue.Find(draft.Service, agencies.Find(OpenApplication.AgencyOf(draft)))
            is { Service.DraftsOnNewRelease: DraftPolicy.Upgrade } newest
            ? newest
            : catalogue.Release(draft.ReleaseHash);
}
