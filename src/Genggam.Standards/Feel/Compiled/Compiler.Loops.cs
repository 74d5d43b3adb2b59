using Genggam.Standards.Feel.Run;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Feel.Compiled;

/// <summary>Filters and loops over one list.</summary>
internal sealed partial class Compiler
{
    private Code Filter(FilterNode node, Names? names)
    {
        var source = Compile(node.Source, names);
        var slot = layout.Next();
        var condition = Compile(node.Condition, new Names(null, slot, new Names("item", slot, names)));
        return (e, frame) =>
            e.Filter(
                source(e, frame),
                item =>
                {
                    frame[slot] = item;
                    return condition(e, frame);
                },
                node.Condition.At
            );
    }

    private Code For(ForNode node, Names? names)
    {
        var iterator = node.Iterators[0];
        var source = Compile(iterator.Source, names);
        var slot = layout.Next();
        var body = Compile(node.Body, new Names(iterator.Name, slot, names));
        return (e, frame) =>
        {
            if (e.Items(source(e, frame), iterator.Source.At) is not { } items)
                return FeelValue.Null;
            var results = new List<FeelValue>();
            foreach (var item in items)
            {
                frame[slot] = item;
                results.Add(body(e, frame));
            }
            return new FeelList([.. results]);
        };
    }

    private Code Quantified(QuantifiedNode node, Names? names)
    {
        var iterator = node.Iterators[0];
        var source = Compile(iterator.Source, names);
        var slot = layout.Next();
        var condition = Compile(node.Condition, new Names(iterator.Name, slot, names));
        return (e, frame) =>
        {
            if (e.Items(source(e, frame), iterator.Source.At) is not { } items)
                return FeelValue.Null;
            var unknown = false;
            foreach (var item in items)
            {
                frame[slot] = item;
                var held = Evaluation.Truth(condition(e, frame));
                if (held == !node.IsEvery)
                    return !node.IsEvery;
                unknown |= held is null;
            }
            return e.All(node, unknown);
        };
    }
}
