using System.Security.Claims;
using Genggam.Office.People;
using Genggam.Web.Components;
using Genggam.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Genggam.Web.Account;

/// <summary>What the pages of an account have in common: where to go afterwards, and what is wrong.</summary>
public abstract class AccountPage : ComponentBase
{
    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>The page the person wanted; only a page of this site is gone to.</summary>
    [SupplyParameterFromQuery(Name = Sessions.ReturnName)]
    public string? Return { get; set; }

    protected IReadOnlyList<Fault> Faults { get; private set; } = [];

    protected CancellationToken Cancel => Http.RequestAborted;

    protected string? Error(string field) => Faults.FirstOrDefault(f => f.Field == field)?.Text;

    protected void Fail(Text texts, params IEnumerable<(string Field, string Number)> faults) =>
        Faults = [.. faults.Select(f => new Fault(f.Field, $"{texts[$"account.faults.{f.Number}"]} ({f.Number})"))];

    /// <summary>The same address with the wanted page carried along.</summary>
    protected string Carry(string path) =>
        Return is null ? path : $"{path}?{Sessions.ReturnName}={Uri.EscapeDataString(Sessions.Local(Return, "/"))}";

    /// <summary>Where somebody begins who wanted no page in particular.</summary>
    protected static string HomeOf(ClaimsPrincipal who) =>
        who.Designs() && !who.Decides() ? "/rancang"
        : who.IsInRole(Policies.Officer) ? "/meja"
        : who.IsInRole(Policies.Administrator) ? "/kelola"
        : "/berkas";

    /// <summary>To the page on which somebody first chooses a password of their own. To be called last.</summary>
    protected async Task Choose(SignInResult.ChooseOwn first)
    {
        await Http.Wait(first.Ticket, Step.OwnPassword);
        Go(Carry("/kata-sandi/pertama"));
    }

    /// <summary>A redirect. To be called last.</summary>
    protected void Go(string path) => Navigation.NavigateTo(path);

    protected void GoOn(string otherwise) => Go(Sessions.Local(Return, otherwise));
}
