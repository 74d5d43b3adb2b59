using System.IO.Compression;

namespace Genggam.Office.Documents.Pdf;

/// <summary>Unpacks the streams that carry structure: none or FlateDecode, with or without a PNG predictor (7.4.4).</summary>
internal static class PdfStreams
{
    private const int LargestStream = 64 << 20;

    public static byte[] Decode(byte[] file, PdfValue.Stream stream, PdfValue? length)
    {
        if (length is not PdfValue.Number { Whole: { } size } || size < 0 || stream.Start + size > file.Length)
            throw new PdfException("A stream has no usable length.");
        var raw = file.AsSpan(stream.Start, (int)size).ToArray();
        var filter = stream.Header["Filter"] is PdfValue.Array { Items: [var only] } ? only : stream.Header["Filter"];
        return filter switch
        {
            null => raw,
            PdfValue.Name { Text: "FlateDecode" } => Predict(Inflate(raw), stream.Header["DecodeParms"]),
            _ => throw new PdfException("A structure stream has an unknown filter."),
        };
    }

    private static byte[] Inflate(byte[] raw)
    {
        using var inflater = new ZLibStream(new MemoryStream(raw), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        var block = new byte[16384];
        try
        {
            for (int read; (read = inflater.Read(block)) > 0; )
            {
                plain.Write(block, 0, read);
                if (plain.Length > LargestStream)
                    throw new PdfException("A stream unpacks to too much.");
            }
        }
        catch (InvalidDataException)
        {
            throw new PdfException("A stream cannot be unpacked.");
        }
        return plain.ToArray();
    }

    private static byte[] Predict(byte[] plain, PdfValue? parameters)
    {
        if (parameters is PdfValue.Array { Items: [var only] })
            parameters = only;
        if (parameters is not PdfValue.Dictionary given || given["Predictor"] is not PdfValue.Number { Whole: >= 10 })
            return plain;
        var columns = (int)((given["Columns"] as PdfValue.Number)?.Whole ?? 1);
        if (columns is < 1 or > 65536)
            throw new PdfException("A stream has unusable columns.");
        var rows = plain.Length / (columns + 1);
        var result = new byte[rows * columns];
        for (var row = 0; row < rows; row++)
        for (var column = 0; column < columns; column++)
        {
            var at = row * columns + column;
            int left = column > 0 ? result[at - 1] : 0,
                up = row > 0 ? result[at - columns] : 0,
                corner = row > 0 && column > 0 ? result[at - columns - 1] : 0;
            var guess = plain[row * (columns + 1)] switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => throw new PdfException("A stream has an unknown predictor."),
            };
            result[at] = (byte)(plain[row * (columns + 1) + 1 + column] + guess);
        }
        return result;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        int a = Math.Abs(guess - left),
            b = Math.Abs(guess - up),
            c = Math.Abs(guess - corner);
        return a <= b && a <= c ? left
            : b <= c ? up
            : corner;
    }
}
