using CsCheck;

namespace Genggam.Standards.Tests.Feel.Compiled;

/// <summary>Expressions of every kind over the names n, m (numbers), s (text), t (truth), l (list), c (context), z (null).</summary>
internal static class Expressions
{
    private static readonly Gen<string> Leaves = Gen.OneOf(
        Gen.OneOf("n", "m", "s", "t", "l", "c", "z", "c.a", "c.b", "item", "i", "x", "unknown", "?", "l.a"),
        Gen.OneOf(
            "0",
            "1",
            "2.50",
            "-3",
            "1e33",
            "\"a\"",
            "\"\"",
            "true",
            "false",
            "null",
            "@\"2026-02-28\"",
            "@\"P1M\""
        ),
        Gen.OneOf("[]", "[1,2,3]", "[1..5]", "(\"a\"..\"c\")", "< 3", "{}", "[3..1]", "count", "1/0", "sum([1,\"a\"])")
    );

    private static readonly Gen<string> Operators = Gen.OneOf(
        "+",
        "-",
        "*",
        "/",
        "**",
        "=",
        "!=",
        "<",
        "<=",
        ">",
        ">=",
        "and",
        "or"
    );

    private static readonly Gen<string> Types = Gen.OneOf("number", "string", "list<number>", "Any", "range<number>");

    private static readonly Gen<string> Functions = Gen.OneOf(
        "count",
        "sum",
        "min",
        "string",
        "string length",
        "not",
        "reverse",
        "floor",
        "matches",
        "i",
        "all"
    );

    public static readonly Gen<string> All = Gen.Recursive<string>(
        (depth, inner) =>
            depth > 4
                ? Leaves
                : Gen.OneOf(
                    Leaves,
                    Gen.Select(inner, Operators, inner, (a, op, b) => $"({a} {op} {b})"),
                    Gen.Select(inner, inner, inner, (a, b, c) => $"(if {a} then {b} else {c})"),
                    Gen.Select(inner, inner, inner, (a, b, c) => $"({a} between {b} and {c})"),
                    Gen.Select(inner, Cells(inner), (a, b) => $"({a} in ({b}))"),
                    Gen.Select(inner, inner, (a, b) => $"({a})[{b}]"),
                    Gen.Select(inner, inner, (a, b) => $"(for i in {a} return {b})"),
                    Gen.Select(inner, inner, inner, (a, b, c) => $"(for i in {a}, x in {b} return {c})"),
                    Gen.Select(inner, inner, (a, b) => $"(for i in {a} return [{b}, partial])"),
                    Gen.Select(inner, inner, (a, b) => $"(some x in {a} satisfies {b})"),
                    Gen.Select(inner, inner, (a, b) => $"(every x in {a} satisfies {b})"),
                    Gen.Select(inner, inner, (a, b) => $"{{a: {a}, b: {b}, x: a}}"),
                    Gen.Select(inner, inner, (a, b) => $"{{a: {a}, a: {b}}}"),
                    Gen.Select(inner, inner, (a, b) => $"[{a}, {b}]"),
                    Gen.Select(inner, inner, (a, b) => $"[{a}..{b}]"),
                    inner.Select(a => $"-({a})"),
                    inner.Select(a => $"({a}).a"),
                    Gen.Select(inner, Types, (a, b) => $"({a} instance of {b})"),
                    Gen.Select(Functions, inner, (f, a) => $"{f}({a})"),
                    Gen.Select(inner, inner, (a, b) => $"max({a}, {b})"),
                    Gen.Select(inner, inner, (a, b) => $"(function(i, x) i = {b})({a}, x)"),
                    Gen.Select(inner, inner, (a, b) => $"sort({a}, function(x, y) x < {b})"),
                    inner.Select(a => $"abs(n: {a})")
                )
    );

    /// <summary>What may stand in a cell of a table.</summary>
    public static Gen<string> Cells(Gen<string> inner) =>
        Gen.Select(
            Gen.OneOf(
                Gen.OneOf("< 10", "<= 2.5", "> 3", ">= -3", "= 2", "!= 2", "[1..5]", "(1..3]", "]2..8[", "7", "-3"),
                Gen.OneOf("\"a\"", "\"b\"", "true", "false", "null", "< \"b\"", "[\"a\"..\"c\"]", "not(n)", "? > 2"),
                Gen.OneOf("1e33", "> 1e33", "[1,2]", "[5..1]", "@\"2026-02-28\"", "> @\"2026-01-01\""),
                inner
            ).Array[1, 3],
            tests => string.Join(", ", tests)
        );
}
