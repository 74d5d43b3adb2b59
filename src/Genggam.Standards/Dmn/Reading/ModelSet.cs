using System.Xml;
using System.Xml.Linq;

namespace Genggam.Standards.Dmn.Reading;

/// <summary>A model and those it imports, each read once and before the ones that need it.</summary>
internal sealed class ModelSet(IEnumerable<DmnSource> others)
{
    private readonly Dictionary<string, ModelReader?> read = new(StringComparer.Ordinal);
    private readonly List<Problem> problems = [];
    private Dictionary<string, (XElement Root, DmnSource Source)>? found;

    public Reading<DmnModel> Read(DmnSource source)
    {
        var root = Root(source, problems);
        return new Reading<DmnModel>(root is null ? null : Read(root, source).Model, problems);
    }

    private ModelReader Read(XElement root, DmnSource source)
    {
        var space = Space(root);
        read[space] = null;
        var reader = new ModelReader(root, source, [.. Imports(root, source)]);
        read[space] = reader;
        problems.AddRange(reader.Problems);
        return reader;
    }

    private IEnumerable<Import> Imports(XElement root, DmnSource source)
    {
        foreach (var import in root.Elements().Where(e => e.Name.LocalName == "import"))
        {
            var space = Space(import);
            var line = (IXmlLineInfo)import;
            var at = new Place(source.File, ModelReader.Name(import), line.LineNumber, line.LinePosition);
            if (!IsModel(import))
                problems.Add(
                    new Problem("DMN-008", $"Only DMN models are imported, not {space}.", at, Severity.Warning)
                );
            else if (read.TryGetValue(space, out var known))
            {
                if (known is not null)
                    yield return new Import(ModelReader.Name(import), known);
                else
                    problems.Add(new Problem("DMN-009", $"The model {space} imports itself.", at));
            }
            else if (Others().TryGetValue(space, out var other))
                yield return new Import(ModelReader.Name(import), Read(other.Root, other.Source));
            else
                problems.Add(new Problem("DMN-007", $"The imported model {space} is not among the files.", at));
        }
    }

    /// <summary>Import types name the version of DMN by the namespace of its models.</summary>
    private static bool IsModel(XElement import) =>
        ((string?)import.Attribute("importType") ?? "DMN").Contains("DMN", StringComparison.OrdinalIgnoreCase);

    private Dictionary<string, (XElement Root, DmnSource Source)> Others()
    {
        if (found is not null)
            return found;
        found = new(StringComparer.Ordinal);
        foreach (var other in others)
            if (Root(other, []) is { } root)
                found.TryAdd(Space(root), (root, other));
        return found;
    }

    private static string Space(XElement e) => (string?)e.Attribute("namespace") ?? "";

    private static XElement? Root(DmnSource source, List<Problem> problems)
    {
        try
        {
            var root = SourceXml.Load(source.Xml, LoadOptions.PreserveWhitespace).Root!;
            if (root.Name.LocalName == "definitions")
                return root;
            problems.Add(new Problem("DMN-002", "The file holds no DMN definitions.", new Place(source.File)));
        }
        catch (XmlException e)
        {
            problems.Add(new Problem("DMN-001", e.Message, new Place(source.File, null, e.LineNumber, e.LinePosition)));
        }
        return null;
    }
}

/// <summary>An imported model under the name that its importer gives it; an empty name imports into the same scope.</summary>
internal sealed record Import(string Name, ModelReader Reader);
