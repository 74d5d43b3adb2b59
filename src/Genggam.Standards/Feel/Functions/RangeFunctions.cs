using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Feel.Functions;

/// <summary>How points and ranges lie to each other (DMN 1.5, table 79). A point is the range of itself.</summary>
internal static class RangeFunctions
{
    public static IEnumerable<Builtin> All =>
        [
            Of(
                "before",
                (a, b) => Order(a.End, b.Start) is var o && (o < 0 || (o == 0 && !(a.EndIncluded && b.StartIncluded)))
            ),
            Of(
                "after",
                (a, b) => Order(a.Start, b.End) is var o && (o > 0 || (o == 0 && !(a.StartIncluded && b.EndIncluded)))
            ),
            Of("meets", (a, b) => Order(a.End, b.Start) == 0 && a.EndIncluded && b.StartIncluded),
            Of("met by", (a, b) => Order(a.Start, b.End) == 0 && a.StartIncluded && b.EndIncluded),
            Of("overlaps", Overlaps),
            Of("overlaps before", (a, b) => StartsBefore(a, b) && Overlaps(a, b) && EndsBefore(a, b)),
            Of("overlaps after", (a, b) => StartsBefore(b, a) && Overlaps(a, b) && EndsBefore(b, a)),
            Of("finishes", (a, b) => SameEnd(a, b) && !StartsBefore(a, b)),
            Of("finished by", (a, b) => SameEnd(a, b) && !StartsBefore(b, a)),
            Of("includes", (a, b) => !StartsBefore(b, a) && !EndsBefore(a, b)),
            Of("during", (a, b) => !StartsBefore(a, b) && !EndsBefore(b, a)),
            Of("starts", (a, b) => SameStart(a, b) && !EndsBefore(b, a)),
            Of("started by", (a, b) => SameStart(a, b) && !EndsBefore(a, b)),
            Of("coincides", (a, b) => SameStart(a, b) && SameEnd(a, b)),
            new(
                "is",
                new Signature(
                    ["value1", "value2"],
                    (_, a) => a[0].GetType() == a[1].GetType() && FeelEquality.Same(a[0], a[1])
                )
            ),
        ];

    private static Builtin Of(string name, Func<FeelRange, FeelRange, bool> holds)
    {
        return new Builtin(
            name,
            [
                .. new[] { ("point1", "point2"), ("point", "range"), ("range", "point"), ("range1", "range2") }.Select(
                    p => new Signature([p.Item1, p.Item2], Body)
                ),
            ]
        );

        FeelValue? Body(Evaluation _, FeelValue[] a) =>
            Range(a[0]) is { } x
            && Range(a[1]) is { } y
            && Order(x.Start, y.Start) is not null
            && Order(x.End, y.End) is not null
                ? holds(x, y)
                : null;
    }

    private static FeelRange? Range(FeelValue value) =>
        value is FeelRange range ? range
        : value.IsNull ? null
        : new FeelRange(true, value, value, true);

    private static int? Order(FeelValue a, FeelValue b) => Comparison.Compare(a, b);

    private static bool SameStart(FeelRange a, FeelRange b) =>
        Order(a.Start, b.Start) == 0 && a.StartIncluded == b.StartIncluded;

    private static bool SameEnd(FeelRange a, FeelRange b) => Order(a.End, b.End) == 0 && a.EndIncluded == b.EndIncluded;

    private static bool StartsBefore(FeelRange a, FeelRange b) =>
        Order(a.Start, b.Start) is var o && (o < 0 || (o == 0 && a.StartIncluded && !b.StartIncluded));

    private static bool EndsBefore(FeelRange a, FeelRange b) =>
        Order(a.End, b.End) is var o && (o < 0 || (o == 0 && !a.EndIncluded && b.EndIncluded));

    private static bool Overlaps(FeelRange a, FeelRange b) =>
        (Order(a.End, b.Start) is var x && (x > 0 || (x == 0 && a.EndIncluded && b.StartIncluded)))
        && (Order(a.Start, b.End) is var y && (y < 0 || (y == 0 && a.StartIncluded && b.EndIncluded)));
}
