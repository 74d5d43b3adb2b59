using CsCheck;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Feel.Laws;

/// <summary>DMN 1.5, table 76. Each law is a FEEL expression that is true of any lists.</summary>
public sealed class ListLawTests
{
    [Theory]
    [InlineData("count(concatenate(a, b)) = count(a) + count(b)")]
    [InlineData("count(append(a, x)) = count(a) + 1")]
    [InlineData("count(flatten([a, [b, [x]]])) = count(a) + count(b) + 1")]
    [InlineData("count(distinct values(concatenate(a, a))) = count(distinct values(a))")]
    [InlineData("count(remove(append(a, x), -1)) = count(a)")]
    [InlineData("count(a[true]) = count(a)")]
    [InlineData("a[false] = []")]
    public void Counts_add_up(string law) => Holds(law);

    [Theory]
    [InlineData("reverse(reverse(a))", "a")]
    [InlineData("reverse(concatenate(a, b))", "concatenate(reverse(b), reverse(a))")]
    [InlineData("concatenate(a, [])", "a")]
    [InlineData("concatenate(a, concatenate(b, a))", "concatenate(concatenate(a, b), a)")]
    [InlineData("append(a, x)", "concatenate(a, [x])")]
    [InlineData("append(a, x)[-1]", "x")]
    [InlineData("reverse(append(a, x))[1]", "x")]
    [InlineData("insert before(append(a, x), 1, x)", "concatenate([x], a, [x])")]
    [InlineData("remove(insert before(append(a, x), 1, x), 1)", "append(a, x)")]
    [InlineData("sublist(append(a, x), 1)", "append(a, x)")]
    [InlineData(
        "concatenate(sublist(append(a, x), 1, 1), sublist(concatenate(append(a, x), [x]), 2))",
        "concatenate(append(a, x), [x])"
    )]
    [InlineData("sublist(append(a, x), -1)", "[x]")]
    [InlineData("distinct values(distinct values(a))", "distinct values(a)")]
    [InlineData("union(a, b)", "distinct values(concatenate(a, b))")]
    [InlineData("for i in a return i", "a")]
    [InlineData("for i in 1..count(append(a, x)) return append(a, x)[i]", "append(a, x)")]
    public void Lists_are_the_same_in_other_words(string one, string other) =>
        Gen.Select(Values.Lists, Values.Lists, Values.SmallNumbers)
            .Sample(
                (a, b, x) =>
                {
                    (string, FeelValue)[] names = [("a", a), ("b", b), ("x", x)];
                    return FeelEquality.Same(Evaluated.Value(one, names), Evaluated.Value(other, names));
                },
                iter: 300
            );

    [Theory]
    [InlineData("sum(concatenate(n, m)) = sum(n) + sum(m)")]
    [InlineData("mean(n) * count(n) = sum(n)")]
    [InlineData("min(n) = sort(n)[1] and max(n) = sort(n)[-1]")]
    [InlineData("sort(n) = sort(reverse(n))")]
    [InlineData("sort(n, function(x, y) x > y) = reverse(sort(n))")]
    [InlineData("every i in 1..count(n) satisfies list contains(sort(n), n[i])")]
    [InlineData(
        "every i in 2..count(concatenate(n, m)) satisfies sort(concatenate(n, m))[i - 1] <= sort(concatenate(n, m))[i]"
    )]
    [InlineData("median(n) >= min(n) and median(n) <= max(n)")]
    [InlineData("count(n[item > 0]) + count(n[item <= 0]) = count(n)")]
    [InlineData("count(index of(n, n[1])) = count(n[item = n[1]])")]
    public void Numbers_of_lists_add_up(string law) =>
        Gen.Select(Quarters, Quarters)
            .Sample((n, m) => Evaluated.Value(law, ("n", n), ("m", m)) is FeelBoolean { Value: true }, iter: 300);

    private static readonly Gen<FeelList> Quarters = Values
        .SmallNumbers.Array[1, 8]
        .Where(n => n.Length is 1 or 2 or 4 or 5 or 8)
        .Select(n => new FeelList([.. n]));

    private static void Holds(string law) =>
        Gen.Select(Values.Lists, Values.Lists, Values.SmallNumbers)
            .Sample(
                (a, b, x) => Evaluated.Value(law, ("a", a), ("b", b), ("x", x)) is FeelBoolean { Value: true },
                iter: 300
            );
}
