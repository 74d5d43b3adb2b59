using System.Text.RegularExpressions;
using CsCheck;
using Genggam.Standards.Feel.RegularExpressions;

namespace Genggam.Standards.Tests.Feel.RegularExpressions;

/// <summary>What is written alike in XPath and .NET means the same in both. A failure prints its seed.</summary>
public sealed class PatternLawTests
{
    private static readonly Gen<string> Atoms = Gen.OneOf(
        "a",
        "b",
        "c",
        "1",
        ".",
        "[ab]",
        "[^a]",
        "[a-c]",
        @"\d",
        @"[b\d]",
        "^",
        "$",
        "[a-c-[b]]",
        @"\.",
        @"\p{Ll}"
    );

    private static readonly Gen<string> Quantifiers = Gen.OneOf(
        "",
        "",
        "",
        "*",
        "+",
        "?",
        "*?",
        "+?",
        "??",
        "{2}",
        "{1,2}",
        "{0,2}?",
        "{1,}"
    );

    /// <summary>No loop goes round without a character: what such a loop takes is for each engine to say.</summary>
    private static readonly Gen<string> Patterns = Gen.Recursive<string>(
        (depth, inner) =>
            depth > 3
                ? Atoms
                : Gen.OneOf(
                    Atoms,
                    Gen.Select(Atoms, Quantifiers, (a, q) => a is "^" or "$" ? a : a + q),
                    Gen.Select(inner, inner, (a, b) => a + b),
                    Gen.Select(inner, inner, (a, b) => $"(?:{a}|{b})"),
                    Gen.Select(inner, Quantifiers, (a, q) => $"({a}){(MatchesNothing(a) ? "" : q)}")
                )
    );

    private static readonly Gen<string> Inputs = Gen.Char["abcd1.X"].Array[0, 12].Select(c => new string(c));

    [Fact]
    public void It_matches_where_the_other_matches() =>
        Gen.Select(Patterns, Inputs, Gen.Bool)
            .Where((pattern, _, cased) => !cased || !pattern.Contains(@"\p", StringComparison.Ordinal))
            .Sample(
                (pattern, input, cased) =>
                    FeelPattern.Of(pattern, cased ? "i" : "").IsIn(input, out _)
                    == Theirs(pattern, cased).IsMatch(input),
                iter: 5_000
            );

    [Fact]
    public void It_replaces_what_the_other_replaces() =>
        Gen.Select(Patterns, Inputs)
            .Where((pattern, _) => !MatchesNothing(pattern))
            .Sample(
                (pattern, input) =>
                    FeelPattern.Of(pattern, "").Replace(input, "<$0>", out _)
                    == Theirs(pattern, false, RegexOptions.None).Replace(input, "<$0>"),
                iter: 4_000
            );

    [Fact]
    public void One_way_after_the_other_finds_what_all_ways_at_once_find() =>
        Gen.Select(Patterns, Inputs)
            .Sample(
                (pattern, input) =>
                {
                    var program = PatternProgram.Compile(pattern, "");
                    var all = new LinearMatcher(program, new Subject(input, program.Flags)).Find(0);
                    var one = new BacktrackingMatcher(program, new Subject(input, program.Flags)).Find(0);
                    return all is null ? one is null : one is not null && (all[0], all[1]) == (one[0], one[1]);
                },
                iter: 4_000
            );

    [Fact]
    public void The_parts_of_a_split_with_the_matches_between_are_the_text() =>
        Gen.Select(Gen.OneOf("a", "b+", "[ab]c?", @"\d"), Inputs)
            .Sample(
                (pattern, input) =>
                {
                    var ours = FeelPattern.Of(pattern, "");
                    var parts = ours.Split(input, out _);
                    var matches = Theirs(pattern, false).Matches(input).Select(m => m.Value).Append("");
                    return string.Concat(parts.Zip(matches, (part, match) => part + match)) == input
                        && parts.All(part => !ours.IsIn(part, out _) || pattern == "[ab]c?");
                }
            );

    private static bool MatchesNothing(string pattern) => FeelPattern.Of(pattern, "").IsIn("", out _);

    private static System.Text.RegularExpressions.Regex Theirs(
        string pattern,
        bool ignoresCase,
        RegexOptions engine = RegexOptions.NonBacktracking
    ) =>
        new(
            pattern.Replace("$", @"\z", StringComparison.Ordinal),
            engine | RegexOptions.CultureInvariant | (ignoresCase ? RegexOptions.IgnoreCase : RegexOptions.None)
        );
}
