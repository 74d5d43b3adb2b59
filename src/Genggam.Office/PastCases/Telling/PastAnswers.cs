using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Office.PastCases.Profiles;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Office.PastCases.Telling;

/// <summary>What somebody hands in.</summary>
/// <param name="Right">As it should have been.</param>
/// <param name="Given">As it was written.</param>
/// <param name="Slips">What is wrong in it.</param>
internal sealed record PastAnswers(FeelContext Right, FeelContext Given, ImmutableArray<Slip> Slips)
{
    private static readonly FeelValue Some = "contoh";

    /// <param name="known">Whose application it is, where that is laid down.</param>
    public static PastAnswers Of(PastCaseSetting setting, ServiceProfile profile, StoryPerson? known)
    {
        var form = setting.Release.Form(setting.Release.Service.Apply.Form);
        var drawing = setting.Drawing(setting.Start, FeelContext.Empty, form);
        var right = drawing.All(profile.Answers, known is null ? null : path => Own(form?.Field(path)?.Source, known));
        var given = right;
        var slips = ImmutableArray.CreateBuilder<Slip>();
        foreach (var slip in profile.Slips)
            if (
                setting.Dice.Falls(slip.Share)
                && (slip.When is null || drawing.Ask(slip.When) is FeelBoolean { Value: true })
            )
            {
                slips.Add(slip);
                foreach (var (field, wrong) in slip.Fields)
                {
                    drawing.Right = right.At(field);
                    given = given.WithAt(field, wrong.Take(drawing));
                }
            }
        return new PastAnswers(right, Asked(form, given, setting.Start), slips.ToImmutable());
    }

    /// <summary>
    /// The answers with whatever else the form asks: a draft of the service may ask for more than its profile knows.
    /// </summary>
    public FeelContext Completed(PastCaseSetting setting, ImmutableArray<FieldProblem> missing)
    {
        var form = setting.Release.Form(setting.Release.Service.Apply.Form)!;
        return missing.Aggregate(
            Given,
            (data, problem) =>
                form.Field(problem.Key) is { } field && data.At(field.Key).IsNull
                    ? data.WithAt(field.Key, Any(field, setting))
                    : data
        );
    }

    /// <summary>A page sends only what it asked.</summary>
    private static FeelContext Asked(FormModel? form, FeelContext given, DateTimeOffset at) =>
        form?.Computed(given, new FeelEnvironment(at)) ?? given;

    private static FeelValue? Own(string? source, StoryPerson known) =>
        source switch
        {
            "person.nik" => new FeelString(known.Nik),
            "person.name" => new FeelString(known.Name),
            "person.phone" => new FeelString(known.Phone),
            _ => null,
        };

    private static FeelValue Any(FormField field, PastCaseSetting setting) =>
        field.Kind switch
        {
            _ when field.Options.Length > 0 => field.Options[setting.Dice.Between(0, field.Options.Length - 1)].Value,
            FieldKind.YesNo => true,
            FieldKind.Number => Math.Max(1, field.Constraints.Min ?? 1),
            FieldKind.Date => FeelDate.Of(DateOnly.FromDateTime(setting.Start.DateTime)),
            FieldKind.File => setting.HandIn($"{field.Key.Split('.')[^1]}.pdf"),
            FieldKind.Text or FieldKind.LongText => Some,
            _ => FeelValue.Null,
        };
}
