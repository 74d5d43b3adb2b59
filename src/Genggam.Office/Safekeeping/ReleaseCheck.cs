using System.Text.Json;
using Genggam.Journal;
using Genggam.Office.Catalogue;

namespace Genggam.Office.Safekeeping;

/// <summary>Releases and calendars that cases were decided under: each still gives the hash it is kept under.</summary>
internal sealed class ReleaseCheck(Releases kept, ReleaseStore store, List<KeptFinding> findings)
{
    public async Task Run(CancellationToken cancel)
    {
        foreach (var hash in await kept.Hashes())
            Look($"release {hash}", () => store.Load(hash), cancel);
        foreach (var id in await kept.Calendars())
            Look($"calendar {id}", () => store.LoadCalendar(id), cancel);
    }

    private void Look(string what, Action read, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        try
        {
            read();
        }
        catch (Exception changed)
            when (changed
                    is InvalidDataException
                        or EndOfStreamException
                        or JsonException
                        or FormatException
                        or ArgumentException
                        or InvalidCastException
            )
        {
            findings.Add(new KeptFinding(what, "it is not what was published"));
        }
    }
}
