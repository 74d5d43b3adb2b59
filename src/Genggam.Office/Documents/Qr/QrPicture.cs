using System.Globalization;
using System.Text;
using QRCoder;

namespace Genggam.Office.Documents.Qr;

/// <summary>A QR code as SVG: one path, with the quiet zone, at error correction M.</summary>
public static class QrPicture
{
    public static string Svg(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        for (var x = 0; x < rows.Count; x++)
        {
            var run = 0;
            while (x + run < rows.Count && rows[y][x + run])
                run++;
            if (run == 0)
                continue;
            path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{run}v1h-{run}z");
            x += run;
        }
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {rows.Count} {rows.Count}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{rows.Count}v{rows.Count}H0z"/><path d="{path}"/></svg>"""
        );
    }
}
