using System.Xml.Linq;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Dmn.Kit;

/// <summary>Values as the test files of the kit write them.</summary>
internal static class KitValue
{
    /// <summary>
    /// From so many digits after the point on, a number of the kit is a rounded one. Some come from binary arithmetic:
    /// of twelve digits that they show, the last ones differ from the exact result, so eight are what one can ask.
    /// </summary>
    private const int RoundedFrom = 8;

    private static readonly FeelNumber Apart = FeelNumber.Read("0.00000001")!;

    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    public static FeelValue Read(XElement element) =>
        IsNil(element) ? FeelValue.Null
        : Items(element) is { } items ? new FeelList([.. items.Select(Read)])
        : Components(element) is { Count: > 0 } components
            ? FeelContext.Of(components.Select(c => (KitTest.Name(c), Read(c))))
        : Value(element) is { } value ? Simple(value)
        : FeelValue.Null;

    /// <summary>
    /// Equal as the kit means it. A number that the kit writes with eight or more digits after the point is met
    /// to eight places, every other number exactly; everything else is
    /// met exactly, moments with their offset or zone.
    /// </summary>
    public static bool Matches(XElement expected, FeelValue actual)
    {
        if (!IsNil(expected) && Items(expected) is { } items)
            return actual is FeelList list
                && list.Items.Length == items.Count
                && items.Zip(list.Items).All(pair => Matches(pair.First, pair.Second));
        if (!IsNil(expected) && Components(expected) is { Count: > 0 } components)
            return actual is FeelContext context
                && context.Names.Length == components.Count
                && components.All(c => context.TryGet(KitTest.Name(c), out var entry) && Matches(c, entry));
        var value = Read(expected);
        return value is FeelNumber wanted && actual is FeelNumber number
            ? Near(wanted, number, Value(expected)!.Value.Trim())
            : FeelEquality.Same(value, actual);
    }

    private static bool Near(FeelNumber wanted, FeelNumber actual, string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var places = point < 0 ? 0 : text.Length - point - 1;
        return places < RoundedFrom
            ? wanted.Equals(actual)
            : wanted.Minus(actual) is { } apart && apart.CompareTo(Apart) < 0 && apart.Negated().CompareTo(Apart) < 0;
    }

    private static bool IsNil(XElement element) => (string?)element.Attribute(Xsi + "nil") is "true" or "1";

    private static List<XElement>? Items(XElement element) =>
        KitFile.Children(element, "list").FirstOrDefault() is { } list && !IsNil(list)
            ? [.. KitFile.Children(list, "item")]
            : null;

    private static List<XElement> Components(XElement element) => [.. KitFile.Children(element, "component")];

    private static XElement? Value(XElement element) => KitFile.Children(element, "value").FirstOrDefault();

    private static FeelValue Simple(XElement element)
    {
        if (IsNil(element))
            return FeelValue.Null;
        var (text, type) = (element.Value, ((string?)element.Attribute(Xsi + "type"))?.Split(':')[^1]);
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
}
