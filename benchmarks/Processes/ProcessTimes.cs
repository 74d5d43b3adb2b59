using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Genggam.Benchmarks.Fuzz;
using Genggam.Conformance.Bpmn;
using Genggam.Engine;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;

namespace Genggam.Benchmarks.Processes;

/// <summary>
/// Start, user task, gateway, service task, end: cases brought to their end in a second, in memory, the model parsed once.
/// Genggam and bpmn-engine on one thread, WorkflowCore on all cores with as many workflows at once as it takes.
/// </summary>
internal static class ProcessTimes
{
    private static readonly Actor Citizen = Actor.Citizen("citizen");
    private static readonly Actor Officer = Actor.Officer("officer", "office", "officer");

    public static async Task Run()
    {
        Report.Title("Processes: cases a second, the best of five rounds");
        var ours = Best(Case(World()));
        Report.Line("Genggam: three commands decided and folded", $"{ours:N0} cases a second, 1 thread");
        var core = await WorkflowCorePeer.CasesASecond();
        Report.Line("WorkflowCore 3.22", $"{core:N0} cases a second, {Environment.ProcessorCount} cores");
        var engine = await BpmnEngine();
        Report.Line("bpmn-engine 25 on Node.js", $"{engine:N0} cases a second, 1 thread");
        Report.Times("against WorkflowCore", ours / core, "100 or more", t => t >= 100);
        Report.Times("against bpmn-engine", ours / engine, "300 or more", t => t >= 300);
    }

    private static double Best(Action one)
    {
        var best = 0.0;
        for (var round = 0; round < 6; round++)
        {
            var (cases, start) = (0, Stopwatch.GetTimestamp());
            do
            {
                for (var i = 0; i < 64; i++)
                    one();
                cases += 64;
            } while (Stopwatch.GetElapsedTime(start).TotalSeconds < 1);
            // The first round compiles.
            if (round > 0)
                best = Math.Max(best, cases / Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        return best;
    }

    /// <summary>One case: handed in, claimed, decided, closed.</summary>
    private static Action Case(World world)
    {
        var now = new Moment(new DateTimeOffset(2026, 1, 15, 9, 0, 0, TimeSpan.FromHours(7)));
        var subjects = ImmutableSortedDictionary<string, Guid>.Empty;
        var submit = new Command.Submit("B-1", "office", "Asia/Jakarta", subjects, Personal.Nothing);
        var claim = new Command.Claim("check.1");
        var data = new Personal(FeelContext.Of(("fit", true)));
        var complete = new Command.Complete("check.1", "approve", data, Personal.Nothing, []);
        return () =>
        {
            var state = Engine.Case.New("bench");
            state = Step(world, state, submit, Citizen, now);
            state = Step(world, state, claim, Officer, now);
            state = Step(world, state, complete, Officer, now);
            if (state.Outcome != "granted")
                throw new InvalidOperationException($"The case is {state.Status}, not granted.");
        };
    }

    private static Case Step(World world, Case state, Command command, Actor by, Moment now)
    {
        var verdict = CaseLogic.Decide(world, state, command, by, now);
        var stamp = Stamp.Of(world, now, by, "bench");
        return CaseLogic.Fold(state, new CaseEntry(command, verdict.Events, verdict.Effects, verdict.Refused, stamp));
    }

    private static World World()
    {
        var xml = File.ReadAllText(Model())
            .Replace("CONDITION", "=check.outcome = \"approve\"", StringComparison.Ordinal);
        var reading = BpmnReader.Read(xml, "licence.bpmn");
        var release = Sample.Release(reading.Value!);
        if (Runnable.Problems(release).Concat(reading.Problems).FirstOrDefault() is { } problem)
            throw new InvalidOperationException(problem.ToString());
        return new World(release, null, BareRelease.Calendar, ZoneVersion.Indonesia);
    }

    private static string Model() => Path.Combine(AppContext.BaseDirectory, "Processes", "licence.bpmn");

    private static async Task<double> BpmnEngine()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Processes", "bpmn-engine");
        await NodeProgram.Run("npm", ["ci", "--silent", "--no-audit", "--no-fund"], folder);
        var said = await NodeProgram.Run("node", ["run.mjs", Model()], folder);
        return double.Parse(said, CultureInfo.InvariantCulture);
    }
}
