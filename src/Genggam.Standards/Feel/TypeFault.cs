using Genggam.Standards.Feel.Functions;

namespace Genggam.Standards.Feel;

/// <summary>Why a value is not of a type, in words: the part of it that is wrong, and what would be allowed there.</summary>
internal static class TypeFault
{
    private const int MostOfValue = 60;
    private const int MostOfAllowed = 200;

    public static string Of(FeelValue value, FeelType type) => Find(value, type, "") ?? Kinds(value, type, "");

    /// <summary>The allowed values of a type as they are written, its own or those it rests on; null where all are.</summary>
    public static string? Allowed(FeelType type) =>
        type is NamedType named
            ? (named.Allowed ?? named.Constraint)?.Source.Trim() ?? (named.Base is { } inner ? Allowed(inner) : null)
            : null;

    public static string Short(string text, int most = MostOfAllowed) =>
        text.Length <= most ? text : $"{text.AsSpan(0, char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)}…";

    /// <param name="path">Where in the whole value, with the dot or bracket that it begins with.</param>
    private static string? Find(FeelValue value, FeelType type, string path) =>
        (value, type) switch
        {
            (FeelNull, _) => null,
            (_, NamedType { Base: { } inner } named) => Find(value, inner, path)
                ?? (
                    inner.Holds(value) && named.Allows?.Invoke(value) == false
                        ? $"The value{At(path)} {Shown(value)} is not allowed by the type {type}: {Short(Allowed(named)!)}"
                        : null
                ),
            (FeelList list, ListType many) => list
                .Items.Select((item, i) => Find(item, many.Item, $"{path}[{i + 1}]"))
                .FirstOrDefault(fault => fault is not null),
            (_, ListType many) => Find(value, many.Item, path),
            (FeelContext context, ContextType wanted) => wanted
                .Entries.Select(e =>
                    context.TryGet(e.Name, out var held)
                        ? Find(held, e.Type, $"{path}.{e.Name}")
                        : $"The value{At(path)} has no entry {e.Name}{Meant(e.Name, context, wanted)}"
                )
                .FirstOrDefault(fault => fault is not null),
            _ => type.Holds(value) ? null : Kinds(value, type, path),
        };

    private static string Kinds(FeelValue value, FeelType type, string path) =>
        value is FeelList or FeelContext or FeelFunction or FeelRange or FeelNull
            ? $"The value{At(path)}, a {Kind.Of(value)}, is not of the type {type}."
            : $"The value{At(path)} {Shown(value)}, a {Kind.Of(value)}, is not of the type {type}.";

    private static string At(string path) => path.Length == 0 ? "" : $" at {path.TrimStart('.')}";

    private static string Meant(string name, FeelContext context, ContextType wanted) =>
        Nearest.To(name, context.Names.Except(wanted.Entries.Select(e => e.Name))) is { } near
            ? $": did you mean it by {near}?"
            : ".";

    public static string Shown(FeelValue value) => Short(Text.Of(value, quoted: true), MostOfValue);
}
