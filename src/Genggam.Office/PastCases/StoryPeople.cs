using System.Globalization;
using Genggam.Standards.Forms;

namespace Genggam.Office.PastCases;

/// <summary>Gives the people of a story names and numbers of their own. Each family name is Contoh, so that none is taken for real.</summary>
internal static class StoryPeople
{
    private const string FamilyName = "Contoh";
    private const int SerialFrom = 12;

    private static readonly string[] Women =
    [
        "Ayu Lestari",
        "Citra Maharani",
        "Dewi Anggraini",
        "Fitri Handayani",
        "Intan Permata",
        "Kartika Sari",
        "Lina Marlina",
        "Maria Yosefa",
        "Ni Made Suci",
        "Nurul Hidayah",
        "Puji Astuti",
        "Ratih Wulandari",
        "Sulastri",
        "Tiur Magdalena",
        "Wahyuni",
        "Yohana Papare",
    ];

    private static readonly string[] Men =
    [
        "Agus Santoso",
        "Ahmad Fauzi",
        "Bambang Irawan",
        "Daniel Sitorus",
        "Eko Prasetya",
        "Fajar Nugroho",
        "Hendra Gunawan",
        "I Wayan Sudarma",
        "Joko Susilo",
        "La Ode Rahman",
        "Muhammad Ilham",
        "Rizky Ramadhan",
        "Slamet Riyadi",
        "Tomi Wenda",
        "Usman Hakim",
        "Yusuf Maulana",
    ];

    /// <summary>Somebody born where and when the person of the example was, with another serial number and name.</summary>
    public static StoryPerson Like(string nik, Random chance)
    {
        var serial = chance.Next(1, 9999).ToString("0000", CultureInfo.InvariantCulture);
        var own = nik.Length > SerialFrom ? string.Concat(nik.AsSpan(0, SerialFrom), serial) : nik;
        var names = Nik.Parse(own) is NikResult.Plausible { Female: true } ? Women : Men;
        var phone = chance.Next(10_000_000, 99_999_999).ToString(CultureInfo.InvariantCulture);
        return new StoryPerson(own, $"{names[chance.Next(names.Length)]} {FamilyName}", $"08120{phone}");
    }
}
