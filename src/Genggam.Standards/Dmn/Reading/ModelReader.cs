using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Dmn.Reading;

/// <summary>Reads the elements of a model: inputs, decisions, knowledge, services.</summary>
internal sealed class ModelReader
{
    private readonly XElement root;
    private readonly DmnSource source;
    private readonly ImmutableArray<Import> imports;
    private readonly BoxReader boxes;
    private readonly Dictionary<string, XElement> byId;
    private readonly int[] lines;

    public ModelReader(XElement root, DmnSource source, ImmutableArray<Import> imports)
    {
        (this.root, this.source, this.imports) = (root, source, imports);
        lines = FeelPlaces.LineStarts(source.Xml);
        byId = root.Elements()
            .Where(e => Id(e).Length > 0)
            .GroupBy(Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        Types = new ItemTypes(root, this, imports);
        Types.Fill();
        boxes = new BoxReader(this, Types);
        Model = Read();
        ModelCheck.Cycles(Model, Problems);
        Model.InputsRead = UnknownNames.Find(Model, Problems);
    }

    public List<Problem> Problems { get; } = [];

    public ItemTypes Types { get; }

    public DmnModel Model { get; }

    private string Space => (string?)root.Attribute("namespace") ?? "";

    private DmnModel Read() =>
        new(Name(root), source.File)
        {
            Namespace = Space,
            Imports = [.. imports.Select(i => new ModelImport(i.Name, i.Reader.Model))],
            Inputs =
            [
                .. Elements("inputData")
                    .Select(e => new InputData(Id(e), VariableName(e), VariableType(e)) { At = At(e) }),
            ],
            Decisions = [.. Elements("decision").Select(Decision)],
            Knowledge = [.. Elements("businessKnowledgeModel").Select(Knowledge)],
            Services = [.. Elements("decisionService").Select(Service)],
        };

    private Decision Decision(XElement e)
    {
        var requires = Requires(e);
        return new Decision(Id(e), VariableName(e), requires, At(e))
        {
            Type = VariableType(e),
            Logic = boxes.Child(e, NamesOf(requires, e)),
        };
    }

    private KnowledgeModel Knowledge(XElement e)
    {
        var requires = Requires(e);
        var logic = e.Elements().FirstOrDefault(c => c.Name.LocalName == "encapsulatedLogic");
        // A model may call itself: its own name is in its scope.
        return new KnowledgeModel(
            Id(e),
            VariableName(e),
            logic is null ? null : boxes.Function(logic, [.. NamesOf(requires, e), VariableName(e)]),
            requires,
            ItemTypes.Result(VariableType(e)),
            At(e)
        );
    }

    private DecisionService Service(XElement e) =>
        new(
            Id(e),
            VariableName(e),
            [.. References(e, "outputDecision")],
            [.. References(e, "inputDecision")],
            [.. References(e, "inputData")],
            ItemTypes.Result(VariableType(e)),
            At(e)
        );

    private ImmutableArray<string> Requires(XElement e) =>
        [
            .. e.Elements()
                .Where(r => r.Name.LocalName is "informationRequirement" or "knowledgeRequirement")
                .SelectMany(r => r.Elements())
                .Where(r => r.Name.LocalName.StartsWith("required", StringComparison.Ordinal))
                .Select(Href),
        ];

    /// <summary>The names that the required elements have in scope.</summary>
    private List<string> NamesOf(ImmutableArray<string> references, XElement at)
    {
        var names = new List<string>();
        foreach (var reference in references)
            if (Find(reference) is not var (import, reader, required))
                Wrong("DMN-003", $"What is required, {reference}, is not in the file.", at);
            else
            {
                if (import.Length > 0)
                    names.Add(import);
                names.Add(VariableName(required));
                names.AddRange(reader.Types.Names(reader.VariableType(required)));
            }
        return names;
    }

    /// <summary>An element by its id, or of an imported model by namespace and id, with the name of the import.</summary>
    private (string Import, ModelReader Reader, XElement Element)? Find(string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        if (hash < 0)
            return byId.TryGetValue(reference, out var own) ? ("", this, own) : null;
        foreach (var import in imports)
            if (
                import.Reader.Space == reference[..hash]
                && import.Reader.byId.TryGetValue(reference[(hash + 1)..], out var imported)
            )
                return (import.Name, import.Reader, imported);
        return null;
    }

    private IEnumerable<string> References(XElement e, string name) =>
        e.Elements().Where(r => r.Name.LocalName == name).Select(Href);

    /// <summary>The id of an element of this model, or namespace, "#" and id.</summary>
    private string Href(XElement e)
    {
        var href = ((string?)e.Attribute("href") ?? "").Trim();
        var hash = href.LastIndexOf('#');
        return hash < 0 ? href
            : href[..hash] == Space || !imports.Any(i => i.Reader.Space == href[..hash]) ? href[(hash + 1)..]
            : href;
    }

    private IEnumerable<XElement> Elements(string name) => root.Elements().Where(e => e.Name.LocalName == name);

    private static XElement? Variable(XElement e) => e.Elements().FirstOrDefault(v => v.Name.LocalName == "variable");

    private static string VariableName(XElement e) =>
        Variable(e) is { } variable && Name(variable) is { Length: > 0 } name ? name : Name(e);

    private FeelType VariableType(XElement e) =>
        Variable(e) is { } variable ? Types.Of((string?)variable.Attribute("typeRef"), variable) : FeelType.Any;

    /// <summary>FEEL text of the model; text that cannot be read is a problem, and null with that warning when it runs.</summary>
    public FeelExpression Feel(string text, XElement at, IEnumerable<string> names, bool tests = false)
    {
        var around = new Surroundings(names, Types.Find, new FeelPlaces(at, At(at), source.Xml, lines).Of);
        var reading = tests
            ? FeelExpression.ParseUnaryTests(text, At(at), around)
            : FeelExpression.Parse(text, At(at), around);
        Problems.AddRange(reading.Problems);
        return reading.Value ?? FeelExpression.Unread(text, At(at), reading.Problems[0]);
    }

    public Place At(XElement e)
    {
        var line = (IXmlLineInfo)e;
        var owner = e.AncestorsAndSelf().FirstOrDefault(a => a.Attribute("id") is not null);
        return new Place(source.File, (string?)owner?.Attribute("id"), line.LineNumber, line.LinePosition);
    }

    public void Wrong(string number, string message, XElement at, Severity severity = Severity.Error) =>
        Problems.Add(new Problem(number, message, At(at), severity));

    public static string Id(XElement e) => (string?)e.Attribute("id") ?? "";

    public static string Name(XElement e) => ((string?)e.Attribute("name") ?? "").Trim();
}
