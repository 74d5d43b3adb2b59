using Genggam.Standards.Dmn;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Feel.Compiled;

/// <summary>Values as text that tells their kinds apart, functions too.</summary>
internal static class Said
{
    public static string Whole(FeelValue value) =>
        value switch
        {
            FeelList list => $"[{string.Join(", ", list.Items.Select(Whole))}]",
            FeelContext context => $"{{{string.Join(", ", context.Names.Select(n => $"{n}: {Whole(context[n])}"))}}}",
            _ => $"{value.GetType().Name} {value}",
        };

    /// <summary>Value, rules and warnings with their places.</summary>
    public static string Decided(DmnResult result) =>
        $"{Whole(result.Value)}\n{string.Join(' ', result.Fired.Select(f => f.Index))}\n{string.Join('\n', result.Warnings)}";
}
