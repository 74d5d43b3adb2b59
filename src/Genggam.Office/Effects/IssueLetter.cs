using System.Security.Cryptography;
using System.Text;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Agencies;
using Genggam.Office.Applications;
using Genggam.Office.Cases;
using Genggam.Office.Documents;
using Genggam.Office.Documents.Signing;
using IssuedDocument = Genggam.Journal.IssuedDocument;

namespace Genggam.Office.Effects;

/// <summary>What became of issuing. A closed set.</summary>
public abstract record IssueLetterResult
{
    private IssueLetterResult() { }

    public sealed record Issued(Command.DocumentReady Answer) : IssueLetterResult;

    /// <summary>Trying again would not help: a template or a text is wrong.</summary>
    public sealed record CannotBe(string Number) : IssueLetterResult;

    public sealed record TryLater(string Number) : IssueLetterResult;

    /// <summary>The case went on without it, by withdrawal or another way.</summary>
    public sealed record NotWanted : IssueLetterResult;
}

/// <summary>
/// Gives a letter its number, lays it out, signs it, keeps it sealed and enters it in the register. A document has one number
/// however often it is tried; repeating an effect finds what was registered first.
/// </summary>
public sealed class IssueLetter(
    JournalStore journal,
    CaseReader reader,
    Agencies.Agencies agencies,
    Letters letters,
    DemoCertificates certificates,
    PublicAddress address,
    OfficeOptions options,
    TimeProvider clock
)
{
    public async Task<IssueLetterResult> Issue(CaseId id, Effect.IssueDocument effect, CancellationToken cancel)
    {
        var loaded = await reader.Load(id, cancel) ?? throw new InvalidOperationException("The case is not there.");
        if (LetterAsk.Of(loaded, effect.Id) is not { } ask)
            return new IssueLetterResult.NotWanted();
        var document = EntryDraft.EffectId(id, ask.Effect);
        // An earlier program entered what was tried again under the later effect.
        string[] registered = [document, EntryDraft.EffectId(id, effect.Id)];
        if ((await journal.Documents.OfCase(id)).FirstOrDefault(d => registered.Contains(d.EffectId)) is { } before)
            return Ready(effect, before, loaded.Case.Zone);

        if (!loaded.Case.Awaited.ContainsKey(effect.Id))
            return new IssueLetterResult.NotWanted();

        var letter = loaded.Release.Service.Letters[effect.Letter];
        var wording = LetterFacts.Words(loaded, letter, "id", "en");
        if (wording is WordingResult.Refused refused)
            return new IssueLetterResult.CannotBe(refused.Refusal.Number);

        var agency = agencies.Find(loaded.Case.Agency!)!;
        var now = ZoneVersion.Indonesia.Local(clock.GetUtcNow(), loaded.Case.Zone);
        var asked = ZoneVersion.Indonesia.Local(ask.At, loaded.Case.Zone);
        var sequence = await journal.Counters.Allocate($"letter/{agency.Id}/{letter.Id}/{asked.Year}", document);
        var number = LetterNumber.Of(letter.NumberPattern, agency.Code, asked, sequence);
        var order = Order(loaded, letter, agency, ((WordingResult.Worded)wording).Wording, number, now);
        var signer = order.Content.Signer;
        var official = certificates.Official(signer.Name, signer.Post, order.Content.Agency.Name);
        return await letters.IssueAsync(order, new PadesSigner(official, certificates.Root), cancel) switch
        {
            IssueResult.Issued issued => Ready(
                effect,
                await Register(loaded, letter, order, issued, document),
                loaded.Case.Zone
            ),
            IssueResult.Refused { Problems.IsEmpty: false } broken => new IssueLetterResult.CannotBe(
                broken.Refusal.Number
            ),
            IssueResult.Refused no => new IssueLetterResult.TryLater(no.Refusal.Number),
            _ => throw new InvalidOperationException("Issuing gave neither."),
        };
    }

    /// <summary>Enters a revocation in the register, from the case that decided it.</summary>
    public async Task Revoke(CaseId id, Effect.PublishStatus status)
    {
        var loaded = await reader.Load(id, CancellationToken.None);
        var (revoked, at) = loaded!
            .Entries.SelectMany(e => e.Events.OfType<CaseEvent.DocumentRevoked>().Select(r => (r, e.Stamp.At)))
            .Last(e => e.r.Code == status.Code);
        await journal.Documents.Withdraw(status.Code, revoked.LegalBasis, at);
    }

    /// <summary>Where the PDF of a document is kept; it follows from the code.</summary>
    public static BlobId PdfOf(string code) =>
        new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"pdf/{code}")).AsSpan(0, 16)));

    private LetterOrder Order(
        LoadedCase loaded,
        Letter letter,
        Agency agency,
        LetterWording wording,
        string number,
        DateTimeOffset now
    )
    {
        var until = letter.ValidYears is { } years ? now.AddYears(years) : (DateTimeOffset?)null;
        var content = new LetterContent(
            "id",
            wording.Title,
            wording.OtherTitle,
            number,
            new LetterAgency(agency.Name.In("id")),
            wording.Opening,
            wording.Rows,
            wording.Closing,
            Written(now),
            new LetterSigner(options.SignerName, agency.UnitHead.In("id")),
            until is { } last ? Written(last) : null,
            options.Demo
        );
        return new LetterOrder(
            $"/{loaded.Release.Id}/{letter.Template}",
            LetterFacts.Files(loaded.Release),
            content,
            DocumentCode.New(),
            wording.Title,
            loaded.Case.Data.At(letter.Holder).ToString() ?? "",
            now,
            until,
            address.Of("/periksa"),
            LetterFacts.Of(loaded.Case)
        );
    }

    private async Task<IssuedDocument> Register(
        LoadedCase loaded,
        Letter letter,
        LetterOrder order,
        IssueResult.Issued issued,
        string document
    )
    {
        var holder = HolderOf(loaded, letter);
        var code = order.Code.ToString();
        var file = $"{letter.Id}-{order.Content.Number.Replace('/', '-')}.pdf";
        await journal.Blobs.Save(PdfOf(code), holder, loaded.Id, file, "application/pdf", issued.Pdf);
        return await journal.Documents.Register(
            new IssuedDocument
            {
                Code = code,
                Number = order.Content.Number,
                Case = loaded.Id,
                Letter = letter.Id,
                ContentHash = Digest.From(Convert.FromHexString(issued.Sha256)),
                Holder = holder,
                HolderName = order.Holder,
                IssuedAt = order.Issued,
                ValidUntil = order.Expires,
                EffectId = document,
            }
        );
    }

    internal static SubjectId HolderOf(LoadedCase loaded, Letter letter)
    {
        var role = loaded.Case.Subjects.ContainsKey(letter.Subject) ? letter.Subject : EntryCodec.Applicant;
        return new SubjectId(loaded.Case.Subjects[role]);
    }

    internal static IssueLetterResult.Issued Ready(Effect.IssueDocument effect, IssuedDocument document, string zone) =>
        new(
            new Command.DocumentReady(
                effect.Id,
                document.Number,
                document.Code,
                document.ContentHash.ToString(),
                ZoneVersion.Indonesia.Day(document.IssuedAt, zone),
                document.ValidUntil is { } until ? ZoneVersion.Indonesia.Day(until, zone) : null
            )
        );

    private static string Written(DateTimeOffset at) =>
        LetterDates.Indonesian.Write(DateOnly.FromDateTime(at.DateTime));
}
