using Genggam.Journal;

namespace Genggam.Office.PastCases.Telling;

/// <summary>Whose data the cases of one stretch hold: those that the journal knows, and new ones whose ids follow from the seed.</summary>
internal sealed class SubjectBook(int seed, IReadOnlyDictionary<string, SubjectId> known)
{
    private readonly Dictionary<string, SubjectId> made = new(StringComparer.Ordinal);

    /// <summary>Somebody whom a case may name, before any case is led.</summary>
    public void Expect(string nik, DateTimeOffset at)
    {
        if (!known.ContainsKey(nik) && !made.ContainsKey(nik))
            made[nik] = new SubjectId(Dice.Of(seed, nik).Id(at));
    }

    /// <param name="isNew">The journal does not know it yet.</param>
    public SubjectId Of(string nik, DateTimeOffset at, out bool isNew)
    {
        isNew = !known.TryGetValue(nik, out var subject);
        return !isNew ? subject
            : made.TryGetValue(nik, out var mine) ? mine
            : new SubjectId(Dice.Of(seed, nik).Id(at));
    }
}
