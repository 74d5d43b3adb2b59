using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Genggam.Benchmarks;
using Genggam.Benchmarks.DryRunning;
using Genggam.Benchmarks.Fuzz;
using Genggam.Benchmarks.Mutants;
using Genggam.Benchmarks.Nodes;
using Genggam.Benchmarks.Processes;
using Genggam.Benchmarks.Rules;

// What can be measured: ./bench pages | submissions | overload | starts | lighthouse | kills | migration | publishing | nodes | load | rules | processes | checks | dry-run | fuzz | mutants | all
var program = new Option<string>("--program")
{
    Required = true,
    Hidden = true,
    Recursive = true,
};
var kills = new Option<int>("--kills") { DefaultValueFactory = _ => 200, Description = "SIGKILLs on each database" };
var root = new RootCommand(
    "Measures the published build. A shared machine moves every figure; compare ratios of one run."
)
{
    program,
};
Add("pages", "A page with session and database against one without", p => WithData(p, Pages.Run));
Add("submissions", "Server CPU of a submission over the API against bare rows", Submissions.Run);
Add("overload", "Ten times the sustained rate: shed, finished, recovered", p => WithData(p, Overload.Run));
Add("starts", "Start to first answered page, and memory", p => WithData(p, Starts.Run));
Add("load", "Past cases a second, and what they take on disk", PastLoads.Run);
Add("lighthouse", "Lighthouse mobile, median of five", p => WithData(p, Lighthouse.Run));
var kill = new Command("kills", "Acknowledged commands after SIGKILL under load") { kills };
kill.SetAction((parsed, _) => Kills.Run(parsed.GetValue(kills)));
root.Subcommands.Add(kill);
var moved = new Option<int>("--cases") { DefaultValueFactory = _ => 10_000, Description = "Running cases" };
var migration = new Command("migration", "Running cases moved to another release, killed twice, and moved back")
{
    moved,
};
migration.SetAction((parsed, _) => Kills.Migration(parsed.GetValue(moved)));
root.Subcommands.Add(migration);
var publishing = new Command(
    "publishing",
    "A release comes into force and running cases move, killed twice, under load"
)
{
    moved,
};
publishing.SetAction(
    async (p, _) =>
    {
        Report.Title("A release comes into force and running cases move under load");
        await Publishing.Run(Path.GetFullPath(p.GetRequiredValue(program)), p.GetValue(moved));
    }
);
root.Subcommands.Add(publishing);
var rules = new Command("rules", "Compiled rules against code by hand, and FEEL against feelin on Node.js");
rules.SetAction((_, _) => RuleTimes.Run());
root.Subcommands.Add(rules);
var processes = new Command("processes", "Cases of one process, in memory, beside WorkflowCore and bpmn-engine");
processes.SetAction((_, _) => ProcessTimes.Run());
root.Subcommands.Add(processes);
var checks = new Command("checks", "The check of each service, and how reading a process grows");
checks.SetAction((_, _) => Checks.Run());
root.Subcommands.Add(checks);
var many = new Option<long>("--cases")
{
    DefaultValueFactory = _ => 30_000,
    Description = "Cases of the larger journal",
};
var journal = new Option<string?>("--data") { Description = "A folder to keep the journal in, or to find it" };
var dryRun = new Command("dry-run", "A dry run against only reading, decrypting and parsing") { many, journal };
dryRun.SetAction(
    async (p, _) =>
    {
        Report.Title("A dry run against only reading, decrypting and parsing");
        await DryRunTimes.Run(Path.GetFullPath(p.GetRequiredValue(program)), p.GetValue(many), p.GetValue(journal));
    }
);
root.Subcommands.Add(dryRun);
var minutes = new Option<double>("--minutes") { DefaultValueFactory = _ => 30, Description = "Minutes in all" };
var target = new Option<string?>("--target") { Description = "feel, dmn, bpmn, form or letter" };
var seed = new Option<int?>("--seed") { Description = "The same seed gives the same inputs" };
var at = new Option<long?>("--at") { Description = "Try this one input of a target again" };
var fuzz = new Command("fuzz", "Inputs nobody would write") { minutes, target, seed, at };
fuzz.SetAction((p, _) => FuzzRun.Run(p.GetValue(minutes), p.GetValue(target), p.GetValue(seed), p.GetValue(at)));
root.Subcommands.Add(fuzz);
var count = new Option<int>("--count") { DefaultValueFactory = _ => 600, Description = "Mutants of the sample" };
var mutants = new Command("mutants", "Changes that a test should notice") { seed, count };
mutants.SetAction((p, stop) => MutantRun.Run(p.GetValue(seed), p.GetValue(count), stop));
root.Subcommands.Add(mutants);
var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 20, Description = "Times that something dies" };
var nodes = new Command("nodes", "Three nodes of which one after the other dies or is cut, under load")
{
    rounds,
    seed,
};
nodes.SetAction(
    async (p, stop) =>
    {
        Report.Title("Three nodes under load, of which programs die and machines are cut");
        return await NodesRun.Run(
            Path.GetFullPath(p.GetRequiredValue(program)),
            p.GetValue(rounds),
            p.GetValue(seed) ?? Random.Shared.Next(1_000_000),
            stop
        );
    }
);
root.Subcommands.Add(nodes);
var child = new Argument<string[]>("child") { Arity = new ArgumentArity(3, 3) };
var endless = new Command("fuzz-child") { child };
endless.Hidden = true;
endless.SetAction(p =>
{
    if (p.GetRequiredValue(child) is [var kind, var begin, var progress])
        FuzzRun.Endless(kind, int.Parse(begin, CultureInfo.InvariantCulture), progress);
});
root.Subcommands.Add(endless);
Add(
    "all",
    "Everything",
    async p =>
    {
        foreach (
            var one in (string[])
                [
                    "starts",
                    "pages",
                    "submissions",
                    "overload",
                    "lighthouse",
                    "kills",
                    "rules",
                    "processes",
                    "checks",
                    "dry-run",
                ]
        )
            if (await root.Parse([one, "--program", p]).InvokeAsync() != 0)
                throw new InvalidOperationException($"{one} failed.");
    }
);
return await root.Parse(args).InvokeAsync();

void Add(string name, string description, Func<string, Task> run)
{
    var verb = new Command(name, description);
    verb.SetAction(
        async (parsed, _) =>
        {
            Report.Title(description);
            await run(Path.GetFullPath(parsed.GetRequiredValue(program)));
            return 0;
        }
    );
    root.Subcommands.Add(verb);
}

// Existing data: two hundred past cases.
static async Task WithData(string program, Func<string, string, Task> run)
{
    var data = Directory.CreateTempSubdirectory("genggam-bench-").FullName;
    try
    {
        using var first = Process.Start(
            new ProcessStartInfo(
                Path.Combine(program, "genggam"),
                ["load", "--cases", "200", "--files", "--data", data]
            )
            {
                RedirectStandardOutput = true,
            }
        )!;
        await first.StandardOutput.ReadToEndAsync();
        await first.WaitForExitAsync();
        // The first start makes the demo people.
        await using (await Server.Start(program, data)) { }
        await run(program, data);
    }
    finally
    {
        Directory.Delete(data, recursive: true);
    }
}
