using Genggam.Standards.Feel;

namespace Genggam.Standards.Dmn;

/// <summary>Facts from JSON, which has no dates: text becomes the date, time or duration that the model declares.</summary>
internal static class TypedFacts
{
    /// <summary>What belongs to an imported model stands under its import name or its namespace, or beside the others.</summary>
    public static FeelContext Of(DmnModel model, FeelContext facts)
    {
        var own = model
            .Inputs.Select(i => (i.Name, i.Type))
            .Concat(model.Decisions.Select(d => (d.Name, d.Type)))
            .ToList();
        foreach (var import in model.Imports)
        {
            var beside = Of(import.Model, facts);
            foreach (var name in beside.Names.Except(own.Select(o => o.Name)))
                facts = facts.With(name, beside[name]);
            foreach (var space in (string[])[import.Name, import.Model.Namespace])
                if (facts[space] is FeelContext inner)
                    facts = facts.With(space, Of(import.Model, inner));
        }
        return Of(own, facts);
    }

    private static FeelContext Of(IEnumerable<(string Name, FeelType Type)> entries, FeelContext facts) =>
        entries.Aggregate(
            facts,
            (all, e) => all.TryGet(e.Name, out var value) ? all.With(e.Name, Of(value, e.Type)) : all
        );

    /// <summary>Text that is no such moment stays text: the type then refuses it, with a warning.</summary>
    private static FeelValue Of(FeelValue value, FeelType type) =>
        (value, TypeConformance.Plain(type)) switch
        {
            (FeelContext context, ContextType t) => Of(t.Entries, context),
            (FeelList list, ListType t) => new FeelList([.. list.Items.Select(i => Of(i, t.Item))]),
            (FeelString text, SimpleType t) => t.Name switch
            {
                "date" => FeelDate.Read(text.Value) ?? value,
                "time" => FeelTime.Read(text.Value) ?? value,
                "date and time" => FeelDateTime.Read(text.Value) ?? value,
                "days and time duration" => FeelDuration.Read(text.Value) ?? value,
                "years and months duration" => FeelPeriod.Read(text.Value) ?? value,
                _ => value,
            },
            _ => value,
        };
}
