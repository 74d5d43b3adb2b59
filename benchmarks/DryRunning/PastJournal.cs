using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Catalogue;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Benchmarks.DryRunning;

/// <summary>
/// A journal of many past births, decided by the engine and appended as live cases are: encrypted per person, chained, with
/// summaries. Letters are not drawn; half a dozen examples are told in turn, each of another person and another day.
/// </summary>
internal static class PastJournal
{
    public const string Service = "akta-kelahiran";
    private const int AtOnce = 512;

    private static readonly (string Agency, string Zone)[] Offices =
    [
        ("dukcapil-surabaya", "Asia/Jakarta"),
        ("dukcapil-sleman", "Asia/Jakarta"),
        ("dukcapil-makassar", "Asia/Makassar"),
    ];

    public static async Task Fill(JournalStore journal, ServiceCatalogue catalogue, long from, long to)
    {
        var release = catalogue.Find(Service)!;
        var world = catalogue.World(release);
        var stories = ServiceFolder
            .Examples(release, [])
            .Where(e => e.Steps.All(s => s.Refused is null && s is ExampleStep.Submit or ExampleStep.Complete))
            .Take(6)
            .ToArray();
        var began = Stopwatch.GetTimestamp();
        var waiting = new Queue<Task>();
        for (var i = from; i < to; i++)
        {
            var index = i;
            waiting.Enqueue(Task.Run(() => Tell(journal, world, stories[index % stories.Length], index)));
            if (waiting.Count >= AtOnce)
                await waiting.Dequeue();
        }
        await Task.WhenAll(waiting);
        Report.Line(
            string.Create(CultureInfo.InvariantCulture, $"made {to - from} cases"),
            $"{Stopwatch.GetElapsedTime(began).TotalSeconds:N0} s"
        );
    }

    private static async Task Tell(JournalStore journal, World world, Example story, long index)
    {
        var chance = new Random((int)index);
        var start = new DateTimeOffset(2026, 1, 5, 2, 0, 0, TimeSpan.Zero).AddMinutes(index % 400_000);
        var (agency, zone) = Offices[chance.Next(Offices.Length)];
        var id = new CaseId(Guid.CreateVersion7(start));
        var owner = await journal.Subjects.Create();
        var telling = new Telling(journal, world, id, owner, agency, start);
        foreach (var step in story.Steps)
            switch (step)
            {
                case ExampleStep.Submit submit:
                    var data = Data(world.Core, story, submit.Data, start, chance);
                    await telling.Go(
                        new Command.Submit(
                            string.Create(CultureInfo.InvariantCulture, $"X-{index:00000000}"),
                            agency,
                            zone,
                            world
                                .Core.Service.Subjects.Keys.Where(k => !data[k].IsNull)
                                .ToImmutableSortedDictionary(
                                    k => k,
                                    k => k == "pemohon" ? owner.Value : Guid.CreateVersion7(),
                                    StringComparer.Ordinal
                                ),
                            new Personal(data)
                        ),
                        Actor.Citizen(owner.Value.ToString("N")),
                        "web"
                    );
                    break;
                case ExampleStep.Complete done when telling.Task(done.Task) is { } task:
                    var mine = task.Role == OpenTask.ApplicantRole;
                    var by = mine
                        ? Actor.Citizen(owner.Value.ToString("N"))
                        : Actor.Officer($"{done.By}.{agency}", agency, done.Roles);
                    if (!mine)
                        await telling.Go(new Command.Claim(task.Id), by, "desk");
                    await telling.Go(
                        new Command.Complete(
                            task.Id,
                            done.Outcome,
                            new Personal(done.Data),
                            Personal.Text(done.Reasons),
                            done.Defects
                        ),
                        by,
                        mine ? "web" : "desk"
                    );
                    break;
            }
    }

    private static FeelContext Data(
        Release release,
        Example story,
        FeelContext told,
        DateTimeOffset start,
        Random chance
    )
    {
        // The child is as old as in the example.
        var born = DateOnly.ParseExact(
            told.At("anak.tanggal_lahir").ToString()!,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture
        );
        var days = DateOnly.FromDateTime(story.At.DateTime).DayNumber - born.DayNumber;
        told = told.WithAt("anak.tanggal_lahir", FeelDate.Of(DateOnly.FromDateTime(start.DateTime).AddDays(-days)));
        foreach (var field in release.Form(release.Service.Apply.Form)!.Fields.Where(f => f.Kind == FieldKind.File))
            if (told.At(field.Key) is FeelList names)
                told = told.WithAt(
                    field.Key,
                    new FeelList([.. names.Items.Select(n => FeelContext.Of(("id", n), ("nama", n)))])
                );
        return told.WithAt(
            "pemohon.nik",
            string.Create(
                CultureInfo.InvariantCulture,
                $"357801{chance.Next(41, 69):00}{chance.Next(1, 13):00}{chance.Next(60, 100):00}{chance.Next(1, 9999):0000}"
            )
        );
    }

    /// <summary>One case while it is told.</summary>
    private sealed class Telling(
        JournalStore journal,
        World world,
        CaseId id,
        SubjectId owner,
        string agency,
        DateTimeOffset at
    )
    {
        private Case state = Case.New(id.Value.ToString("N"));
        private Digest head = Digest.Zero;
        private DateTimeOffset now = at;

        public OpenTask? Task(string element) => state.Tasks.Values.FirstOrDefault(t => t.Element == element);

        public async Task Go(Command command, Actor by, string channel)
        {
            now = now.AddMinutes(40);
            var moment = new Moment(now, (ulong)state.Sequence);
            var verdict = CaseLogic.Decide(world, state, command, by, moment);
            if (verdict.Refused is { } no)
                throw new InvalidOperationException(
                    $"{command.GetType().Name} was refused: {no.Number} {string.Join(' ', no.Fields)}"
                );
            await Append(
                new CaseEntry(command, verdict.Events, verdict.Effects, null, Stamp.Of(world, moment, by, channel))
            );
            if (state.Awaited.Values.FirstOrDefault() is { } awaited)
                await Go(
                    new Command.DocumentReady(
                        awaited.Effect,
                        "1",
                        id.Value.ToString("N")[..8],
                        "-",
                        new DateOnly(2026, 6, 1),
                        null
                    ),
                    Actor.System,
                    "system"
                );
        }

        private async Task Append(CaseEntry entry)
        {
            var after = CaseLogic.Fold(state, entry);
            var split = EntryCodec.Split(entry, world.Core.Service.Subjects);
            var subjects = entry.Command is Command.Submit submit ? submit.Subjects : after.Subjects;
            var result = await journal.Append(
                new NewEntry
                {
                    Case = id,
                    ExpectedSequence = state.Sequence,
                    PreviousHash = head,
                    At = after.LastAt,
                    Kind = entry.Command.GetType().Name,
                    Open = split.Open,
                    Sealed = [.. split.Parts.Select(p => new SubjectPart(new SubjectId(subjects[p.Key]), p.Value))],
                    Summary = new CaseSummary
                    {
                        Number = after.Number!,
                        Service = Service,
                        ReleaseHash = world.Core.Hash,
                        Agency = agency,
                        State = after.Status == CaseStatus.Closed ? "closed" : "open",
                        Outcome = after.Outcome,
                        OpenedAt = after.OpenedAt,
                        Deadline = after.Deadline,
                        Applicant = owner,
                    },
                }
            );
            (head, state) = (((AppendResult.Appended)result).Hash, after);
        }
    }
}
