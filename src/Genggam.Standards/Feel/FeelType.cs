using System.Collections.Immutable;

namespace Genggam.Standards.Feel;

/// <summary>A FEEL type (DMN 1.5, 10.3.2.9). A closed tree.</summary>
public abstract record FeelType
{
    private protected FeelType() { }

    public static readonly FeelType Any = new SimpleType("Any");
    public static readonly FeelType Null = new SimpleType("Null");
    public static readonly FeelType Number = new SimpleType("number");
    public static readonly FeelType String = new SimpleType("string");
    public static readonly FeelType Boolean = new SimpleType("boolean");
    public static readonly FeelType Date = new SimpleType("date");
    public static readonly FeelType Time = new SimpleType("time");
    public static readonly FeelType DateTime = new SimpleType("date and time");
    public static readonly FeelType Duration = new SimpleType("days and time duration");
    public static readonly FeelType Period = new SimpleType("years and months duration");
    public static readonly FeelType List = new ListType(Any);
    public static readonly FeelType Context = new ContextType([]);
    public static readonly FeelType Range = new RangeType(Any);
    public static readonly FeelType Function = new FunctionType(null, Any);

    private static readonly FeelType[] Simple =
    [
        Any,
        Null,
        Number,
        String,
        Boolean,
        Date,
        Time,
        DateTime,
        Duration,
        Period,
    ];

    /// <summary>A built-in type by its FEEL name, also as DMN 1.1 to 1.3 wrote it; null where it is none.</summary>
    public static FeelType? Named(string name) =>
        name switch
        {
            "dateTime" => DateTime,
            "dayTimeDuration" => Duration,
            "yearMonthDuration" => Period,
            "list" => List,
            "context" => Context,
            "range" => Range,
            "function" => Function,
            _ => Simple.FirstOrDefault(type => ((SimpleType)type).Name == name),
        };

    /// <summary>Whether the value is of this type; null is of every type here, as in a parameter or an item definition.</summary>
    public bool Admits(FeelValue value) => value.IsNull || Holds(value);

    /// <summary>Whether the value is an instance of this type; null only of Null.</summary>
    internal abstract bool Holds(FeelValue value);
}

internal sealed record SimpleType(string Name) : FeelType
{
    internal override bool Holds(FeelValue value) =>
        Name switch
        {
            "Any" => !value.IsNull,
            "Null" => value.IsNull,
            "number" => value is FeelNumber,
            "string" => value is FeelString,
            "boolean" => value is FeelBoolean,
            "date" => value is FeelDate,
            "time" => value is FeelTime,
            "date and time" => value is FeelDateTime,
            "days and time duration" => value is FeelDuration,
            _ => value is FeelPeriod,
        };

    public override string ToString() => Name;
}

internal sealed record ListType(FeelType Item) : FeelType
{
    internal override bool Holds(FeelValue value) => value is FeelList list && list.Items.All(Item.Admits);

    public override string ToString() => $"list<{Item}>";
}

internal sealed record ContextType(ImmutableArray<(string Name, FeelType Type)> Entries) : FeelType
{
    internal override bool Holds(FeelValue value) =>
        value is FeelContext context
        && Entries.All(entry => context.TryGet(entry.Name, out var held) && entry.Type.Admits(held));

    public override string ToString() => $"context<{string.Join(", ", Entries.Select(e => $"{e.Name}: {e.Type}"))}>";
}

internal sealed record RangeType(FeelType End) : FeelType
{
    internal override bool Holds(FeelValue value) =>
        value is FeelRange range && End.Admits(range.Start) && End.Admits(range.End);

    public override string ToString() => $"range<{End}>";
}

/// <summary>
/// A function type; no parameters means any function. A function that does not declare what it gives may give what is
/// asked: whether it does shows when it is called.
/// </summary>
internal sealed record FunctionType(ImmutableArray<FeelType>? Parameters, FeelType Result) : FeelType
{
    internal override bool Holds(FeelValue value) =>
        value is FeelFunction function
        && (
            Parameters is not { } expected
            || (
                function.Takes(expected.Length)
                && expected.Zip(function.Parameters).All(pair => TypeConformance.Conforms(pair.First, pair.Second.Type))
                && (function.Result == Any || TypeConformance.Conforms(function.Result, Result))
            )
        );

    public override string ToString() => "function";
}

/// <summary>
/// A type of an item definition. Filled after all definitions are read, since they may refer to each other.
/// <paramref name="Name"/> is also how a type stands in an expression before it is known.
/// </summary>
internal sealed record NamedType(string Name) : FeelType
{
    internal FeelType? Base { get; set; }

    /// <summary>Whether a value keeps the allowed values, set by the item definition.</summary>
    internal Func<FeelValue, bool>? Allows { get; set; }

    /// <summary>The allowed values as they are written.</summary>
    internal FeelExpression? Allowed { get; set; }

    /// <summary>The constraint of the whole value as it is written.</summary>
    internal FeelExpression? Constraint { get; set; }

    internal override bool Holds(FeelValue value) =>
        Base is not null && Base.Holds(value) && (Allows is null || Allows(value));

    public bool Equals(NamedType? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    public override string ToString() => Name;
}
