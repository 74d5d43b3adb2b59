namespace Genggam.Standards.Feel;

/// <summary>The kind of a value as a person reads it in a warning.</summary>
internal static class Kind
{
    public static string Of(FeelValue value) =>
        value switch
        {
            FeelNull => "null",
            FeelBoolean => "boolean",
            FeelString => "string",
            FeelNumber => "number",
            FeelDate => "date",
            FeelTime => "time",
            FeelDateTime => "date and time",
            FeelDuration => "days and time duration",
            FeelPeriod => "years and months duration",
            FeelRange => "range",
            FeelList => "list",
            FeelContext => "context",
            _ => "function",
        };
}
