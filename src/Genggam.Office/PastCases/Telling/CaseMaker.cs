using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Office.Cases;
using Genggam.Office.PastCases.Days;
using Genggam.Office.PastCases.Profiles;
using Genggam.Standards.Feel;

namespace Genggam.Office.PastCases.Telling;

/// <summary>A case before it is led: who applies for what, and how.</summary>
internal sealed record PlannedCase(
    int Place,
    Desk Desk,
    CaseId Id,
    PastCaseSetting Setting,
    string Channel,
    StoryPerson? Known
)
{
    public PastAnswers Answers { get; init; } = null!;

    /// <summary>Of a service without a profile.</summary>
    public Example? Example { get; init; }
    public Retelling? Retelling { get; init; }

    public string? Nik => Desk.NikPath is { } path && Answers.Given.At(path) is FeelString nik ? nik.Value : null;

    /// <summary>Everybody whom the answers name, right or wrong.</summary>
    public IEnumerable<string> Niks =>
        Desk
            .Release.Service.Subjects.Values.Select(s => s.NikPath)
            .Append(Desk.NikPath)
            .OfType<string>()
            .SelectMany(path => new[] { Answers.Right.At(path), Answers.Given.At(path) })
            .OfType<FeelString>()
            .Select(nik => nik.Value)
            .Distinct(StringComparer.Ordinal);
}

/// <summary>Makes cases of arrivals. All that chance decides follows from the seed and the number of the arrival.</summary>
internal sealed class CaseMaker(
    PastCasesOrder order,
    IReadOnlyList<Desk> desks,
    Population people,
    Papers papers,
    OfficerOf officers,
    DateTimeOffset present,
    Subjects secrets
)
{
    /// <summary>Without answers: id and place are cheap to know.</summary>
    public PlannedCase Plan(Arrival arrival, int place)
    {
        var desk = desks[arrival.Desk];
        var dice = Dice.Of(order.Seed, arrival.Number);
        var start = ZoneVersion.Indonesia.Local(
            new DateTimeOffset(arrival.Ticks, TimeSpan.Zero),
            desk.Office.Agency.Zone
        );
        // Of its service too: two services may be told from one seed into one journal.
        var id = new CaseId(Dice.Of(order.Seed, $"{desk.Release.Id}/{arrival.Number}").Id(start));
        var at = dice.One(desk.Office.Places);
        var setting = new PastCaseSetting(desk.Release, desk.Office, at, people, papers, officers, start, dice);
        var known = arrival.Number < order.Known.Count ? order.Known[arrival.Number] : null;
        return new PlannedCase(place, desk, id, setting, arrival.Channel, known);
    }

    public PlannedCase Answered(PlannedCase plan)
    {
        if (plan.Desk.Profile is { } profile)
            return plan with { Answers = PastAnswers.Of(plan.Setting, profile, plan.Known) };
        var example = plan.Setting.Dice.One(plan.Desk.Examples);
        var form = plan.Desk.Release.Form(plan.Desk.Release.Service.Apply.Form);
        var submitted = example.Steps.OfType<ExampleStep.Submit>().First().Data;
        var retelling = new Retelling(example, plan.Setting.Start, plan.Known ?? Somebody(plan), form, submitted);
        var data = ExampleConduct.WithFiles(plan.Setting, form, retelling.Of(submitted));
        return plan with { Answers = new PastAnswers(data, data, []), Example = example, Retelling = retelling };
    }

    /// <summary>Leads the case to its first letter, or to its end.</summary>
    /// <returns>Null where the form refused the application, so that no case came of it.</returns>
    public PastCase? Lead(PlannedCase plan, SubjectBook book, string number, DateTimeOffset? holdLetters)
    {
        var mine = new CaseSubjects(book, plan.Setting);
        var owner = plan.Nik is { } nik ? mine.OfNik(nik) : mine.Create();
        var pseudonyms = new Pseudonyms(
            n => Task.FromResult(mine.OfNik(n)),
            () => Task.FromResult(mine.Create()),
            new StoryClock { Now = plan.Setting.Start }
        );
        var by = Actor.Citizen(owner.Value.ToString("N"));
        var follow = new Follow(FollowCodes.Hash(number, FollowCodes.Of(secrets, plan.Id)));
        IConduct conduct = plan.Example is { } example
            ? new ExampleConduct(plan.Setting, plan.Retelling!, example, by, plan.Channel)
            : new ProfileConduct(plan.Setting, plan.Desk.Profile!, plan.Answers, by, plan.Channel);
        var told = new PastCase(plan.Place, plan.Desk.World, plan.Id, plan.Setting, owner, mine, pseudonyms, present)
        {
            HoldLetters = holdLetters,
        };
        var refused = told.HandIn(Submit(plan.Answers.Given), follow, conduct);
        if (refused is { Number: Refusals.FieldsAtFault })
            refused = told.HandIn(Submit(plan.Answers.Completed(plan.Setting, refused.Fields)), follow, conduct);
        return refused is null ? told : null;

        PlannedAct Submit(FeelContext data) =>
            new(
                plan.Setting.Start,
                new Command.Submit(
                    number,
                    plan.Desk.Office.Agency.Id,
                    plan.Desk.Office.Agency.Zone,
                    // Nothing is waited for: the book answers at once.
                    pseudonyms.Of(plan.Desk.Release, data, owner).GetAwaiter().GetResult(),
                    new Personal(data)
                ),
                by,
                plan.Channel
            );
    }

    private StoryPerson Somebody(PlannedCase plan)
    {
        var person = plan.Setting.Drawing(plan.Setting.Start, FeelContext.Empty, null).Somebody(0.5, 19, 65);
        return new StoryPerson(
            person["nik"].ToString()!,
            person["nama"].ToString()!,
            $"0812{plan.Setting.Dice.Between(10_000_000, 99_999_999)}"
        );
    }
}

/// <summary>The subjects of one case, and which of them are new.</summary>
internal sealed class CaseSubjects(SubjectBook book, PastCaseSetting setting)
{
    private readonly List<PastSubject> fresh = [];

    /// <summary>New ones since the last time.</summary>
    public IReadOnlyList<PastSubject> Taken()
    {
        var taken = fresh.ToArray();
        fresh.Clear();
        return taken;
    }

    public SubjectId OfNik(string nik)
    {
        var subject = book.Of(nik, setting.Start, out var isNew);
        if (isNew && fresh.TrueForAll(s => s.Id != subject))
            fresh.Add(new PastSubject(subject, nik, setting.Start));
        return subject;
    }

    public SubjectId Create()
    {
        var subject = new SubjectId(setting.Dice.Id(setting.Start));
        fresh.Add(new PastSubject(subject, null, setting.Start));
        return subject;
    }
}
