using System.Collections.Immutable;
using System.Text.Json;
using Genggam.Engine;
using Genggam.Standards;
using Genggam.Standards.Bpmn;

namespace Genggam.Conformance.Bpmn;

/// <summary>What a model of the benchmark must do in one case. The marks are counted, their order is free.</summary>
internal sealed record BetsyCase(
    string? Input,
    int? IntegerVariable,
    int DelayMs,
    bool StartParallelProcess,
    ImmutableArray<string> Trace
);

internal sealed record BetsyResult(string Model, int Case, string? Failure);

/// <summary>The process execution benchmark <em>betsy</em>, read where it lies.</summary>
internal static class Betsy
{
    /// <summary>Elements that the engine does not run yet. A model that has one must be refused by its name.</summary>
    internal static readonly ImmutableArray<string> NotRunYet =
    [
        "transaction",
        "adHocSubProcess",
        "complexGateway",
        "cancel",
        "compensate",
        "isForCompensation",
    ];

    internal static IReadOnlyDictionary<string, ImmutableArray<BetsyCase>> Expected(string root)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "expected.json")));
        return json
            .RootElement.EnumerateObject()
            .ToImmutableSortedDictionary(
                model => model.Name,
                model => model.Value.EnumerateArray().Select(Case).ToImmutableArray(),
                StringComparer.Ordinal
            );
    }

    private static BetsyCase Case(JsonElement json) =>
        new(
            json.GetProperty("input").GetString(),
            json.TryGetProperty("integerVariable", out var number) ? number.GetInt32() : null,
            json.TryGetProperty("delay_ms", out var delay) ? delay.GetInt32() : 0,
            json.TryGetProperty("startParallelProcess", out var parallel) && parallel.GetBoolean(),
            [.. json.GetProperty("trace").EnumerateArray().Select(m => m.GetString()!)]
        );

    /// <summary>One result a case. Failure is null where the marks are those expected.</summary>
    internal static IEnumerable<BetsyResult> Run(string root, string model, ImmutableArray<BetsyCase> cases)
    {
        var reading = BpmnReader.Read(BetsyModel.Adapted(Path.Combine(root, $"{model}.bpmn")), $"{model}.bpmn");
        for (var i = 0; i < cases.Length; i++)
            yield return new BetsyResult(model, i + 1, Failure(reading, cases[i]));
    }

    /// <summary>The element that <c>check</c> refuses the model for; null where it can be run.</summary>
    internal static string? Refused(string root, string model)
    {
        var reading = BpmnReader.Read(BetsyModel.Adapted(Path.Combine(root, $"{model}.bpmn")), $"{model}.bpmn");
        var problems = reading.Problems.Concat(reading.Value is { } process ? Runnable.Problems(Release(process)) : []);
        return NotRunYet.FirstOrDefault(element =>
            problems.Any(p =>
                p.Message.Contains($"run {element}", StringComparison.Ordinal)
                || p.Message.Contains($"run a {element}", StringComparison.Ordinal)
            )
        );
    }

    private static string? Failure(Reading<ProcessModel> reading, BetsyCase wanted)
    {
        var problems = reading.Problems.Where(p => p.Severity == Severity.Error).ToList();
        if (reading.Value is not { } model || problems.Count > 0)
            return wanted.Trace is ["genericError"] && problems.Any(p => p.Number == "BPMN-015")
                ? null
                : problems[0].ToString();
        if (Runnable.Problems(Release(model)).FirstOrDefault() is { } problem)
            return problem.ToString();
        var marks = new BetsyRun(model, wanted).Run();
        return marks.Order(StringComparer.Ordinal).SequenceEqual(wanted.Trace.Order(StringComparer.Ordinal))
            ? null
            : $"expected {string.Join(' ', wanted.Trace)}, got {string.Join(' ', marks)}";
    }

    internal static Release Release(ProcessModel process) => BareRelease.Of(process, BetsyModel.Failing);
}
