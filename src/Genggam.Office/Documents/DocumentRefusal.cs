namespace Genggam.Office.Documents;

/// <summary>A document could not be made. <paramref name="Number"/> is stable; both texts are complete sentences with the remedy.</summary>
public sealed record DocumentRefusal(string Number, string Indonesian, string English)
{
    internal static readonly DocumentRefusal NodeMissing = new(
        "DOC-102",
        "Surat belum dapat dibuat karena Node.js tidak ditemukan. Pasang Node.js 20 atau lebih baru.",
        "The letter cannot be made because Node.js was not found. Install Node.js 20 or newer."
    );

    internal static readonly DocumentRefusal TooLarge = new(
        "DOC-103",
        "Surat melebihi batas ukuran. Periksa gambar dan jumlah halaman pada templat surat.",
        "The letter is larger than allowed. Look at the pictures and the number of pages of its template."
    );

    internal static readonly DocumentRefusal TooSlow = new(
        "DOC-104",
        "Templat surat melampaui batas waktu dan dihentikan. Periksa perulangan pada templat.",
        "The letter template ran past its time limit and was stopped. Look for a loop that does not end."
    );

    internal static readonly DocumentRefusal TooHungry = new(
        "DOC-105",
        "Templat surat memakai terlalu banyak memori dan dihentikan. Perkecil data atau gambar pada templat.",
        "The letter template used too much memory and was stopped. Make its data or pictures smaller."
    );

    internal static readonly DocumentRefusal WorkerEnded = new(
        "DOC-106",
        "Pembuat surat berhenti di tengah pekerjaan. Coba lagi; bila berulang, hubungi pengelola.",
        "The letter worker ended in the middle of its work. Try again; if it happens again, tell the operator."
    );

    internal static DocumentRefusal TemplateBroken(TemplateProblem first) =>
        new(
            "DOC-101",
            $"Templat surat tidak dapat dibaca: {first}. Perbaiki templat lalu coba lagi.",
            $"The letter template cannot be read: {first}. Correct the template and try again."
        );

    internal static DocumentRefusal RowEmpty(string row, string slot) =>
        new(
            "DOC-107",
            $"Isi surat \"{row}\" belum ada datanya ({slot}). Lengkapi data atau akhiri barisnya dengan | optional pada teks surat.",
            $"The letter line \"{row}\" has no data for {slot}. Complete the data or end it with | optional in the letter's texts."
        );
}

/// <summary>What is wrong in a template. Lines and columns count from 1; 0 means unknown.</summary>
public sealed record TemplateProblem(string File, int Line, int Column, string Message)
{
    public override string ToString() => Line == 0 ? $"{File} {Message}".Trim() : $"{File}:{Line}:{Column} {Message}";
}
