using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Dmn;

/// <summary>Reads the elements of a model: inputs, decisions, knowledge, services.</summary>
internal sealed class ModelReader
{
    private readonly XElement root;
    private readonly string file;
    private readonly ItemTypes types;
    private readonly BoxReader boxes;

    public ModelReader(XElement root, string file)
    {
        this.root = root;
        this.file = file;
        types = new ItemTypes(root, this);
        boxes = new BoxReader(this, types);
    }

    public List<Problem> Problems { get; } = [];

    public DmnModel Model()
    {
        var inputs = Elements("inputData").Select(e => new InputData(Id(e), VariableName(e), VariableType(e)));
        var model = new DmnModel(
            Name(root),
            [.. inputs],
            [.. Elements("decision").Select(Decision)],
            [.. Elements("businessKnowledgeModel").Select(Knowledge)],
            [.. Elements("decisionService").Select(Service)]
        );
        Cycles(model);
        return model;
    }

    private Decision Decision(XElement e)
    {
        var requires = Requires(e);
        return new Decision(Id(e), VariableName(e), requires, At(e))
        {
            Type = VariableType(e),
            Logic = boxes.Child(e, NamesOf(requires)),
        };
    }

    private KnowledgeModel Knowledge(XElement e)
    {
        var requires = Requires(e);
        var logic = e.Elements().FirstOrDefault(c => c.Name.LocalName == "encapsulatedLogic");
        return new KnowledgeModel(
            Id(e),
            VariableName(e),
            logic is null ? null : boxes.Function(logic, NamesOf(requires)),
            requires,
            FeelType.Any
        );
    }

    private DecisionService Service(XElement e) =>
        new(
            Id(e),
            VariableName(e),
            [.. References(e, "outputDecision")],
            [.. References(e, "inputDecision")],
            [.. References(e, "inputData")]
        );

    private ImmutableArray<string> Requires(XElement e) =>
        [
            .. e.Elements()
                .Where(r => r.Name.LocalName.EndsWith("Requirement", StringComparison.Ordinal))
                .SelectMany(r => r.Elements())
                .Where(r => r.Name.LocalName.StartsWith("required", StringComparison.Ordinal))
                .Select(Href),
        ];

    /// <summary>The names that the required elements have in scope.</summary>
    private List<string> NamesOf(ImmutableArray<string> ids)
    {
        var names = new List<string>();
        foreach (var id in ids)
        {
            var required = root.Elements().FirstOrDefault(x => Id(x) == id);
            if (required is null)
                Wrong("DMN-003", $"What is required, {id}, is not in the file.", root);
            else
            {
                names.Add(VariableName(required));
                names.AddRange(types.Names(VariableType(required)));
            }
        }
        return names;
    }

    private static IEnumerable<string> References(XElement e, string name) =>
        e.Elements().Where(r => r.Name.LocalName == name).Select(Href);

    private static string Href(XElement e) => ((string?)e.Attribute("href") ?? "").Split('#')[^1];

    private IEnumerable<XElement> Elements(string name) => root.Elements().Where(e => e.Name.LocalName == name);

    private static XElement? Variable(XElement e) => e.Elements().FirstOrDefault(v => v.Name.LocalName == "variable");

    private static string VariableName(XElement e) => (string?)Variable(e)?.Attribute("name") ?? Name(e);

    private FeelType VariableType(XElement e) => types.Of((string?)Variable(e)?.Attribute("typeRef"));

    private void Cycles(DmnModel model)
    {
        foreach (var decision in model.Decisions)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var open = new Stack<string>(decision.Requires);
            while (open.TryPop(out var id))
            {
                if (id == decision.Id)
                {
                    Problems.Add(new Problem("DMN-004", $"The decision {decision.Name} requires itself.", decision.At));
                    break;
                }
                if (seen.Add(id) && model.Decisions.FirstOrDefault(d => d.Id == id) is { } required)
                    foreach (var next in required.Requires)
                        open.Push(next);
            }
        }
    }

    public FeelExpression? Feel(string text, XElement at, IEnumerable<string> names, bool tests = false)
    {
        var reading = tests
            ? FeelExpression.ParseUnaryTests(text, At(at), names)
            : FeelExpression.Parse(text, At(at), names);
        Problems.AddRange(reading.Problems);
        return reading.Value;
    }

    public Place At(XElement e)
    {
        var line = (IXmlLineInfo)e;
        var owner = e.AncestorsAndSelf().FirstOrDefault(a => a.Attribute("id") is not null);
        return new Place(file, (string?)owner?.Attribute("id"), line.LineNumber, line.LinePosition);
    }

    public void Wrong(string number, string message, XElement at) => Problems.Add(new Problem(number, message, At(at)));

    public static string Id(XElement e) => (string?)e.Attribute("id") ?? "";

    public static string Name(XElement e) => (string?)e.Attribute("name") ?? "";
}
