using System.Text;
using System.Text.RegularExpressions;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.People;
using Genggam.Web.Tests.Harness;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Isolation;

/// <summary>
/// Everybody tries every address, search and form that the program has with what belongs to somebody else. The addresses
/// come from the program itself: one that is new is tried too, or has to be given a value in <see cref="Secrets"/>.
/// </summary>
public sealed partial class IsolationTests(Host host) : IAsyncLifetime
{
    /// <summary>Sent to every address that takes one.</summary>
    private static readonly string[] bodies = ["""{"outcome":"approve","reason":"x","task":"x"}""", "{}"];

    private readonly Installation program = new();
    private Secrets secrets = null!;
    private Uri address = null!;

    public async ValueTask InitializeAsync()
    {
        address = program.Start();
        secrets = await Secrets.Keep(host, program);
    }

    public ValueTask DisposeAsync() => program.DisposeAsync();

    [Fact]
    public async Task Nobody_of_another_office_or_role_reads_or_changes_what_is_not_theirs()
    {
        var addresses = Addresses().ToList();
        var forms = await FormsOfTheirs(addresses);
        Assert.True(forms.Count > 20, $"only {forms.Count} forms were found");
        var leaks = new List<string>();
        foreach (var trial in await Trials())
        {
            using var stranger = await trial.Make();
            await TryAddresses(leaks, stranger, trial, addresses);
            if (!trial.IsProgram)
                await TryForms(leaks, stranger, trial, forms);
        }
        Assert.True(leaks.Count == 0, $"{leaks.Count} leaks:\n{string.Join('\n', leaks.Take(60))}");

        var tried = await program.Services.GetRequiredService<JournalStore>().Access.Read(secrets.Case);
        Assert.Contains(tried, look => look is { Purpose: Looks.Refused, Agency: "dukcapil-surabaya" });
        Assert.Contains(tried, look => look is { Purpose: Looks.Refused, Agency: Secrets.Office, Role: "inspektor" });
    }

    private async Task TryAddresses(
        List<string> leaks,
        Stranger stranger,
        Trial trial,
        List<(HttpMethod Method, string Path)> addresses
    )
    {
        var searched = new HashSet<string>(StringComparer.Ordinal);
        var before = await State(trial);
        foreach (var (method, path) in addresses)
        {
            if (method == HttpMethod.Get)
            {
                var heard = await stranger.Get(path);
                Look(leaks, stranger, $"GET {path}", heard, trial.Forbidden, path);
                await Search(leaks, stranger, heard, path, trial.Forbidden, searched);
                continue;
            }
            foreach (var body in bodies)
            {
                var content = new StringContent(body, Encoding.UTF8, "application/json");
                var heard = await stranger.Send(method, path, content);
                Look(leaks, stranger, $"{method} {path}", heard, trial.Forbidden, path + body);
            }
        }
        if (await State(trial) != before)
            leaks.Add($"{stranger.Name} changed something by an address");
    }

    private async Task TryForms(List<string> leaks, Stranger stranger, Trial trial, List<SeenForm> forms)
    {
        var token = await stranger.Token();
        var before = await State(trial);
        foreach (var form in forms)
        {
            var sent = string.Join(' ', form.Fields.Select(f => f.Value)) + form.Path;
            Look(leaks, stranger, $"form {form.Kind}", await stranger.Send(form, token), trial.Forbidden, sent);
            var after = await State(trial);
            if (after != before)
                leaks.Add($"{stranger.Name} changed by {form.Kind}: {before} became {after}");
            before = after;
        }
    }

    private async Task<string> State(Trial trial) =>
        string.Join('\n', await Task.WhenAll(trial.Not.Select(part => part())));

    /// <summary>Somebody who tries.</summary>
    /// <param name="Forbidden">What they must not read.</param>
    /// <param name="Not">What they must not change.</param>
    private sealed record Trial(Func<Task<Stranger>> Make, string[] Forbidden, Func<Task<string>>[] Not)
    {
        public bool IsProgram { get; init; }
    }

