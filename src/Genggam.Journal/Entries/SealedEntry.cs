using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>An entry ready for the writer: encrypted and hashed by the caller, so the writer only writes.</summary>
internal sealed record SealedEntry(
    NewEntry Entry,
    long Sequence,
    long At,
    byte[] Open,
    byte[] Parts,
    Digest Hash,
    IReadOnlyList<(byte[] Term, SubjectId Subject)> Terms
)
{
    public static async Task<SealedEntry> From(NewEntry entry, Subjects subjects)
    {
        var sequence = entry.ExpectedSequence + 1;
        return From(entry, await SealedParts.Seal(subjects, entry.Case, sequence, entry.Sealed), subjects);
    }

    /// <param name="parts">What is sealed of it, encrypted.</param>
    public static SealedEntry From(NewEntry entry, byte[] parts, Subjects subjects)
    {
        var sequence = entry.ExpectedSequence + 1;
        var open = entry.Open.ToArray();
        var at = entry.At.Micros();
        var hash = Envelope.Hash(
            Envelope.Version,
            entry.Case,
            sequence,
            at,
            entry.Kind,
            entry.PreviousHash,
            open,
            parts
        );
        var terms = new List<(byte[], SubjectId)>();
        foreach (var term in entry.Terms)
        {
            foreach (var word in Words.Of(term.Text))
                terms.Add((subjects.BlindTerm(word).ToArray(), term.Subject));
        }
        return new(entry, sequence, at, open, parts, hash, terms);
    }
}
