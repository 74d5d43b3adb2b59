using System.Collections.Immutable;
using System.Globalization;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Engine.Comparison;

/// <summary>What a past case is counted by. Sex and age follow from a plausible NIK of the applicant and are unknown otherwise.</summary>
/// <param name="Region">The code of the agency's region; <see cref="Central"/> for an agency of the centre.</param>
/// <param name="Month">The month of the application on the wall clock of the office, such as 2026-08.</param>
public sealed record CaseFacts(string Region, string Channel, string Sex, string Age, string Month, string Theme)
{
    public const string Unknown = "unknown";
    public const string Central = "central";
    public const string Female = "female";
    public const string Male = "male";

    /// <summary>What counts are broken down by, in the order of <see cref="Groups"/>.</summary>
    public static readonly ImmutableArray<string> Dimensions = ["region", "channel", "sex", "age", "month", "theme"];

    public ImmutableArray<string> Groups => [Region, Channel, Sex, Age, Month, Theme];

    /// <param name="bands">The first year of age of each band but the first, rising.</param>
    public static CaseFacts Of(string? region, World world, CaseEntry first, ImmutableArray<int> bands)
    {
        var service = world.Effective.Service;
        var submitted = first.Command as Command.Submit;
        var day = world.Zones.Day(first.Stamp.At, submitted?.Zone ?? "");
        var (sex, age) = Person(service, submitted?.Data.Values, day, bands);
        return new CaseFacts(
            region ?? Central,
            first.Stamp.Channel,
            sex,
            age,
            day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            service.Theme ?? Unknown
        );
    }

    private static (string Sex, string Age) Person(
        ServiceDefinition service,
        FeelContext? data,
        DateOnly day,
        ImmutableArray<int> bands
    )
    {
        if (
            data is null
            || !service.Subjects.TryGetValue(EntryCodec.Applicant, out var subject)
            || subject.NikPath is not { } path
            || (data.At(path) as FeelString)?.Value is not { } digits
            || Nik.Parse(digits) is not NikResult.Plausible nik
        )
            return (Unknown, Unknown);
        return (nik.Female ? Female : Male, Band(AgeOn(day, nik), bands));
    }

    /// <summary>The century is the later one in which the person was born by then.</summary>
    private static int? AgeOn(DateOnly day, NikResult.Plausible nik)
    {
        for (var year = day.Year / 100 * 100 + nik.YearOfCentury; year > day.Year - 150; year -= 100)
        {
            if (nik.Day > DateTime.DaysInMonth(year, nik.Month))
                continue;
            var born = new DateOnly(year, nik.Month, nik.Day);
            if (born <= day)
                return day.Year - year - (day < born.AddYears(day.Year - year) ? 1 : 0);
        }
        return null;
    }

    private static string Band(int? age, ImmutableArray<int> bands)
    {
        if (age is not { } years)
            return Unknown;
        var above = bands.Count(b => b <= years);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(above == 0 ? 0 : bands[above - 1])}{(above == bands.Length ? "+" : $"-{bands[above] - 1}")}"
        );
    }
}
