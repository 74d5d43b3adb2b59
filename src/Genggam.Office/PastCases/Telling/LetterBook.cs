using System.Text;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Agencies;
using Genggam.Office.Cases;
using Genggam.Office.Documents;
using Genggam.Office.Effects;
using IssuedDocument = Genggam.Journal.IssuedDocument;

namespace Genggam.Office.PastCases.Telling;

/// <summary>
/// Letters of past cases that are numbered and registered, but never laid out: the numbers follow one another in the order of
/// time, and the register says by the hash that there is no file.
/// </summary>
internal sealed class LetterBook(PastCounters counters, int seed)
{
    private readonly PriorityQueue<PastCase, (DateTimeOffset Ready, int Place)> waiting = new();
    private readonly List<IssuedDocument> documents = [];
    private readonly List<GivenNumber> numbers = [];

    /// <summary>What the register holds in place of a file's hash.</summary>
    public static Digest NoFile(string code) =>
        Digest.Of(Encoding.UTF8.GetBytes($"genggam: no file was made of {code}\n"));

    public void Await(PastCase told)
    {
        if (told.Wanted is { } letter)
            waiting.Enqueue(told, (letter.Ready, told.Place));
    }

    /// <summary>Gives numbers to the letters that are ready before a moment.</summary>
    public async Task<List<(PastCase Case, Command.DocumentReady Answer, DateTimeOffset At)>> Issue(
        DateTimeOffset before,
        Func<PastCase, Agency> agencyOf
    )
    {
        var issued = new List<(PastCase, Command.DocumentReady, DateTimeOffset)>();
        while (waiting.TryPeek(out _, out var next) && next.Ready < before)
        {
            var told = waiting.Dequeue();
            var wanted = told.Wanted!;
            var agency = agencyOf(told);
            var letter = told.Loaded.Release.Service.Letters[wanted.Effect.Letter];
            var asked = ZoneVersion.Indonesia.Local(wanted.Asked, agency.Zone);
            var counter = $"letter/{agency.Id}/{letter.Id}/{asked.Year}";
            var sequence = await counters.Next(counter);
            var number = LetterNumber.Of(letter.NumberPattern, agency.Code, asked, sequence);
            var effect = EntryDraft.EffectId(told.Loaded.Id, wanted.Effect.Id);
            var document = Register(told, letter, wanted, number, effect);
            documents.Add(document);
            numbers.Add(new GivenNumber(counter, effect, sequence));
            issued.Add((told, IssueLetter.Ready(wanted.Effect, document, agency.Zone).Answer, wanted.Ready));
        }
        return issued;
    }

    /// <summary>What was issued since the last time.</summary>
    public (IReadOnlyList<IssuedDocument> Documents, IReadOnlyList<GivenNumber> Numbers) Taken()
    {
        var taken = (documents.ToArray(), numbers.ToArray());
        documents.Clear();
        numbers.Clear();
        return taken;
    }

    private IssuedDocument Register(PastCase told, Letter letter, WantedLetter wanted, string number, string effect)
    {
        var code = DocumentCode.Of(Dice.Of(seed, effect).Between).ToString();
        var issued = ZoneVersion.Indonesia.Local(wanted.Ready, told.Loaded.Case.Zone);
        return new IssuedDocument
        {
            Code = code,
            Number = number,
            Case = told.Loaded.Id,
            Letter = letter.Id,
            ContentHash = NoFile(code),
            Holder = IssueLetter.HolderOf(told.Loaded, letter),
            HolderName = told.Loaded.Case.Data.At(letter.Holder).ToString() ?? "",
            IssuedAt = issued,
            ValidUntil = letter.ValidYears is { } years ? issued.AddYears(years) : null,
            EffectId = effect,
        };
    }
}
