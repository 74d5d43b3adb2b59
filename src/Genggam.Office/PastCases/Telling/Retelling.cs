using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Office.PastCases.Telling;

/// <summary>Answers of an example in a new story: days moved along, the applicant replaced wherever named.</summary>
internal sealed class Retelling
{
    /// <summary>Days further from the application than this are history, such as a wedding, and stay.</summary>
    private const int LongestStory = 400;

    private readonly ImmutableArray<(string Old, string New)> words;
    private readonly DateOnly told;
    private readonly int shift;

    public Retelling(
        Example example,
        DateTimeOffset start,
        StoryPerson applicant,
        FormModel? form,
        FeelContext submitted
    )
    {
        told = DateOnly.FromDateTime(example.At.DateTime);
        shift = DateOnly.FromDateTime(start.DateTime).DayNumber - told.DayNumber;
        (string Source, string New)[] person =
        [
            ("person.nik", applicant.Nik),
            ("person.name", applicant.Name),
            ("person.phone", applicant.Phone),
        ];
        words =
        [
            .. person.SelectMany(p =>
                form?.Fields.Where(f => f.Source == p.Source)
                    .Select(f => submitted.At(f.Key))
                    .OfType<FeelString>()
                    .Select(old => (old.Value, p.New))
                ?? []
            ),
        ];
    }

    public FeelContext Of(FeelContext answers) =>
        FeelContext.Of(answers.Names.Select(name => (name, Of(answers[name]))));

    /// <summary>The last day that the answers speak of, among those of the story; null where they speak of none.</summary>
    public DateOnly? LastDay(FeelValue answers) =>
        answers switch
        {
            FeelContext context => context.Names.Select(n => LastDay(context[n])).Max(),
            FeelList list => list.Items.Select(LastDay).Max(),
            _ when Day(answers) is { } day && Moves(day) => day.AddDays(shift),
            _ => null,
        };

    private FeelValue Of(FeelValue value) =>
        value switch
        {
            FeelContext context => Of(context),
            FeelList list => new FeelList([.. list.Items.Select(Of)]),
            FeelDate when Day(value) is { } day => FeelDate.Of(Moved(day)),
            FeelString when Day(value) is { } day => new FeelString(Moved(day).ToString("O", null)),
            FeelString text => words.Where(w => w.Old == text.Value).Select(w => w.New).FirstOrDefault() is { } other
                ? new FeelString(other)
                : text,
            _ => value,
        };

    private DateOnly Moved(DateOnly day) => Moves(day) ? day.AddDays(shift) : day;

    private bool Moves(DateOnly day) => Math.Abs(day.DayNumber - told.DayNumber) <= LongestStory;

    private static DateOnly? Day(FeelValue value) =>
        value switch
        {
            FeelDate date => date.ToDateOnly(),
            FeelString { Value: var text } when DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) => day,
            _ => null,
        };
}
