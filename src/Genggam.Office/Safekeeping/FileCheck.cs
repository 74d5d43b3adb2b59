using System.Security.Cryptography;
using Genggam.Journal;

namespace Genggam.Office.Safekeeping;

/// <summary>Files that people attached: each opens under its subject's key and is what it was.</summary>
internal sealed class FileCheck(JournalStore journal, IReadOnlySet<SubjectId> erased, List<KeptFinding> findings)
{
    private const int PageSize = 500;

    /// <returns>How many there are.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var (count, last) = (0, new BlobId(Guid.Empty));
        while (await journal.Blobs.Ids(last, PageSize) is { IsEmpty: false } page)
        {
            foreach (var id in page)
            {
                cancel.ThrowIfCancellationRequested();
                if (await Fault(id) is { } problem)
                    findings.Add(new KeptFinding($"file {id}", problem));
            }
            count += page.Length;
            last = page[^1];
        }
        return count;
    }

    private async Task<string?> Fault(BlobId id)
    {
        try
        {
            var known = await journal.Blobs.Find(id);
            if (known is { Name: null } && !erased.Contains(known.Subject))
                return "whose it is was changed";
            // The file of a document is read with its document.
            return
                known is { Case: null }
                && await journal.Blobs.Read(id) is BlobContent.Found file
                && Digest.Of(file.Bytes.Span) != file.Info.ContentHash
                ? "it is not what was attached"
                : null;
        }
        catch (Exception changed) when (changed is CryptographicException or ArgumentException or InvalidCastException)
        {
            return "it was changed, or a part of it is missing";
        }
    }
}
