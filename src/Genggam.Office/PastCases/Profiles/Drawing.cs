using System.Collections.Immutable;
using System.Globalization;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Office.PastCases.Profiles;

/// <summary>Where an office is: the name of its region and the districts that numbers of its people begin with.</summary>
internal sealed record OfficePlace(string Name, ImmutableArray<Agencies.Region> Districts);

/// <summary>Answers as they are being drawn for one case or one task.</summary>
/// <param name="form">Takes the answers; what it asks as a number is one.</param>
/// <param name="handIn">Makes a file of that name the applicant's, or an officer's.</param>
internal sealed class Drawing(
    Dice dice,
    OfficePlace place,
    Population people,
    DateTimeOffset now,
    FeelContext known,
    FormModel? form,
    Func<string, FeelValue> handIn
)
{
    private readonly FeelEnvironment environment = new(now);

    /// <summary>What is known to expressions: the case, and the answers so far.</summary>
    private FeelContext scope = known.With("hari_ini", FeelDate.Of(DateOnly.FromDateTime(now.DateTime)));

    public Dice Dice => dice;

    public OfficePlace Place => place;

    public DateOnly Today { get; } = DateOnly.FromDateTime(now.DateTime);

    public ImmutableSortedDictionary<string, ImmutableArray<string>> Words => people.Words;

    /// <summary>What is answered so far.</summary>
    public FeelContext Answers { get; private set; } = FeelContext.Empty;

    /// <summary>What should stand where something wrong is being written.</summary>
    public FeelValue Right { get; set; } = FeelValue.Null;

    /// <summary>Draws answers one after another; of several for one path the first that holds counts.</summary>
    public FeelContext All(ImmutableArray<Answer> answers, Func<string, FeelValue?>? fixedTo = null)
    {
        string? done = null;
        foreach (var answer in answers)
        {
            if (answer.Path == done || (answer.When is not null && Ask(answer.When) is not FeelBoolean { Value: true }))
                continue;
            done = answer.Path;
            if (dice.Falls(answer.Share))
                Set(answer.Path, answer.Draw.Take(this), fixedTo);
        }
        return Answers;
    }

    public FeelValue Ask(FeelExpression expression) => expression.Evaluate(scope, environment).Value;

    public FeelContext Somebody(double women, int from, int to) => people.Somebody(dice, place, Today, women, from, to);

    public FeelValue HandIn(string name) => handIn(name);

    private void Set(string path, FeelValue value, Func<string, FeelValue?>? fixedTo)
    {
        if (value is FeelContext several && several["id"].IsNull)
            foreach (var name in several.Names)
                Set($"{path}.{name}", several[name], fixedTo);
        else if (!value.IsNull)
        {
            value = fixedTo?.Invoke(path) ?? Typed(path, value);
            Answers = Answers.WithAt(path, value);
            scope = scope.WithAt(path, value);
        }
    }

    private FeelValue Typed(string path, FeelValue value) =>
        value is FeelString { Value: var text }
        && form?.Field(path)?.Kind == FieldKind.Number
        && decimal.TryParse(text, CultureInfo.InvariantCulture, out var number)
            ? number
            : value;
}
