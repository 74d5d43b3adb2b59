using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using WorkflowCore.Interface;
using WorkflowCore.Models;

namespace Genggam.Benchmarks.Processes;

/// <summary>
/// The same process in WorkflowCore: its in-memory store, all cores, a short pause between polls. A round starts all its
/// workflows, answers all their user tasks and waits for the last to end.
/// </summary>
internal static class WorkflowCorePeer
{
    private const int AtOnce = 400;

    public static async Task<double> CasesASecond()
    {
        using var services = new ServiceCollection()
            .AddLogging()
            .AddWorkflow(options =>
            {
                options.UsePollInterval(TimeSpan.FromMilliseconds(20));
                options.UseMaxConcurrentWorkflows(Environment.ProcessorCount * 8);
            })
            .BuildServiceProvider();
        var host = services.GetRequiredService<IWorkflowHost>();
        host.RegisterWorkflow<Licence, LicenceData>();
        host.Start();
        var best = 0.0;
        for (var round = 0; round < 6; round++)
        {
            var taken = await Round(host);
            if (round > 0)
                best = Math.Max(best, AtOnce / taken.TotalSeconds);
        }
        host.Stop();
        return best;
    }

    private static async Task<TimeSpan> Round(IWorkflowHost host)
    {
        Grant.Left = new CountdownEvent(AtOnce);
        var start = Stopwatch.GetTimestamp();
        var ids = new List<string>();
        for (var i = 0; i < AtOnce; i++)
            ids.Add(await host.StartWorkflow(nameof(Licence), new LicenceData()));
        foreach (var id in ids)
            await host.PublishEvent("check", id, "approve");
        if (!Grant.Left.Wait(TimeSpan.FromMinutes(2)))
            throw new InvalidOperationException($"{Grant.Left.CurrentCount} workflows did not end.");
        return Stopwatch.GetElapsedTime(start);
    }

    public sealed class LicenceData
    {
        public string? Outcome { get; set; }
    }

    public sealed class Licence : IWorkflow<LicenceData>
    {
        public string Id => nameof(Licence);
        public int Version => 1;

        public void Build(IWorkflowBuilder<LicenceData> builder) =>
            builder
                .StartWith(_ => ExecutionResult.Next())
                .WaitFor("check", (_, context) => context.Workflow.Id)
                .Output(data => data.Outcome, step => step.EventData)
                .If(data => data.Outcome == "approve")
                .Do(granted => granted.StartWith<Grant>())
                .EndWorkflow();
    }

    public sealed class Grant : StepBody
    {
        public static CountdownEvent Left { get; set; } = new(1);

        public override ExecutionResult Run(IStepExecutionContext context)
        {
            Left.Signal();
            return ExecutionResult.Next();
        }
    }
}
