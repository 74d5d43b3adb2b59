using System.CommandLine;
using System.Globalization;
using Genggam.Office.PastCases;
using Spectre.Console;

namespace Genggam.Verbs;

/// <summary><c>genggam load --service S --cases N --seed K --data D</c>: realistic past cases, made by driving the engine.</summary>
internal static class LoadVerb
{
    public static Command Build()
    {
        var service = new Option<string?>("--service")
        {
            Description = "One service; all in turn where it is not named",
        };
        var cases = new Option<int>("--cases") { Description = "How many", DefaultValueFactory = _ => 40 };
        var seed = new Option<int>("--seed") { Description = "The same seed tells the same stories" };
        var days = new Option<int>("--days") { Description = "How far back they go", DefaultValueFactory = _ => 365 };
        var until = new Option<DateTimeOffset?>("--until")
        {
            Description = "The moment they go up to; now where it is not named",
        };
        var files = new Option<bool>("--files")
        {
            Description = "Papers and letters that can be opened; for hundreds, not millions",
        };
        var data = Installation.Data();
        var verb = new Command("load", "Fill a demo with believable past cases")
        {
            service,
            cases,
            seed,
            days,
            until,
            files,
            data,
        };
        verb.SetAction(
            (parsed, cancel) =>
                Installation.Guarded(() =>
                    Run(
                        new PastCasesOrder(
                            parsed.GetValue(service),
                            parsed.GetValue(cases),
                            parsed.GetValue(seed),
                            parsed.GetValue(days),
                            []
                        )
                        {
                            Until = parsed.GetValue(until),
                            Files = parsed.GetValue(files),
                        },
                        parsed.GetValue(data),
                        cancel
                    )
                )
        );
        return verb;
    }

    private static async Task<int> Run(PastCasesOrder order, string? data, CancellationToken cancel)
    {
        await using var installation = await Installation.Make(Installation.Options(data, demo: true));
        var officers = await DemoCases.Officers(installation.Services);
        var told = await Steps.Show(
            "Telling cases",
            order.Cases,
            task =>
                installation
                    .Get<StoryBook>()
                    .Load(order, officers, new Reporter<PastCasesProgress>(p => task.Value = p.Cases), cancel)
        );
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{told.Cases} cases, {told.Entries} entries");
        return 0;
    }
}
