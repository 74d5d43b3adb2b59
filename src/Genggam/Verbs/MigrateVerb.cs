using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes;
using Spectre.Console;
using Command = System.CommandLine.Command;

namespace Genggam.Verbs;

/// <summary>
/// <c>genggam migrate DIR|HASH --service S --data D [--preview] [--map old=new] [--undo ID]</c>: running cases go on under
/// another release that was published here.
/// </summary>
internal static class MigrateVerb
{
    private static readonly Argument<string?> target = new("DIR|HASH")
    {
        Description = "The release to go on under: its folder, or how its hash begins",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private static readonly Option<string> service = new("--service") { Required = true, Description = "Its service" };
    private static readonly Option<string?> from = new("--from")
    {
        Description = "The release to leave, as its hash begins; the one published before where it is not named",
    };
    private static readonly Option<bool> preview = new("--preview") { Description = "Count, and change nothing" };
    private static readonly Option<KeyValuePair<string, string>[]> map = new("--map")
    {
        Description = "Where a step that is gone goes on: old=new",
        CustomParser = Pairs,
        AllowMultipleArgumentsPerToken = true,
    };
    private static readonly Option<TimerRule> timers = new("--timers")
    {
        Description = "Timers that the new process states otherwise: keep (as they were) or anew (from now)",
    };
    private static readonly Option<DeadlineRule> deadline = new("--deadline")
    {
        Description = "The legal deadline: keep (what was promised) or anew (the new promise from the same beginning)",
    };
    private static readonly Option<string?> agency = new("--agency") { Description = "Only cases of this agency" };
    private static readonly Option<string?> step = new("--step") { Description = "Only cases at this step" };
    private static readonly Option<Guid?> undo = new("--undo")
    {
        Description = "Take a migration back, by its id, for every case in which nothing was done since",
    };
    private static readonly Option<string?> data = Installation.Data();

    public static Command Build()
    {
        var verb = new Command("migrate", "Move running cases to another release")
        {
            target,
            service,
            from,
            preview,
            map,
            timers,
            deadline,
            agency,
            step,
            undo,
            data,
        };
        verb.SetAction((parsed, cancel) => Installation.Guarded(() => Run(parsed, cancel)));
        return verb;
    }

    private static KeyValuePair<string, string>[] Pairs(ArgumentResult typed)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var token in typed.Tokens.Select(t => t.Value))
            if (token.Split('=') is [{ Length: > 0 } old, { Length: > 0 } now])
                pairs[old] = now;
            else
                typed.AddError($"{token} is no mapping: write --map old=new, two ids of the processes.");
        return [.. pairs];
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var installation = await Installation.Open(Installation.Options(parsed.GetValue(data)));
        if (parsed.GetValue(undo) is { } id)
            return await Undo(installation, new MigrationId(id), cancel);
        var catalogue = installation.Get<ServiceCatalogue>();
        var published = catalogue
            .Publications(parsed.GetRequiredValue(service))
            .Select(p => p.Publication.Hash)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (published.Count == 0)
            return Installation.No($"There is no service {parsed.GetRequiredValue(service)} here.");
        if (parsed.GetValue(target) is not { } named)
            return Installation.No("Name the release to go on under: its folder, or how its hash begins.");
        if (Hash(named) is not { } wanted || Find(published, wanted) is not { } to)
            return Installation.No($"{named} is no release that was published here: publish it first.");
        var before = parsed.GetValue(from) is { } old ? Find(published, old) : published.LastOrDefault(h => h != to);
        if (before is null)
            return Installation.No("There is no other release of the service: name the one to leave with --from.");
        var plan = new MigrationPlan("", before, to)
        {
            Elements = (parsed.GetValue(map) ?? []).ToImmutableSortedDictionary(StringComparer.Ordinal),
            Timers = parsed.GetValue(timers),
            Deadline = parsed.GetValue(deadline),
        };
        var filter = new MigrationFilter { Agency = parsed.GetValue(agency), Step = parsed.GetValue(step) };
        return parsed.GetValue(preview)
            ? await Preview(installation, plan, filter, cancel)
            : await Move(installation, plan, filter, cancel);
    }

    private static string? Hash(string named) =>
        !Directory.Exists(named) ? named
        : File.Exists(Path.Combine(named, "service.yaml")) ? ServiceFolder.Read(named).Value?.Hash
        : null;

    private static string? Find(List<string> published, string begins) =>
        begins.Length >= 6 && published.FindAll(h => h.StartsWith(begins, StringComparison.Ordinal)) is [var only]
            ? only
            : null;

    private static async Task<int> Preview(
        Installation installation,
        MigrationPlan plan,
        MigrationFilter filter,
        CancellationToken cancel
    )
    {
        var found = await Steps.Show(
            "Looking into every running case",
            null,
            _ => installation.Get<Migrations>().Preview(plan, filter, cancel)
        );
        foreach (var (reason, cases) in found.Stays)
            Console.WriteLine($"{cases, 8}  stay: {reason}");
        foreach (var (element, cases) in found.Elements)
            Console.WriteLine($"{cases, 8}  stand at {element}, which needs a place: --map {element}=…");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{found.Cases} running cases: {found.Moves} move, {found.NeedMapping} need a mapping, {found.Stays.Values.Sum()} stay"
            )
        );
        return 0;
    }

    private static async Task<int> Move(
        Installation installation,
        MigrationPlan plan,
        MigrationFilter filter,
        CancellationToken cancel
    )
    {
        var migrations = installation.Get<Migrations>();
        if (await migrations.Start(plan, filter, Actor.System) is not StartMigration.Started { Id: var id })
            return Installation.No("These are not two releases of one service.");
        return await Show(installation, id, "Moving", cancel);
    }

    private static async Task<int> Undo(Installation installation, MigrationId id, CancellationToken cancel)
    {
        var migrations = installation.Get<Migrations>();
        if (await migrations.Status(id) is null)
            return Installation.No($"There is no migration {id}.");
        if (!await migrations.Undo(id))
            return Installation.No($"The migration {id} still runs, or was taken back before.");
        return await Show(installation, id, "Taking back", cancel);
    }

    private static async Task<int> Show(
        Installation installation,
        MigrationId id,
        string what,
        CancellationToken cancel
    )
    {
        var (migrations, run) = (installation.Get<Migrations>(), installation.Get<MigrationRun>());
        try
        {
            await Steps.Show(
                what,
                null,
                async task =>
                {
                    run.Came += _ => task.Description = $"{what}, {task.ElapsedTime:mm\\:ss}";
                    await run.Run(id, cancel);
                    return true;
                }
            );
        }
        catch (OperationCanceledException)
        {
            await migrations.Cancel(id);
        }
        var status = (await migrations.Status(id))!;
        foreach (var (result, said, cases) in status.Said)
            Console.WriteLine($"{cases, 8}  {result} {said}".TrimEnd());
        Console.WriteLine($"migration {id}: {status.State}");
        return status.State is MigrationStates.Done or MigrationStates.Undone ? 0 : 1;
    }
}
