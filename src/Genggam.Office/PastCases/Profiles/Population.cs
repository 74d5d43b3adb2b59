using System.Collections.Immutable;
using System.Globalization;
using Genggam.Standards.Feel;

namespace Genggam.Office.PastCases.Profiles;

/// <summary>
/// Gives people who do not exist numbers and names. Each family name is Contoh, so that none is taken for real; the same
/// number has the same name wherever it comes.
/// </summary>
internal sealed class Population(ImmutableSortedDictionary<string, ImmutableArray<string>> words)
{
    private const string FamilyName = "Contoh";

    public ImmutableSortedDictionary<string, ImmutableArray<string>> Words => words;

    public FeelContext Somebody(Dice dice, OfficePlace place, DateOnly today, double women, int from, int to)
    {
        var woman = dice.Falls(women);
        var born = today.AddDays(-dice.Between(from * 365, to * 365));
        var nik = string.Create(
            CultureInfo.InvariantCulture,
            $"{dice.One(place.Districts).Code.Replace(".", "", StringComparison.Ordinal)}{born.Day + (woman ? 40 : 0):00}{born:MMyy}{dice.Between(1, 9999):0000}"
        );
        return FeelContext.Of(("nama", NameOf(nik, woman)), ("nik", nik));
    }

    private string NameOf(string nik, bool woman)
    {
        var dice = Dice.Of(0, nik);
        return $"{dice.One(words[woman ? "perempuan" : "laki"])} {dice.One(words["tengah"])} {FamilyName}";
    }
}
