using System.Diagnostics;
using System.Globalization;
using System.Text;
using Genggam.Benchmarks.Rules;
using Genggam.Office.Catalogue;
using Genggam.Office.Catalogue.Checks;
using Genggam.Office.Documents;
using Genggam.Standards.Bpmn;

namespace Genggam.Benchmarks;

/// <summary>How long the check of a service takes in a program that runs already, and how reading a process grows.</summary>
internal static class Checks
{
    public static async Task Run()
    {
        Report.Title("Checks: warm, the best of several rounds");
        await using var worker = new LetterWorker();
        foreach (var folder in Directory.EnumerateDirectories("services").Order(StringComparer.Ordinal))
            if (File.Exists(Path.Combine(folder, "service.yaml")))
                await Service(folder, worker);
        Growth();
    }

    private static async Task Service(string folder, LetterWorker worker)
    {
        var calendar = ServiceCatalogue.ReadCalendar("services", []);
        var (bare, whole) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < 8; round++)
        {
            var start = Stopwatch.GetTimestamp();
            var report = ServiceCheck.Run(folder, calendar);
            bare = Math.Min(bare, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (!report.Passed || (await LetterCheck.LayOut(report, worker, default)).Any())
                throw new InvalidOperationException($"{folder} does not pass.");
            whole = Math.Min(whole, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        Report.Line(folder, $"{bare:N0} ms without letters (200 or less), {whole:N0} ms with them (2,000 or less)");
    }

    private static void Growth()
    {
        var (small, large) = (Chain(100_000), Chain(1_000_000));
        var times = Rounds.Best(1, _ => Read(small), _ => Read(large));
        Report.Line("a process of 1 MB read and checked", $"{times[1] / 1e6:N0} ms");
        Report.Times("10 times the process (0.1 to 1 MB)", times[1] / times[0], "n log n: 12 or less", t => t <= 12);
    }

    private static object Read(string xml)
    {
        var reading = BpmnReader.Read(xml, "long.bpmn");
        if (!reading.Usable || BpmnCheck.Structure(reading.Value!).Any())
            throw new InvalidOperationException("The long process is not sound.");
        return reading;
    }

    /// <summary>Tasks one after the other, every tenth behind a gateway that passes it by.</summary>
    private static string Chain(int length)
    {
        var text = new StringBuilder(
            "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" id=\"x\" targetNamespace=\"urn:x\"><process id=\"p\" isExecutable=\"true\"><startEvent id=\"n0\"/>"
        );
        var i = 1;
        for (; text.Length < length; i++)
        {
            var isGateway = i % 10 == 0;
            text.Append(
                CultureInfo.InvariantCulture,
                $"{(isGateway ? $"<exclusiveGateway id=\"n{i}\" default=\"f{i + 1}\"/>" : $"<manualTask id=\"n{i}\" name=\"Langkah {i}\"/>")}<sequenceFlow id=\"f{i}\" sourceRef=\"n{i - 1}\" targetRef=\"n{i}\"/>"
            );
            if (i % 10 == 1 && i > 10)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"<sequenceFlow id=\"g{i}\" sourceRef=\"n{i - 1}\" targetRef=\"n{i + 1}\"><conditionExpression>=a &gt; {i}</conditionExpression></sequenceFlow>"
                );
        }
        return text.Append(
                CultureInfo.InvariantCulture,
                $"<manualTask id=\"n{i}\"/><sequenceFlow id=\"f{i}\" sourceRef=\"n{i - 1}\" targetRef=\"n{i}\"/><endEvent id=\"end\"/><sequenceFlow id=\"last\" sourceRef=\"n{i}\" targetRef=\"end\"/></process></definitions>"
            )
            .ToString();
    }
}
