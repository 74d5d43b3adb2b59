using System.CommandLine;
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
        var days = new Option<int>("--days") { Description = "How far back they go", DefaultValueFactory = _ => 180 };
        var data = Installation.Data();
        var verb = new Command("load", "Fill a demo with believable past cases") { service, cases, seed, days, data };
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
                        ),
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
            task => installation.Get<StoryBook>().Load(order, officers, new Reporter<int>(n => task.Value = n), cancel)
        );
        AnsiConsole.MarkupLineInterpolated($"{told} cases");
        return 0;
    }
}
