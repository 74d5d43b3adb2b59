using System.Collections.Immutable;
using System.Xml.Linq;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Dmn.Reading;

/// <summary>Item definitions (DMN 1.5, 7.3.2) as types; they may refer to each other in any order, but not in a circle.</summary>
internal sealed class ItemTypes
{
    private readonly Dictionary<string, NamedType> named = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Import> imports;
    private readonly ModelReader reader;
    private readonly List<XElement> definitions;

    public ItemTypes(XElement root, ModelReader reader, ImmutableArray<Import> imports)
    {
        (this.reader, this.imports) = (reader, imports);
        definitions = [.. root.Elements().Where(e => e.Name.LocalName == "itemDefinition")];
        foreach (var definition in definitions)
            named[ModelReader.Name(definition)] = new NamedType(ModelReader.Name(definition));
    }

    /// <summary>Reads what the definitions say, once all their names are known.</summary>
    public void Fill()
    {
        var circular = new TypeCircles(definitions).Names;
        foreach (var definition in definitions)
            if (circular.Contains(ModelReader.Name(definition)))
            {
                reader.Wrong("DMN-006", $"The type {ModelReader.Name(definition)} contains itself.", definition);
                named[ModelReader.Name(definition)].Base = FeelType.Any;
            }
            else
                Fill(named[ModelReader.Name(definition)], definition);
    }

    /// <summary>The type that an element refers to; Any where it refers to none, or to one that is not there.</summary>
    public FeelType Of(string? reference, XElement at)
    {
        var name = reference?.Trim();
        if (string.IsNullOrEmpty(name))
            return FeelType.Any;
        if ((Find(name) ?? FeelType.Named(name)) is { } type)
            return type;
        // DMN 1.1 wrote a prefix: feel:string.
        var local = name[(name.LastIndexOf(':') + 1)..];
        if ((Find(local) ?? FeelType.Named(local)) is { } prefixed)
            return prefixed;
        reader.Wrong("DMN-010", $"There is no type {name}.", at, Severity.Warning);
        return FeelType.Any;
    }

    /// <summary>An item definition by name, a component of one (type.component), or one of an imported model (import.type).</summary>
    public FeelType? Find(string name)
    {
        if (named.TryGetValue(name, out var type))
            return type;
        foreach (var import in imports)
            if (import.Name.Length == 0 && import.Reader.Types.Find(name) is { } same)
                return same;
            else if (
                name.StartsWith(import.Name + ".", StringComparison.Ordinal)
                && import.Reader.Types.Find(name[(import.Name.Length + 1)..]) is { } imported
            )
                return imported;
        var dot = name.LastIndexOf('.');
        return dot > 0 && Find(name[..dot]) is { } owner && TypeConformance.Plain(owner) is ContextType context
            ? context.Entries.Where(e => e.Name == name[(dot + 1)..]).Select(e => e.Type).FirstOrDefault()
            : null;
    }

    /// <summary>What calling gives whose variable has that type: the output of a function type, else the type itself.</summary>
    public static FeelType Result(FeelType type) =>
        TypeConformance.Plain(type) is FunctionType function ? function.Result : type;

    /// <summary>Names of entries with more than one word, which expressions may reach by a path.</summary>
    public IEnumerable<string> Names(FeelType type, int depth = 0) =>
        depth > 8
            ? []
            : TypeConformance.Plain(type) switch
            {
                ContextType context => context.Entries.SelectMany(e => Names(e.Type, depth + 1).Prepend(e.Name)),
                ListType list => Names(list.Item, depth + 1),
                _ => [],
            };

    private void Fill(NamedType type, XElement definition)
    {
        var inner = Inner(definition);
        var allowed = Tests(definition, "allowedValues");
        var constraint = Tests(definition, "typeConstraint");
        if ((string?)definition.Attribute("isCollection") is "true" or "1")
        {
            // Allowed values are said of the items, a type constraint of the whole collection (DMN 1.5, 7.3.3).
            var item = allowed is null
                ? inner
                : new NamedType(type.Name)
                {
                    Base = inner,
                    Allowed = allowed,
                    Allows = value => Met(allowed, value),
                };
            type.Base = new ListType(item);
        }
        else
        {
            type.Base = inner;
            type.Allowed = allowed;
            type.Allows = allowed is null ? null : value => Met(allowed, value);
        }
        if (constraint is not null)
        {
            var before = type.Allows;
            type.Constraint = constraint;
            type.Allows = value => (before is null || before(value)) && Met(constraint, value);
        }
    }

    private FeelType Inner(XElement definition)
    {
        var components = Children(definition, "itemComponent").ToList();
        if (components.Count > 0)
            return new ContextType([.. components.Select(c => (ModelReader.Name(c), Component(c)))]);
        if (Children(definition, "functionItem").FirstOrDefault() is { } function)
            return new FunctionType(
                [.. Children(function, "parameters").Select(p => Of((string?)p.Attribute("typeRef"), p))],
                Of((string?)function.Attribute("outputTypeRef"), function)
            );
        var reference = Children(definition, "typeRef").FirstOrDefault();
        return Of(reference?.Value, definition);
    }

    private FeelType Component(XElement component)
    {
        var type = new NamedType(ModelReader.Name(component));
        Fill(type, component);
        return type;
    }

    private FeelExpression? Tests(XElement definition, string name)
    {
        var owner = Children(definition, name).FirstOrDefault();
        if (owner is null || Children(owner, "text").FirstOrDefault() is not { } text)
            return null;
        var tests = reader.Feel(text.Value, text, [], tests: true);
        UnknownNames.Find(tests, reader.Problems);
        return tests;
    }

    private static bool Met(FeelExpression tests, FeelValue value)
    {
        var evaluation = new Evaluation(new FeelEnvironment(DateTimeOffset.UnixEpoch));
        return tests.Evaluate(evaluation, new Scope(FeelContext.Empty.With("?", value))) is FeelBoolean { Value: true };
    }

    private static IEnumerable<XElement> Children(XElement e, string name) =>
        e.Elements().Where(c => c.Name.LocalName == name);
}
