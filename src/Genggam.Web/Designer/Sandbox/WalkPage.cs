using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Office.Cases;
using Genggam.Office.Changes;
using Genggam.Office.Changes.Sandbox;
using Genggam.Standards;
using Genggam.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Genggam.Web.Designer.Sandbox;

/// <summary>A screen of the walk through a draft. What a citizen or an officer would see stands in a frame that says so.</summary>
public abstract class WalkPage : DraftPage
{
    /// <summary>The step that the page shows, as its forms send it back. No name of a service's form holds a hyphen.</summary>
    internal const string VersionName = "jalan-versi";

    [Inject]
    protected WalkDesk Walks { get; set; } = null!;

    private protected Walk? Walk { get; private set; }

    /// <summary>Why the draft cannot be walked: it has faults.</summary>
    private protected ImmutableArray<Problem> Obstacles { get; private set; } = [];

    /// <summary>The change is published or given up: there is no draft any more.</summary>
    private protected bool IsOver => Draft is { Change.State: ChangeState.Published or ChangeState.GivenUp };

    /// <summary>The address of the walk, where everything that can be done next is listed.</summary>
    private protected string Start => $"{Home}/coba";

    private protected TextBook Texts => Walk!.Release.TextsIn(Words.Language);

    private protected AnswerText Answers => new(Walk!.Release, Words.Language);

    private protected SandboxPlace Place => new(Start, Walk?.Now ?? default);

    /// <summary>A screen inside a walk leads to its start where nobody began one.</summary>
    private protected virtual bool NeedsWalk => true;

    private protected override async Task Loaded()
    {
        if (IsOver)
            return;
        Obstacles = Walks.Faults(Draft!);
        if (Obstacles.IsEmpty)
            Walk = await Walks.Find(Draft!, Me);
        if (Walk is not null)
            Walked();
        else if (NeedsWalk)
            Navigation.NavigateTo(Start);
    }

    /// <summary>What a screen does once the walk is there.</summary>
    private protected virtual void Walked() { }

    /// <summary>The page that was sent shows an earlier step: nothing is done with it.</summary>
    private protected bool IsStale()
    {
        if (Walk is null || Http!.Request.Form[VersionName] == $"{Walk.Version}")
            return false;
        Faults = [new Fault(null, Why(new WalkRefusal(WalkRefusal.Stale)))];
        return true;
    }

    /// <summary>Goes on where the walk went, or says why it did not. Null where the engine said no.</summary>
    private protected Refusal? Answer(WalkResult result, string next)
    {
        switch (result)
        {
            case WalkResult.Went went:
                Walk = went.Walk;
                Navigation.NavigateTo(next);
                return null;
            case WalkResult.Cannot no:
                Faults = [new Fault(null, Why(no.Refusal))];
                return null;
            default:
                return ((WalkResult.Refused)result).Refusal;
        }
    }

    /// <summary>Keeps the walk as a step made it, and stays on the page.</summary>
    private protected bool Stays(WalkResult result)
    {
        if (result is WalkResult.Went went)
            Walk = went.Walk;
        else if (result is WalkResult.Cannot no)
            Faults = [new Fault(null, Why(no.Refusal))];
        return result is WalkResult.Went;
    }

    private protected string Why(WalkRefusal refusal)
    {
        string[] slots = [.. refusal.Slots, ""];
        return $"{Words[$"walk.{refusal.Number}", [.. slots]]} ({refusal.Number})";
    }

    private protected string NameOf(OpenTask task) => Texts[$"tasks.{task.Element}.name"];

    private protected string At(DateTimeOffset at) => Answers.Instant(at, Walk!.Zone);
}
