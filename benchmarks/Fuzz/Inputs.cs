using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Genggam.Conformance.Bpmn;
using Genggam.Engine;
using Genggam.Standards;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Dmn;
using Genggam.Standards.Dmn.Compiled;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Benchmarks.Fuzz;

/// <summary>One kind of input: texts to begin with, and what is done with each changed one. An exception is a finding.</summary>
internal abstract partial class Inputs
{
    private static readonly FeelEnvironment Moment = new(DateTimeOffset.UnixEpoch, MaxSteps: 50_000);

    private readonly Lazy<ImmutableArray<string>> corpus;

    private protected Inputs() => corpus = new(() => [.. Corpus()]);

    public static Inputs Of(string target) =>
        target switch
        {
            "feel" => new Feel(),
            "dmn" => new Dmn(),
            "bpmn" => new Bpmn(),
            "form" => new Forms(),
            "letter" => new LetterInputs(),
            _ => throw new ArgumentException($"There is no target {target}.", nameof(target)),
        };

    public void Try(int seed, long number, TextWriter? shown)
    {
        var random = new Random(HashCode(seed, number));
        var text = new Mutation(random).Apply(corpus.Value[random.Next(corpus.Value.Length)], corpus.Value);
        shown?.WriteLine(text);
        Take(text, random);
    }

    protected abstract IEnumerable<string> Corpus();

    protected abstract void Take(string text, Random random);

    /// <summary>The same on every machine and in every process.</summary>
    private static int HashCode(int seed, long number) =>
        unchecked((int)(((ulong)(seed * 1_000_003L + number) * 0x9E3779B97F4A7C15UL) >> 16));

    /// <summary>Files of the shipped services, and of the kits where they lie beside the checkout.</summary>
    private protected static IEnumerable<string> Files(string kind)
    {
        string[] folders = ["services", Path.Combine("..", "shared", "conformance")];
        return folders
            .Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, $"*.{kind}", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText);
    }

    private static FeelContext Data(Random random) =>
        FeelContext.Of(
            ("a", random.Next(-5, 5)),
            ("b", "teks"),
            ("c", FeelContext.Of(("d", FeelDate.Of(new DateOnly(2026, 1, random.Next(1, 28)))))),
            ("l", new FeelList([.. Enumerable.Range(0, random.Next(5)).Select(i => (FeelValue)i)])),
            ("n", FeelValue.Null)
        );

    private sealed partial class Feel : Inputs
    {
        [GeneratedRegex("<(?:\\w+:)?text>(?:<!\\[CDATA\\[)?([^<]{1,400})")]
        private static partial Regex Texts();

        protected override IEnumerable<string> Corpus() =>
            Files("dmn")
                .SelectMany(f => Texts().Matches(f).Select(m => System.Net.WebUtility.HtmlDecode(m.Groups[1].Value)))
                .Distinct();

        protected override void Take(string text, Random random)
        {
            var data = Data(random);
            var reading =
                random.Next(3) == 0
                    ? FeelExpression.ParseUnaryTests(text, new Place("fuzz"), data.Names)
                    : FeelExpression.Parse(text, new Place("fuzz"), data.Names);
            if (reading.Value?.Evaluate(data, Moment).Value is { } value and not FeelFunction)
                _ = value.ToString();
        }
    }

    private sealed class Dmn : Inputs
    {
        protected override IEnumerable<string> Corpus() => Files("dmn").Where(f => f.Length < 60_000);

        protected override void Take(string text, Random random)
        {
            if (DmnReader.Read(text, "fuzz.dmn").Value is not { } model)
                return;
            var data = Data(random);
            var compiled = new CompiledModel(model);
            foreach (var decision in model.Decisions.Take(5))
            {
                var said = model.Decide(decision.Name, data, Moment).Value;
                var quick = compiled.Decide(decision.Name, data, Moment).Value;
                // Functions are told apart by who made them.
                if (!said.Anywhere(v => v is FeelFunction) && !FeelEquality.Same(said, quick))
                    throw new InvalidOperationException($"{decision.Name}: {said} interpreted, {quick} compiled");
            }
        }
    }

    private sealed class Bpmn : Inputs
    {
        protected override IEnumerable<string> Corpus() => Files("bpmn");

        protected override void Take(string text, Random random)
        {
            if (BpmnReader.Read(text, "fuzz.bpmn") is not { Usable: true, Value: { } process })
                return;
            var sound = BpmnCheck.Structure(process).All(p => p.Severity != Severity.Error);
            var world = new World(Sample.Release(process), null, BareRelease.Calendar, ZoneVersion.Indonesia);
            if (Runnable.Problems(world.Core).All(p => Lacks(p.Message)) && sound)
                Sample.Drive(world, Data(random), random);
        }

        /// <summary>What the rest of a service folder would hold does not stop a process from being driven.</summary>
        private static bool Lacks(string problem) =>
            problem.StartsWith("There is no form", StringComparison.Ordinal)
            || problem.StartsWith("No DMN file", StringComparison.Ordinal)
            || problem.Contains("service.yaml", StringComparison.Ordinal);
    }

    private sealed class Forms : Inputs
    {
        protected override IEnumerable<string> Corpus() => Files("form");

        protected override void Take(string text, Random random)
        {
            if (FormReader.Read(text, "fuzz.form").Value is not { } form)
                return;
            var data = Data(random);
            _ = form.Computed(data, Moment);
            _ = form.Validate(data, Moment).Count;
        }
    }
}
