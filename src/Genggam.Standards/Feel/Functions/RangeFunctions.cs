namespace Genggam.Standards.Feel.Functions;

/// <summary>
/// How points and ranges lie to each other (DMN 1.5, table 79), in three-valued logic: where an end is open without
/// limit or cannot be compared, the answer is null unless the rest decides.
/// </summary>
internal static class RangeFunctions
{
    private static readonly Form Points = new("point1", "point2", Left: false, Right: false);
    private static readonly Form PointRange = new("point", "range", Left: false, Right: true);
    private static readonly Form RangePoint = new("range", "point", Left: true, Right: false);
    private static readonly Form Ranges = new("range1", "range2", Left: true, Right: true);

    public static IEnumerable<Builtin> All =>
        [
            Of("before", Before, Points, PointRange, RangePoint, Ranges),
            Of("after", (a, b) => Before(b, a), Points, PointRange, RangePoint, Ranges),
            Of("meets", Meets, Ranges),
            Of("met by", (a, b) => Meets(b, a), Ranges),
            Of("overlaps", (a, b) => Reaches(a, b) & Reaches(b, a), Ranges),
            Of("overlaps before", OverlapsBefore, Ranges),
            Of("overlaps after", (a, b) => OverlapsBefore(b, a), Ranges),
            Of("finishes", Finishes, PointRange, Ranges),
            Of("finished by", (a, b) => Finishes(b, a), RangePoint, Ranges),
            Of("includes", Includes, RangePoint, Ranges),
            Of("during", (a, b) => Includes(b, a), PointRange, Ranges),
            Of("starts", Starts, PointRange, Ranges),
            Of("started by", (a, b) => Starts(b, a), RangePoint, Ranges),
            Of("coincides", (a, b) => SameStart(a, b) & SameEnd(a, b), Points, Ranges),
            new(
                "is",
                new Signature(
                    ["value1", "value2"],
                    (_, a) => a[0].GetType() == a[1].GetType() && FeelEquality.Same(a[0], a[1])
                )
            ),
            new(
                "range",
                new Signature(["from"], (_, a) => a[0] is FeelString text ? RangeText.Read(text.Value) : null)
            ),
        ];

    private static Builtin Of(string name, Func<FeelRange, FeelRange, bool?> holds, params IEnumerable<Form> forms) =>
        new(
            name,
            [
                .. forms.Select(form => new Signature(
                    [form.First, form.Second],
                    (_, a) =>
                        Range(a[0], form.Left) is { } x && Range(a[1], form.Right) is { } y && holds(x, y) is { } truth
                            ? truth
                            : null
                )),
            ]
        );

    /// <summary>A point is the range of itself alone.</summary>
    private static FeelRange? Range(FeelValue value, bool isRange) =>
        value is FeelRange range
            ? isRange
                ? range
                : null
            : isRange || value.IsNull
                ? null
                : new FeelRange(true, value, value, true);

    private static bool? Before(FeelRange a, FeelRange b) =>
        Less(a.End, b.Start) | (Equal(a.End, b.Start) & !(a.EndIncluded && b.StartIncluded));

    private static bool? Meets(FeelRange a, FeelRange b) => Equal(a.End, b.Start) & (a.EndIncluded && b.StartIncluded);

    /// <summary>Whether the first goes on at least to where the second begins.</summary>
    private static bool? Reaches(FeelRange a, FeelRange b) =>
        Less(b.Start, a.End) | (Equal(a.End, b.Start) & (a.EndIncluded && b.StartIncluded));

    private static bool? OverlapsBefore(FeelRange a, FeelRange b) =>
        (Less(a.Start, b.Start) | (Equal(a.Start, b.Start) & (a.StartIncluded && !b.StartIncluded)))
        & Reaches(a, b)
        & EndsWithin(a, b);

    private static bool? Finishes(FeelRange a, FeelRange b) => SameEnd(a, b) & StartsWithin(a, b);

    private static bool? Starts(FeelRange a, FeelRange b) => SameStart(a, b) & EndsWithin(a, b);

    private static bool? Includes(FeelRange a, FeelRange b) => StartsWithin(b, a) & EndsWithin(b, a);

    private static bool? StartsWithin(FeelRange a, FeelRange b) =>
        Less(b.Start, a.Start) | (Equal(a.Start, b.Start) & (!a.StartIncluded || b.StartIncluded));

    private static bool? EndsWithin(FeelRange a, FeelRange b) =>
        Less(a.End, b.End) | (Equal(a.End, b.End) & (!a.EndIncluded || b.EndIncluded));

    private static bool? SameStart(FeelRange a, FeelRange b) =>
        Equal(a.Start, b.Start) & (a.StartIncluded == b.StartIncluded);

    private static bool? SameEnd(FeelRange a, FeelRange b) => Equal(a.End, b.End) & (a.EndIncluded == b.EndIncluded);

    private static bool? Less(FeelValue a, FeelValue b) => Run.Comparison.Compare(a, b) is { } order ? order < 0 : null;

    private static bool? Equal(FeelValue a, FeelValue b) =>
        Run.Comparison.Compare(a, b) is { } order ? order == 0 : null;

    /// <summary>One of the ways to call such a function: which argument is a range and which a point.</summary>
    private sealed record Form(string First, string Second, bool Left, bool Right);
}
