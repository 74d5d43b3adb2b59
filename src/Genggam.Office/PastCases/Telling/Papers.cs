using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Genggam.Journal;

namespace Genggam.Office.PastCases.Telling;

/// <summary>A paper that somebody of a past case hands in.</summary>
internal sealed record Paper(string Name, string Media, byte[] Content, Digest Hash);

/// <summary>
/// Papers that say CONTOH and under which name they came: the smallest PDF there can be (ISO 32000-1, 7.5), the same bytes
/// for the same name.
/// </summary>
internal sealed class Papers
{
    private readonly ConcurrentDictionary<string, Paper> made = new(StringComparer.Ordinal);

    public Paper Of(string name) =>
        made.GetOrAdd(
            name,
            given =>
            {
                var content = Pdf(given);
                return new Paper(
                    $"{Path.GetFileNameWithoutExtension(given)}.pdf",
                    "application/pdf",
                    content,
                    Digest.Of(content)
                );
            }
        );

    private static byte[] Pdf(string name)
    {
        var words = $"BT /F 40 Tf 130 160 Td (CONTOH) Tj /F 12 Tf -100 -110 Td ({name}) Tj ET";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 298]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            $"<</Length {words.Length.ToString(CultureInfo.InvariantCulture)}>>stream\n{words}\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (place, content) in objects.Index())
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{place + 1} 0 obj\n{content}\nendobj\n");
        }
        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            pdf.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        pdf.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n"
        );
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
