namespace Genggam.Office.Documents;

/// <summary>The fixed words of a letter, in its language. They come from the texts of the platform.</summary>
public sealed record LetterPhrases(
    string NumberLabel,
    string ValidUntilLabel,
    string SignedElectronically,
    string CodeLabel,
    string HowToVerify,
    string Footer,
    string DemoWord,
    string DemoNotice
)
{
    public static readonly LetterPhrases Indonesian = new(
        "Nomor",
        "Berlaku sampai",
        "Ditandatangani secara elektronik oleh",
        "Kode dokumen",
        "Periksa keaslian surat ini: buka {url} lalu ketik kode dokumen, atau pindai kode QR di samping.",
        "Dokumen ini ditandatangani secara elektronik dan sah tanpa tanda tangan basah. Keasliannya ada pada berkas digital; hasil cetak adalah salinan.",
        "CONTOH",
        "CONTOH - bukan dokumen resmi, tidak punya akibat hukum."
    );

    public static readonly LetterPhrases English = new(
        "Number",
        "Valid until",
        "Signed electronically by",
        "Document code",
        "To check that this letter is genuine, open {url} and type the document code, or scan the QR code beside this text.",
        "This document is signed electronically and valid without a wet signature. The digital file is the original; a print is a copy.",
        "CONTOH",
        "CONTOH (SAMPLE) - not an official document, without legal effect."
    );

    /// <summary>Indonesian unless the language is English: a letter's own language may have more than these phrases.</summary>
    public static LetterPhrases For(string language) => language == "en" ? English : Indonesian;
}
