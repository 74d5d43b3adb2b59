using System.Collections.Immutable;
using Genggam.Office.Documents;

namespace Genggam.Benchmarks.Fuzz;

/// <summary>
/// What people type, as it stands in a letter. Whatever it is, the layout that all services share takes it as data: a
/// letter that is not made is a finding.
/// </summary>
internal sealed class LetterInputs : Inputs
{
    private const string Main = "/uji/letters/surat.typ";
    private const string Layout = "/shared/letters/layout.typ";

    /// <summary>No answer of a form is longer.</summary>
    private const int Longest = 5_000;

    private static readonly DocumentCode Code = DocumentCode.New();

    private static readonly ImmutableSortedDictionary<string, byte[]> Templates = ImmutableSortedDictionary<
        string,
        byte[]
    >
        .Empty.Add(
            Main,
            "#import \"/shared/letters/layout.typ\": letter\n#show: letter.with(json(bytes(sys.inputs.data)))\n"u8.ToArray()
        )
        .Add(Layout, File.ReadAllBytes("services" + Layout));

    private static readonly LetterWorker Worker = new();

    /// <summary>Typst itself, so that what looks like it is tried most; and text of the services.</summary>
    protected override IEnumerable<string> Corpus() =>
        Files("typ")
            .Concat(Files("yaml"))
            .SelectMany(f => f.Split('\n'))
            .Select(line => line.Trim())
            .Where(line => line.Length > 2)
            .Distinct();

    protected override void Take(string text, Random random)
    {
        var typed = text.Length > Longest ? text[..Longest] : text;
        var parts = new string[8];
        foreach (ref var part in parts.AsSpan())
            part = random.Next(2) == 0 ? typed : typed[random.Next(typed.Length + 1)..];
        var content = new LetterContent(
            random.Next(2) == 0 ? "id" : "en",
            parts[0],
            parts[1],
            "1/UJI/2026",
            new LetterAgency("Dinas Contoh", parts[2], parts[3]),
            [parts[4]],
            [new LetterRow("Nama lengkap", "Full name", parts[5]), new LetterRow(parts[6], null, typed)],
            [parts[7]],
            "Surabaya, 24 November 2026",
            new LetterSigner(typed, "Kepala Dinas"),
            null,
            Demo: true
        );
        var order = new LetterOrder(
            Main,
            Templates,
            content,
            Code,
            "Surat",
            typed,
            DateTimeOffset.UnixEpoch,
            null,
            "https://genggam.example/periksa"
        );
        var result = Letters.PreviewAsync(Worker, order, PageFormat.Pdf).GetAwaiter().GetResult();
        if (result is not RenderResult.Rendered)
            throw new InvalidOperationException($"No letter: {result}");
    }
}
