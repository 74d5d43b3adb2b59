using System.Collections.Immutable;
using System.Xml.Linq;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Dmn;

/// <summary>Item definitions (DMN 1.5, 7.3.2) as types; they may refer to each other in any order.</summary>
internal sealed class ItemTypes
{
    private readonly Dictionary<string, NamedType> named = new(StringComparer.Ordinal);

    public ItemTypes(XElement root, ModelReader reader)
    {
        var definitions = root.Elements().Where(e => e.Name.LocalName == "itemDefinition").ToList();
        foreach (var definition in definitions)
            named[ModelReader.Name(definition)] = new NamedType(ModelReader.Name(definition));
        foreach (var definition in definitions)
            Fill(named[ModelReader.Name(definition)], definition, reader);
    }

    public FeelType Of(string? reference)
    {
        var name = reference?.Split(':')[^1];
        return string.IsNullOrEmpty(name) ? FeelType.Any
            : named.TryGetValue(name, out var type) ? type
            : FeelType.Named(name) ?? FeelType.Any;
    }

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

    private void Fill(NamedType type, XElement definition, ModelReader reader)
    {
        var components = definition.Elements().Where(e => e.Name.LocalName == "itemComponent").ToList();
        var reference = definition.Elements().FirstOrDefault(e => e.Name.LocalName == "typeRef")?.Value.Trim();
        FeelType inner =
            components.Count > 0
                ? new ContextType([.. components.Select(c => (ModelReader.Name(c), Component(c, reader)))])
                : Of(reference);
        type.Base = (string?)definition.Attribute("isCollection") == "true" ? new ListType(inner) : inner;
        var allowed = definition
            .Elements()
            .FirstOrDefault(e => e.Name.LocalName is "allowedValues" or "typeConstraint");
        var text = allowed?.Elements().FirstOrDefault(e => e.Name.LocalName == "text")?.Value;
        if (text is not null && reader.Feel(text, allowed!, [], tests: true) is { } tests)
            type.Allows = value => Allowed(tests, value);
    }

    private NamedType Component(XElement component, ModelReader reader)
    {
        var type = new NamedType(ModelReader.Name(component));
        Fill(type, component, reader);
        return type;
    }

    private static bool Allowed(FeelExpression tests, FeelValue value)
    {
        if (value is FeelList list)
            return list.Items.All(i => Allowed(tests, i));
        var evaluation = new Evaluation(new FeelEnvironment(DateTimeOffset.UnixEpoch));
        return tests.Evaluate(evaluation, new Scope(FeelContext.Empty.With("?", value))) is FeelBoolean { Value: true };
    }
}
