using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Changes;
using Genggam.Web.Components;
using Genggam.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Genggam.Web.Designer;

/// <summary>A page about one change of a service, for those who own the service or publish it.</summary>
public abstract class DraftPage : ComponentBase
{
    private bool isLoaded;

    [Inject]
    internal Text Words { get; set; } = null!;

    [Inject]
    protected ChangeDesk Desk { get; set; } = null!;

    [Inject]
    protected Ownership Ownership { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    private protected HttpContext? Http { get; set; }

    private protected Actor Me { get; private set; } = Actor.System;

    private protected Draft? Draft { get; private set; }

    /// <summary>The draft once the page has all that it shows.</summary>
    private protected Draft? Shown => isLoaded ? Draft : null;

    private protected IReadOnlyList<Fault> Faults { get; set; } = [];

    private protected ChangeId ChangeId => new(Id);

    private protected string Home => $"/rancang/{Id:N}";

    private protected bool MayWrite =>
        Draft is { Change.State: ChangeState.Draft or ChangeState.Asked }
        && Ownership.MayWrite(Me, Draft.Change.Service);

    private protected CancellationToken Cancel => Http!.RequestAborted;

    protected override async Task OnInitializedAsync()
    {
        Me = Http!.User.Officer()!;
        await Load();
        if (Draft is null)
            Navigation.NotFound();
        else
        {
            await Loaded();
            isLoaded = true;
        }
    }

    /// <summary>What a page does once its draft is there.</summary>
    private protected virtual Task Loaded() => Task.CompletedTask;

    private protected async Task Load()
    {
        var draft = await Desk.Load(ChangeId);
        Draft = draft is not null && Ownership.MayRead(Me, draft.Change.Service) ? draft : null;
    }

    /// <summary>Shows why a step was not taken; goes on where it was. What was typed stays on the page.</summary>
    private protected void Answer(ChangeResult result, string next, Func<ChangeRefusal, string?>? field = null)
    {
        switch (result)
        {
            case ChangeResult.Done:
                Navigation.NavigateTo(next);
                break;
            case ChangeResult.Refused no:
                Faults = [new Fault(field?.Invoke(no.Refusal), Why(no.Refusal))];
                break;
            case ChangeResult.Conflicting conflict:
                Faults =
                [
                    .. conflict.Files.Select(f => new Fault(
                        null,
                        Why(new ChangeRefusal(ChangeRefusal.Conflict, f.Path))
                    )),
                ];
                break;
        }
    }

    private protected string Why(ChangeRefusal refusal) => ChangeWords.Why(refusal, Words);
}
