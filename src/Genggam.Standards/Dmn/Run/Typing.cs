using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Dmn.Run;

/// <summary>The value as its declared type asks it, else null with a warning (DMN 1.5, 10.3.2.9.4).</summary>
internal static class Typing
{
    public static FeelValue Typed(Evaluation evaluation, FeelValue value, FeelType type, Place at) =>
        IsPlainly(value, type)
            ? value
            : evaluation.Converted(value, type, at) ?? evaluation.Warn("DMN-203", TypeFault.Of(value, type), at);

    /// <summary>The answer for most values, without looking at the type's parts.</summary>
    public static bool IsPlainly(FeelValue value, FeelType type) =>
        ReferenceEquals(type, FeelType.Any)
        || (ReferenceEquals(type, FeelType.Number) && value is FeelNumber)
        || (ReferenceEquals(type, FeelType.String) && value is FeelString)
        || (ReferenceEquals(type, FeelType.Boolean) && value is FeelBoolean);
}
