using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Genggam.Office.PastCases.Profiles;

/// <summary>
/// Text with places: <c>{3}</c> so many digits, <c>{1-40}</c> a number between, <c>{jalan}</c> a word of that list,
/// <c>{daerah}</c> the region of the office, <c>{kecamatan}</c> one of its districts, <c>{tahun}</c> the year.
/// </summary>
internal sealed record Template(ImmutableArray<(string Before, string Place)> Parts, string After)
{
    public static Template Read(string text)
    {
        var parts = ImmutableArray.CreateBuilder<(string, string)>();
        for (
            var open = text.IndexOf('{', StringComparison.Ordinal);
            open >= 0;
            open = text.IndexOf('{', StringComparison.Ordinal)
        )
        {
            var close = text.IndexOf('}', open);
            parts.Add((text[..open], text[(open + 1)..close]));
            text = text[(close + 1)..];
        }
        return new Template(parts.ToImmutable(), text);
    }

    public string Fill(Drawing drawing)
    {
        if (Parts.IsEmpty)
            return After;
        var text = new StringBuilder();
        foreach (var (before, place) in Parts)
            text.Append(before).Append(Word(place, drawing));
        return text.Append(After).ToString();
    }

    private static string Word(string place, Drawing drawing) =>
        place switch
        {
            "daerah" => drawing.Place.Name,
            "kecamatan" => drawing.Dice.One(drawing.Place.Districts).Name,
            "kode" => drawing.Dice.One(drawing.Place.Districts).Code.Replace(".", "", StringComparison.Ordinal),
            "tahun" => drawing.Today.Year.ToString(CultureInfo.InvariantCulture),
            _ when char.IsAsciiDigit(place[0]) => Number(place.Split('-'), drawing.Dice),
            _ => drawing.Dice.One(drawing.Words[place]),
        };

    private static string Number(string[] ends, Dice dice) =>
        ends is [var from, var to]
            ? dice.Between(int.Parse(from, CultureInfo.InvariantCulture), int.Parse(to, CultureInfo.InvariantCulture))
                .ToString(CultureInfo.InvariantCulture)
            : string.Create(
                int.Parse(ends[0], CultureInfo.InvariantCulture),
                dice,
                (digits, from) =>
                {
                    foreach (ref var digit in digits)
                        digit = (char)('0' + from.Between(0, 9));
                }
            );
}
