using System.Xml.Linq;
using Genggam.Standards.Feel;

namespace Genggam.Conformance.Dmn;

/// <summary>Values as the test files of the kit write them.</summary>
internal static class ExpectedValue
{
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    internal static FeelValue Read(XElement element)
    {
        var children = element.Elements().ToList();
        if (children.Find(e => e.Name.LocalName == "list") is { } list)
            return IsNil(list)
                ? FeelValue.Null
                : new FeelList([.. list.Elements().Where(e => e.Name.LocalName == "item").Select(Read)]);
        var components = children.FindAll(e => e.Name.LocalName == "component");
        if (components.Count > 0)
            return FeelContext.Of(
                components.Select(c => (c.Attribute("name")!.Value, IsNil(c) ? FeelValue.Null : Read(c)))
            );
        return children.Find(e => e.Name.LocalName == "value") is { } value ? Simple(value) : FeelValue.Null;
    }

    private static bool IsNil(XElement element) => element.Attribute(Xsi + "nil")?.Value == "true";

    private static FeelValue Simple(XElement element)
    {
        if (IsNil(element))
            return FeelValue.Null;
        var (text, type) = (element.Value, element.Attribute(Xsi + "type")?.Value.Split(':')[^1]);
        return type switch
        {
            "string" or null => text,
            "boolean" => text.Trim() is "true" or "1",
            "date" => FeelDate.Read(text) ?? FeelValue.Null,
            "time" => FeelTime.Read(text) ?? FeelValue.Null,
            "dateTime" => FeelDateTime.Read(text) ?? FeelValue.Null,
            "duration" or "dayTimeDuration" or "yearMonthDuration" => FeelDuration.Read(text)
                ?? (FeelValue?)FeelPeriod.Read(text)
                ?? FeelValue.Null,
            _ => FeelNumber.Read(text.Trim()) ?? FeelValue.Null,
        };
    }

    /// <summary>Equal as the kit means it: numbers to eight places, since it writes rounded ones; all else exactly.</summary>
    internal static bool Matches(FeelValue expected, FeelValue actual) =>
        (expected, actual) switch
        {
            (FeelNumber e, FeelNumber a) => Math.Abs(e.Value - a.Value) < 0.00000001m,
            (FeelList e, FeelList a) => e.Items.Length == a.Items.Length
                && e.Items.Zip(a.Items).All(pair => Matches(pair.First, pair.Second)),
            (FeelContext e, FeelContext a) => e.Names.Length == a.Names.Length
                && e.Names.All(name => a.TryGet(name, out var other) && Matches(e[name], other)),
            _ => FeelEquality.Same(expected, actual),
        };
}
