using System.Diagnostics;
using System.Globalization;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes.DryRuns;
using Genggam.Office.Notices;
using Genggam.Office.People;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Benchmarks.DryRunning;

/// <summary>
/// A dry run over a journal, beside only reading, decrypting and parsing the same cases with as many cores. The journal is
/// read once before, so that both find it in the memory of the machine.
/// </summary>
internal static class DryRunTimes
{
    private const double Bar = 3;
    private const int PageSize = 128;

    /// <param name="cases">The larger of the two journals; the smaller has ten thousand, or a tenth.</param>
    public static async Task Run(string program, long cases, string? data)
    {
        var folder = data ?? Directory.CreateTempSubdirectory("genggam-bench-").FullName;
        try
        {
            var options = new OfficeOptions
            {
                Data = folder,
                Services = Path.Combine(program, "services"),
                RunEffects = false,
            };
            await using var office = await Open(options);
            var journal = office.GetRequiredService<JournalStore>();
            var catalogue = office.GetRequiredService<ServiceCatalogue>();
            var small = Math.Min(10_000, Math.Max(1, cases / 10));
            double? before = null;
            foreach (var size in new[] { small, cases })
            {
                var there = await journal.Cases.CountPast(
                    PastJournal.Service,
                    DateTimeOffset.UnixEpoch,
                    DateTimeOffset.MaxValue
                );
                if (there < size)
                    await PastJournal.Fill(journal, catalogue, there, size);
                before = await Measure(office, Draft(program), before);
            }
        }
        finally
        {
            if (data is null)
                Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> Measure(ServiceProvider office, Release draft, double? before)
    {
        var journal = office.GetRequiredService<JournalStore>();
        await Read(journal);
        var (count, entries, reading) = await Read(journal);
        GC.Collect();
        using var memory = new Peak();
        var runs = office.GetRequiredService<DryRuns>();
        var began = Worked.Now;
        var id = await runs.Start(draft, new DryRunSelection(PastJournal.Service), Actor.System);
        await runs.Wait(id, CancellationToken.None);
        var running = Worked.Now - began;
        var report = await runs.Report(id) ?? throw new InvalidOperationException((await runs.Status(id))!.Error);
        Report.Line(
            string.Create(CultureInfo.InvariantCulture, $"{count} cases, {entries} entries: read, decrypted, parsed"),
            $"{reading.Each(count)}"
        );
        Report.Line(
            "dry run of them, warm, affected cases kept",
            $"{running.Each(count)}; {report.Total.All} counted, hash {report.Hash[..8]}"
        );
        Report.Times("dry run against reading", running.Cpu / reading.Cpu, $"at most {Bar}", r => r <= Bar);
        Report.Line("memory at most", $"{memory.Most / 1024.0 / 1024:N0} MB (bar 500)");
        Report.Line(
            "a million cases, on this machine to itself",
            $"{running.Cpu.TotalSeconds * 1_000_000 / count / Environment.ProcessorCount:N0} s (bar 60, {Environment.ProcessorCount} cores); as it was, {running.Wall.TotalSeconds * 1_000_000 / count:N0} s"
        );
        var each = running.Cpu.TotalMicroseconds / count;
        if (before is { } smaller)
            Report.Times(
                "time of a case against the smaller journal",
                each / smaller,
                "linear: at most 1.3",
                r => r <= 1.3
            );
        return each;
    }

    /// <summary>Reads, decrypts and parses every case, on all cores, and nothing else.</summary>
    private static async Task<(long Cases, long Entries, Worked Time)> Read(JournalStore journal)
    {
        var began = Worked.Now;
        var upTo = await journal.Head();
        var ahead = new Queue<Task<int>>();
        var (cases, entries) = (0L, 0L);
        CaseCursor? last = null;
        while (
            await journal.Cases.Past(
                PastJournal.Service,
                DateTimeOffset.UnixEpoch,
                DateTimeOffset.MaxValue,
                PageSize,
                last
            )
                is { IsEmpty: false } page
        )
        {
            last = new CaseCursor(page[^1].Summary.OpenedAt, page[^1].Case);
            cases += page.Length;
            ahead.Enqueue(Task.Run(() => Parse(journal, page, upTo)));
            if (ahead.Count > Environment.ProcessorCount)
                entries += await ahead.Dequeue();
        }
        while (ahead.TryDequeue(out var rest))
            entries += await rest;
        return (cases, entries, Worked.Now - began);
    }

    private static async Task<int> Parse(
        JournalStore journal,
        System.Collections.Immutable.ImmutableArray<CaseRow> page,
        long upTo
    )
    {
        var parsed = 0;
        foreach (var stored in await journal.Read([.. page.Select(r => r.Case)], upTo))
        foreach (var entry in stored)
        {
            var parts = entry.Sealed.OfType<EntryPart.Readable>().Select(p => p.Plain);
            parsed += EntryCodec.Read(entry.Open, parts).Events.IsDefault ? 0 : 1;
        }
        return parsed;
    }

    /// <summary>A later limit for a report in time: some cases need judgement, most are the same.</summary>
    private static Release Draft(string program)
    {
        var folder = Directory.CreateTempSubdirectory("genggam-draft-").FullName;
        try
        {
            ServicesCopy.Make(program, folder);
            var rules = Path.Combine(folder, PastJournal.Service, "keterlambatan.dmn");
            File.WriteAllText(rules, File.ReadAllText(rules).Replace(" 60<", " 90<", StringComparison.Ordinal));
            return ServiceFolder.Read(Path.Combine(folder, PastJournal.Service)).Value!;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<ServiceProvider> Open(OfficeOptions options)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddNotices(new ConfigurationBuilder().Build(), demo: true);
        services.AddPeople(new PeopleOptions(options.Data) { Demo = true });
        await services.AddOffice(options);
        return services.BuildServiceProvider();
    }

    /// <summary>Time on the wall, and on the cores: another process moves only the first.</summary>
    private readonly record struct Worked(TimeSpan Wall, TimeSpan Cpu)
    {
        public static Worked Now
        {
            get
            {
                using var process = Process.GetCurrentProcess();
                return new(TimeSpan.FromTicks(DateTime.UtcNow.Ticks), process.TotalProcessorTime);
            }
        }

        public static Worked operator -(Worked end, Worked start) => new(end.Wall - start.Wall, end.Cpu - start.Cpu);

        public string Each(long count) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Wall.TotalSeconds:N1} s; {Cpu.TotalSeconds:N1} s of cores, {Cpu.TotalMicroseconds / count:N0} µs a case"
            );
    }

    /// <summary>The most memory the process had, looked at ten times a second.</summary>
    private sealed class Peak : IDisposable
    {
        private readonly Timer timer;

        public Peak() => timer = new Timer(_ => Look(), null, 0, 100);

        public long Most { get; private set; }

        public void Dispose() => timer.Dispose();

        private void Look()
        {
            using var process = Process.GetCurrentProcess();
            Most = Math.Max(Most, process.WorkingSet64);
        }
    }
}
