namespace Genggam.Standards.Dmn.Sentences;

/// <summary>What came of changing one value of a table: the file with it, or why not. Closed.</summary>
public abstract record ValueChange
{
    private ValueChange() { }

    /// <summary>The file again, in which only the characters of the value are others.</summary>
    public sealed record Made(string Xml, ChangeableValue Was, ChangeableValue Now) : ValueChange;

    public sealed record Unreadable(IReadOnlyList<Problem> Problems) : ValueChange;

    public sealed record NoSuchValue(string Id) : ValueChange;

    /// <summary>The file holds another value than the one that was read.</summary>
    public sealed record ChangedMeanwhile(ChangeableValue Value) : ValueChange;

    public sealed record WrongKind(ChangeableValue Value) : ValueChange;

    /// <summary>The column does not list the value, or its type has it not.</summary>
    public sealed record NotAllowed(ChangeableValue Value) : ValueChange;

    /// <summary>The range would end before it begins, or hold nothing.</summary>
    public sealed record EmptyRange(ChangeableValue Value) : ValueChange;

    /// <summary>With it the cell would be read otherwise, or not at all, or the file would be too large.</summary>
    public sealed record CannotStand(ChangeableValue Value) : ValueChange;

    /// <summary>Changes a value. Comments, diagram, whitespace and foreign extensions stay as they are.</summary>
    /// <param name="id">The <see cref="ChangeableValue.Id"/> of the value.</param>
    /// <param name="was">The <see cref="ChangeableValue.Value"/> that was read.</param>
    /// <param name="now">The new one, written like <see cref="ChangeableValue.Value"/>.</param>
    /// <param name="others">Files whose models this one may import.</param>
    public static ValueChange Of(
        DmnSource source,
        string id,
        string was,
        string now,
        IReadOnlyCollection<DmnSource>? others = null
    )
    {
        var reading = Read(source, others);
        if (reading.Value is not { } read)
            return new Unreadable(reading.Problems);
        if (read.Values.Where(v => v.Id == id).ToList() is not [var value])
            return new NoSuchValue(id);
        if (value.Value != was)
            return new ChangedMeanwhile(value);
        if (WrittenValue.Read(value.Literal, now) is not { } feel || WrittenValue.IsDoubtful(value.Kind, was, now))
            return new WrongKind(value);
        if (!value.Allows(feel))
            return new NotAllowed(value);
        if (value.Literal.Range?.Holds(value.Literal.Node, feel) == false)
            return new EmptyRange(value);
        var span = value.Literal.Span!.Value;
        var xml =
            source.Xml[..span.Start]
            + (was == now ? source.Xml[span.Start..span.End] : WrittenValue.Of(value.Kind, now, span.IsCData))
            + source.Xml[span.End..];
        var again = Read(source with { Xml = xml }, others);
        return Errors(again) <= Errors(reading) && Only(read, again.Value, id, now) is { } after
            ? new Made(xml, value, after)
            : new CannotStand(value);
    }

    /// <summary>A divisor that becomes 0 is warned of, as in any text, and read all the same.</summary>
    private static int Errors(Reading<DecisionSentences> reading) =>
        reading.Problems.Count(p => p.Severity == Severity.Error);

    /// <summary>Why it was refused, with number, place and what to do; null where it was made.</summary>
    /// <exception cref="ArgumentException">There are no texts in that language.</exception>
    public string? Why(string language)
    {
        var texts = SentenceTexts.Of(language);
        return this switch
        {
            Unreadable => texts["refused.unreadable"],
            NoSuchValue no => Say("no_such_value", no.Id),
            ChangedMeanwhile no => About("changed_meanwhile", no.Value),
            WrongKind no => About("wrong_kind", no.Value, texts[KindKey(no.Value.Kind)]),
            NotAllowed no => About("not_allowed", no.Value, no.Value.AllowedFeel),
            EmptyRange no => About("empty_range", no.Value),
            CannotStand no => About("cannot_stand", no.Value),
            _ => null,
        };

        string About(string key, ChangeableValue value, string allowed = "") =>
            Say(key, value.Value, allowed, value.At.ToString());

        string Say(string key, params ReadOnlySpan<string> slots) => texts.Fill($"refused.{key}", slots);
    }

    private static string KindKey(ValueKind kind) =>
        kind switch
        {
            ValueKind.Number => "kind.number",
            ValueKind.Text => "kind.text",
            ValueKind.Boolean => "kind.boolean",
            ValueKind.Date => "kind.date",
            ValueKind.Time => "kind.time",
            ValueKind.DateAndTime => "kind.date_and_time",
            ValueKind.DaysAndTime => "kind.days_and_time",
            _ => "kind.years_and_months",
        };

    private static Reading<DecisionSentences> Read(DmnSource source, IReadOnlyCollection<DmnSource>? others) =>
        DecisionSentences.Read(source, DecisionSentences.Languages[0], null, others);

    /// <summary>The value after the change where it is the new one, and every other is as before.</summary>
    private static ChangeableValue? Only(DecisionSentences before, DecisionSentences? after, string id, string now)
    {
        var expected = before.Values.Select(v => (v.Id, v.Kind, v.Id == id ? now : v.Value));
        return after is not null && expected.SequenceEqual(after.Values.Select(v => (v.Id, v.Kind, v.Value)))
            ? after.Values.Single(v => v.Id == id)
            : null;
    }
}
