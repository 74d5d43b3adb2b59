namespace Genggam.Standards.Feel;

/// <summary>A value of FEEL (DMN 1.5, 10.3.2.3). A closed tree: every switch over it is exhaustive.</summary>
public abstract class FeelValue
{
    private protected FeelValue() { }

    public static FeelValue Null => FeelNull.Instance;

    public bool IsNull => this is FeelNull;

    /// <summary>Whether it holds of the value itself or of anything in its lists and contexts.</summary>
    public bool Anywhere(Func<FeelValue, bool> holds) =>
        holds(this)
        || this switch
        {
            FeelList list => list.Items.Any(item => item.Anywhere(holds)),
            FeelContext context => context.Names.Any(name => context[name].Anywhere(holds)),
            _ => false,
        };

    public static implicit operator FeelValue(string? text) => text is null ? Null : new FeelString(text);

    public static implicit operator FeelValue(bool truth) => truth ? FeelBoolean.True : FeelBoolean.False;

    public static implicit operator FeelValue(decimal number) => new FeelNumber(number);

    public static implicit operator FeelValue(int number) => new FeelNumber(number);
}

public sealed class FeelNull : FeelValue
{
    internal static readonly FeelNull Instance = new();

    private FeelNull() { }

    public override string ToString() => "null";
}

public sealed class FeelBoolean : FeelValue
{
    public static readonly FeelBoolean True = new(true);
    public static readonly FeelBoolean False = new(false);

    private FeelBoolean(bool value) => Value = value;

    public bool Value { get; }

    public override string ToString() => Value ? "true" : "false";
}

public sealed class FeelString(string value) : FeelValue, IEquatable<FeelString>
{
    public string Value { get; } = value;

    public bool Equals(FeelString? other) => other is not null && other.Value == Value;

    public override bool Equals(object? obj) => Equals(obj as FeelString);

    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Value;
}
