using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Genggam.Engine;
using Genggam.Office.Catalogue;
using Genggam.Office.Catalogue.Checks;
using Genggam.Office.Changes.DryRuns;
using Genggam.Standards;
using Spectre.Console;
using Command = System.CommandLine.Command;

namespace Genggam.Verbs;

/// <summary>
/// <c>genggam dry-run DIR --data D</c>: whose case would have ended otherwise under a draft; <c>--own --service S</c>: whether
/// past cases still come to what their journal says.
/// </summary>
internal static class DryRunVerb
{
    public static Command Build()
    {
        var folder = new Argument<DirectoryInfo?>("DIR")
        {
            Description = "The service folder of the draft",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var since = Days("--since", "Only cases opened on this day or later");
        var until = Days("--until", "Only cases opened on this day or before");
        var agency = new Option<string?>("--agency") { Description = "Only cases of this agency" };
        var region = new Option<string?>("--region") { Description = "Only agencies in this region, such as 35.78" };
        var channel = new Option<string?>("--channel")
        {
            Description = "Only cases that came this way: web, counter, api",
        };
        var outcome = new Option<string?>("--outcome")
        {
            Description = "Only cases that ended so: granted, rejected, withdrawn, open, refused",
        };
        var resume = new Option<Guid?>("--resume") { Description = "Go on with a run that was stopped" };
        var own = new Option<bool>("--own")
        {
            Description = "Decide past cases again under their own releases instead",
        };
        var level = new Option<EngineLevel?>("--level")
        {
            Description = "With --own: decide at this engine level, to see which cases its corrections change",
            CustomParser = Level,
        };
        var service = new Option<string?>("--service")
        {
            Description = "With --own: the service; all where it is not named",
        };
        var json = new Option<bool>("--json") { Description = "The result as JSON" };
        var data = Installation.Data();
        var verb = new Command("dry-run", "Feed past cases to a draft and compare")
        {
            folder,
            since,
            until,
            agency,
            region,
            channel,
            outcome,
            resume,
            own,
            level,
            service,
            json,
            data,
        };
        verb.SetAction(
            (parsed, cancel) =>
                Installation.Guarded(async () =>
                {
                    await using var installation = await Installation.Open(Installation.Options(parsed.GetValue(data)));
                    if (parsed.GetValue(own))
                        return await OwnReplayRun.Run(
                            installation,
                            parsed.GetValue(service),
                            parsed.GetValue(level),
                            parsed.GetValue(json),
                            cancel
                        );
                    DryRunSelection Selection(string of) =>
                        new(
                            of,
                            Midnight(parsed.GetValue(since)),
                            Midnight(parsed.GetValue(until)?.AddDays(1)),
                            parsed.GetValue(agency),
                            parsed.GetValue(region),
                            parsed.GetValue(channel),
                            parsed.GetValue(outcome)
                        );
                    return parsed.GetValue(resume) is { } id
                            ? await Resume(installation, id, parsed.GetValue(json), cancel)
                        : parsed.GetValue(folder) is { } dir
                            ? await Start(installation, dir, Selection, parsed.GetValue(json), cancel)
                        : Installation.No("Name the folder of the draft, or --own, or --resume with the id of a run.");
                })
        );
        return verb;
    }

    private static Option<DateOnly?> Days(string name, string description) =>
        new(name) { Description = description, CustomParser = typed => Day(name, typed) };

    private static DateOnly? Day(string name, ArgumentResult typed)
    {
        var text = typed.Tokens.Single().Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        typed.AddError($"{text} is no day: write {name} as year, month and day, such as 2026-03-31.");
        return null;
    }

    private static EngineLevel? Level(ArgumentResult typed)
    {
        var text = typed.Tokens.Single().Value;
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && Enum.IsDefined((EngineLevel)number)
        )
            return (EngineLevel)number;
        typed.AddError($"{text} is no engine level: they are 1 to {(int)Enum.GetValues<EngineLevel>()[^1]}.");
        return null;
    }

    private static DateTimeOffset? Midnight(DateOnly? day) =>
        day is { } date ? new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(7)) : null;

    private static async Task<int> Start(
        Installation installation,
        DirectoryInfo folder,
        Func<string, DryRunSelection> selection,
        bool json,
        CancellationToken cancel
    )
    {
        // Examples may fail: they tell the rule that is being changed. A draft may stand in a folder of another name.
        var check = ServiceCheck.Run(folder.FullName, installation.Get<ServiceCatalogue>().Calendar);
        var problems = check.Problems.Where(p => p.Number != ServiceCheck.OtherName).ToList();
        foreach (var problem in problems)
            Console.Error.WriteLine($"{folder.Name}/{problem}");
        if (check.Release is not { } draft || problems.Any(p => p.Severity == Severity.Error))
            return 1;
        var id = await installation.Get<DryRuns>().Start(draft, selection(draft.Id), Actor.System);
        return await Finish(installation, id, json, cancel);
    }

    private static async Task<int> Resume(Installation installation, Guid id, bool json, CancellationToken cancel) =>
        await installation.Get<DryRuns>().Resume(id)
            ? await Finish(installation, id, json, cancel)
            : Installation.No(
                $"There is no run {id} that was stopped; one that was just killed can be resumed after a minute."
            );

    private static async Task<int> Finish(Installation installation, Guid id, bool json, CancellationToken cancel)
    {
        var runs = installation.Get<DryRuns>();
        try
        {
            if (json)
                await runs.Wait(id, cancel);
            else
                await Steps.Show("Replaying", null, task => Watch(runs, id, task, cancel));
        }
        catch (OperationCanceledException)
        {
            await runs.Stop(id);
            Console.Error.WriteLine($"The run is kept: genggam dry-run --resume {id}");
            throw;
        }
        if (await runs.Status(id) is { State: not DryRunState.Done } status)
            return Installation.No($"The run {id} is {status.State}: {status.Error}");
        await DryRunPrint.Write(installation, id, json, cancel);
        return 0;
    }

    private static async Task<bool> Watch(DryRuns runs, Guid id, ProgressTask task, CancellationToken cancel)
    {
        var work = runs.Wait(id, cancel);
        while (await Task.WhenAny(work, Task.Delay(250, cancel)) != work)
            if (await runs.Status(id) is { } status)
            {
                task.IsIndeterminate = false;
                task.MaxValue = Math.Max(1, status.Asked.Total);
                task.Value = status.Done;
                task.Description = status.Remaining is { } left
                    ? string.Create(CultureInfo.InvariantCulture, $"Replaying {status.Done}, {left:h\\:mm\\:ss} to go")
                    : "Replaying";
            }
        await work;
        return true;
    }
}
