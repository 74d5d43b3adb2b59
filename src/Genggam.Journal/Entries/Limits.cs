namespace Genggam.Journal;

/// <summary>Bounds of one entry. They guard the writer, not the person: forms have limits of their own.</summary>
internal static class Limits
{
    public const int EntryBytes = 4 * 1024 * 1024;

    public static void Check(NewEntry entry)
    {
        var size = entry.Open.Length + entry.Sealed.Sum(part => (long)part.Plain.Length);
        if (size > EntryBytes)
            throw new JournalRejected($"an entry of {size} bytes is larger than {EntryBytes}");
        if (entry.Sealed.Length > ushort.MaxValue)
            throw new JournalRejected($"an entry has at most {ushort.MaxValue} sealed parts");
        if (entry.ExpectedSequence < 0 || entry.Kind.Length is 0 or > 200)
            throw new JournalRejected("an entry needs a sequence from 0 and a kind of 1 to 200 characters");
    }
}
