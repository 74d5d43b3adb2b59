using System.Collections.Immutable;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>Reads everything once by position and holds it against chains and checkpoints. Needs no subject key.</summary>
internal sealed class Verification(Database database, JournalOptions options)
{
    private const int PageSize = 1000;
    private const int MostFindings = 1000;
    private readonly ImmutableArray<Finding>.Builder findings = ImmutableArray.CreateBuilder<Finding>();

    public async Task<VerifyReport> Run(List<CheckpointRow> rows, IProgress<VerifyProgress>? progress)
    {
        // Checkpoints before heads: what they cover is there by then, however much is appended meanwhile.
        var checkpoints = OpenNotes(rows);
        var total = await database.Read(s => Heads.Read(s, Heads.Entry));
        var looks = await database.Read(s => Heads.Read(s, Heads.Access));
        var entries = new StreamCheck(
            "entry",
            checkpoints.Select(c => new TreeAt(c.Said.Size, c.Said.Root, c.Kept?.Tree)),
            Report
        );
        await Stream(EntryPage, entries, total, done => progress?.Report(new(done, total + looks)));
        entries.End(total);
        var access = new StreamCheck(
            "access",
            checkpoints.Select(c => new TreeAt(c.Said.AccessSize, c.Said.AccessRoot, c.Kept?.AccessTree)),
            Report
        );
        await Stream(AccessPage, access, looks, done => progress?.Report(new(total + done, total + looks)));
        access.End(looks);
        await FindMissingCases();
        return new(
            entries.Count,
            entries.Chains,
            access.Count,
            checkpoints.Count,
            checkpoints.LastOrDefault().Said,
            findings.ToImmutable()
        );
    }

    private List<(Checkpoint Said, CheckpointRow? Kept)> OpenNotes(List<CheckpointRow> rows)
    {
        List<(string Note, CheckpointRow? Row)> all = [.. rows.Select(r => (r.Note, (CheckpointRow?)r))];
        // The witness beside the database is one of them, unless the database was cut.
        if (File.Exists(options.LatestCheckpointPath))
        {
            var witness = File.ReadAllText(options.LatestCheckpointPath);
            if (!rows.Exists(r => r.Note == witness))
                all.Add((witness, null));
        }
        if (all.Count == 0)
            return [];
        using var key = CheckpointKey.Load(options.CheckpointKeyPath, mayCreate: false);
        var opened = new List<(Checkpoint Said, CheckpointRow? Kept)>();
        foreach (var (note, row) in all)
        {
            if (Checkpoint.Open(note, key) is not { } said)
                Report(new(FindingKind.BadSignature, $"checkpoint: {note.Split('\n')[0]}"));
            else if (row?.Is(said) == false)
                Report(new(FindingKind.BadSignature, $"the checkpoint kept at {row.Size} says {said.Size}", row.Size));
            else
                opened.Add((said, row));
        }
        return [.. opened.OrderBy(c => c.Said.Size).ThenBy(c => c.Said.AccessSize)];
    }

    private static async Task Stream(
        Func<long, Task<List<ChainLink>>> page,
        StreamCheck check,
        long upTo,
        Action<long> progress
    )
    {
        var after = 0L;
        while (after < upTo)
        {
            var links = await page(after);
            foreach (var link in links)
            {
                if (link.Position <= upTo)
                    check.Add(link);
            }
            if (links.Count < PageSize)
                break;
            after = links[^1].Position;
            progress(after);
        }
        progress(upTo);
    }

    private async Task<List<ChainLink>> EntryPage(long after) =>
        [
            .. (await database.Read(s => EntryRows.After(s, after, PageSize))).Select(row => new ChainLink(
                row.Position,
                row.Case,
                row.Sequence,
                row.Hash,
                row.Version,
                previous =>
                    Envelope.Hash(row.Version, row.Case, row.Sequence, row.At, row.Kind, previous, row.Open, row.Sealed)
            )),
        ];

    private Task<List<ChainLink>> AccessPage(long after) =>
        database.Read(s =>
            Session.All(
                s.Command(
                    $"""
                    SELECT {AccessStream.Columns}, position, version FROM access
                    WHERE position > @after ORDER BY position LIMIT @limit
                    """,
                    ("after", after),
                    ("limit", (long)PageSize)
                ),
                row =>
                {
                    var entry = AccessStream.Read(row);
                    var version = row.Version(9);
                    return new ChainLink(
                        row.GetInt64(8),
                        entry.Case,
                        entry.Sequence,
                        entry.Hash,
                        version,
                        previous => AccessStream.HashOf(version, entry, entry.At.Micros(), previous)
                    );
                }
            )
        );

    private async Task FindMissingCases()
    {
        var missing = await database.Read(s =>
            Session.All(
                s.Command(
                    """
                    SELECT case_id, number FROM case_summary
                    WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.case_id = case_summary.case_id)
                    """
                ),
                row => (Case: new CaseId(row.Guid(0)), Number: row.GetString(1))
            )
        );
        foreach (var (@case, number) in missing)
            Report(new(FindingKind.MissingCase, $"case {number} has no entry", Case: @case));
    }

    private void Report(Finding finding)
    {
        if (findings.Count < MostFindings)
            findings.Add(finding);
    }
}