    private async Task<List<Trial>> Trials()
    {
        string[] all = [.. secrets.OfCase, .. secrets.OfChange, .. secrets.OfStaff];
        Func<Task<string>>[] everything = [secrets.StateOfCase, secrets.StateOfChange, secrets.StateOfStaff];
        var other = await Journeys.People.Citizen(program.Services, "Warga Lain");
        var colleague = await new Desk.Office(host, Secrets.Office, program).HireAs("Rekan Lain", "inspektor");
        var found = new List<Trial>
        {
            new(() => Task.FromResult(new Stranger("anonim", address)), all, everything),
            new(() => Stranger.Citizen(address, other.Nik), all, everything),
            new(() => Stranger.Program(address, "bkpm"), all, everything) { IsProgram = true },
            new(() => Stranger.Program(address, "dukcapil-surabaya"), all, everything) { IsProgram = true },
            // Administrators look after accounts, never into cases.
            Officer(
                DemoPeople.Administrator,
                secrets.OfCase,
                secrets.OfChange,
                secrets.StateOfCase,
                secrets.StateOfChange
            ),
            Officer(
                $"admin.{Secrets.Office}",
                secrets.OfCase,
                secrets.OfChange,
                secrets.StateOfCase,
                secrets.StateOfChange
            ),
            // Who owns or publishes the service changes it, and reads no case.
            Officer(
                $"pemilik.{Secrets.Owner}",
                secrets.OfCase,
                secrets.OfStaff,
                secrets.StateOfCase,
                secrets.StateOfStaff
            ),
            Officer(
                $"penerbit.{Secrets.Owner}",
                secrets.OfCase,
                secrets.OfStaff,
                secrets.StateOfCase,
                secrets.StateOfStaff
            ),
            // In the office itself, who has other work.
            Officer(
                $"pemilik.{Secrets.Office}",
                secrets.OfCase,
                secrets.OfChange,
                secrets.StateOfCase,
                secrets.StateOfChange
            ),
            Officer(colleague, secrets.OfCase, secrets.OfChange, secrets.StateOfCase, secrets.StateOfChange),
        };
        var catalogue = program.Services.GetRequiredService<ServiceCatalogue>();
        var agencies = program.Services.GetRequiredService<Office.Agencies.Agencies>();
        var roles = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var officer in DemoPeople
                .OfficersOf(agencies, catalogue.RolesOf)
                .Where(o => o.Agency is not (null or Secrets.Office or Secrets.Owner))
                .OrderByDescending(o => o.Agency == "dukcapil-surabaya")
        )
            if (roles.Add(officer.Administrator ? "admin" : officer.Roles[0]))
                found.Add(new(() => Stranger.Officer(address, officer.UserName), all, everything));
        Assert.True(roles.Count > 6, string.Join(' ', roles));
        return found;
    }

    private Trial Officer(
        string userName,
        string[] one,
        string[] other,
        Func<Task<string>> oneState,
        Func<Task<string>> otherState
    ) => new(() => Stranger.Officer(address, userName), [.. one, .. other], [oneState, otherState]);

    /// <summary>The forms that those see to whom it belongs.</summary>
    private async Task<List<SeenForm>> FormsOfTheirs(List<(HttpMethod Method, string Path)> addresses)
    {
        var forms = new Dictionary<string, SeenForm>(StringComparer.Ordinal);
        // Others than those who try: a code of a second factor counts once.
        var (office, owner) = (
            new Desk.Office(host, Secrets.Office, program),
            new Desk.Office(host, Secrets.Owner, program)
        );
        var names = new List<string> { office.UserName(await office.HireAdministrator("Admin Lain")) };
        foreach (var role in new[] { "verifikator", "supervisor", "loket" })
            names.Add(await office.HireAs("Petugas Lain", role));
        foreach (var role in new[] { "pemilik", "penerbit" })
            names.Add(await owner.HireAs("Perancang Lain", role));
        List<Func<Task<Stranger>>> theirs =
        [
            () => Stranger.Citizen(address, secrets.Citizen.Nik),
            .. names.Select(name => (Func<Task<Stranger>>)(() => Stranger.Officer(address, name))),
        ];
        foreach (var make in theirs)
        {
            using var one = await make();
            foreach (var (method, path) in addresses.Where(a => a.Method == HttpMethod.Get))
            foreach (var form in (await one.Get(path)).Forms(path).Where(f => f.IsPost && !IsOwn(f.Path)))
                forms.TryAdd(form.Kind, form);
        }
        return [.. forms.Values];
    }

    /// <summary>What everybody does to their own account or browser only.</summary>
    private static bool IsOwn(string path) =>
        path.StartsWith("/keluar", StringComparison.Ordinal)
        || path.StartsWith("/masuk", StringComparison.Ordinal)
        || path.StartsWith("/petugas/", StringComparison.Ordinal)
        || path.StartsWith("/kata-sandi", StringComparison.Ordinal);

    /// <summary>Types every secret into every search and filter; what comes back may repeat what was typed, and no more.</summary>
    private async Task Search(
        List<string> leaks,
        Stranger stranger,
        Heard heard,
        string path,
        string[] forbidden,
        HashSet<string> own
    )
    {
        foreach (var form in heard.Forms(path).Where(f => !f.IsPost && own.Add(f.Kind)))
        foreach (var field in form.Fields)
        foreach (var typed in forbidden)
        {
            var query = $"{form.Path.Split('?')[0]}?{field.Key}={Uri.EscapeDataString(typed)}";
            Look(leaks, stranger, $"GET {query}", await stranger.Get(query), forbidden, typed);
        }
    }

    private void Look(List<string> leaks, Stranger stranger, string what, Heard heard, string[] forbidden, string sent)
    {
        if (heard.Status >= 500)
            leaks.Add($"{stranger.Name}: {what} gave {heard.Status}");
        foreach (var secret in forbidden.Where(s => !sent.Contains(s, StringComparison.OrdinalIgnoreCase)))
            if (heard.Text.Contains(secret, StringComparison.OrdinalIgnoreCase))
                leaks.Add($"{stranger.Name}: {what} gave {heard.Status} with '{secret}'");
    }

    private IEnumerable<(HttpMethod Method, string Path)> Addresses() =>
        program
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && !IsFrameworks(e))
            .SelectMany(e =>
                (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                    // A page's forms are sent as they are found on it.
                    .Where(m => m != "POST" || !IsPage(e))
                    .Select(m => (new HttpMethod(m), Filled(e.RoutePattern.RawText!)))
            )
            .Distinct();

    private static bool IsPage(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null;

    private static bool IsFrameworks(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText!.StartsWith("/_", StringComparison.Ordinal)
        // The inbox of a demo shows every message to everybody, and says so.
        || endpoint.RoutePattern.RawText.StartsWith("/demo", StringComparison.Ordinal)
        || endpoint.RoutePattern.RawText.StartsWith('_');

    private string Filled(string pattern)
    {
        var path = "/" + pattern.TrimStart('/');
        return Part()
            .Replace(
                path,
                part =>
                    secrets
                        .Values.Where(v =>
                            path.StartsWith(v.Beginning, StringComparison.Ordinal)
                            && v.Part.Equals(part.Groups[1].Value, StringComparison.OrdinalIgnoreCase)
                        )
                        .OrderByDescending(v => v.Beginning.Length)
                        .Select(v => v.Value)
                        .FirstOrDefault()
                    ?? throw new InvalidOperationException(
                        $"{path} is new: give {part.Value} a value in {nameof(Secrets)}, of something that belongs to somebody"
                    )
            );
    }

    [GeneratedRegex(@"\{\*{0,2}([A-Za-z]+)[^}]*\}")]
    private static partial Regex Part();
}
