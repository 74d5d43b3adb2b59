using System.Globalization;

namespace Genggam.Office.Tests.Changes.Known;

/// <summary>A past case as the test made it: everything below is what was handed in, nothing is read from the journal.</summary>
/// <param name="Capital">Of a business; 0 of a birth.</param>
/// <param name="Class">The KBLI code of a business; empty of a birth.</param>
/// <param name="DaysOld">Of a child on the day of the application.</param>
/// <param name="Finished">Whether the office has decided.</param>
internal sealed record KnownCase(
    string Service,
    string Number,
    Guid Id,
    string Agency,
    string Region,
    string Channel,
    DateTimeOffset At,
    DateOnly Born,
    bool Female,
    bool Person,
    decimal Capital,
    string Class,
    int DaysOld,
    bool Finished
)
{
    public const string Business = "nib-mikro-risiko-rendah";
    public const string Birth = "akta-kelahiran";

    public const string LowRisk = "56102";
    public const string LowerMiddle = "10710";
    public const string UpperMiddle = "56101";
    public const string HighRisk = "47721";

    public const decimal ShippedLimit = 1_000_000_000;
    public const int ShippedDays = 60;

    public string Nik =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"357801{Born.Day + (Female ? 40 : 0):00}{Born.Month:00}{Born.Year % 100:00}{int.Parse(Number[2..], CultureInfo.InvariantCulture) + 1:0000}"
        );

    /// <summary>Why it is refused at the door under a limit of capital and the riskier of the classes; null where it is let in.</summary>
    public string? Refusal(decimal limit, string? alsoRisky = null) =>
        Service == Birth ? null
        : !Person ? "bukan_perorangan"
        : Capital > limit ? "modal_melebihi_mikro"
        : Class == UpperMiddle || Class == alsoRisky ? "risiko_menengah_tinggi"
        : Class == HighRisk ? "risiko_tinggi"
        : null;

    public string? Refused => Refusal(ShippedLimit);

    public (string Outcome, string? Reason) Was =>
        Refused is { } reason ? ("refused", reason)
        : !Finished ? ("open", null)
        : Service == Birth ? ("granted", "anak_pasangan")
        : ("granted", Grant);

    /// <summary>Why a business gets its number.</summary>
    public string Grant => Class == LowerMiddle ? "boleh_dengan_standar" : "boleh_nib";

    public string Age
    {
        get
        {
            var day = DateOnly.FromDateTime(At.ToOffset(TimeSpan.FromHours(9)).DateTime);
            var years = day.Year - Born.Year - (day.DayOfYear < Born.DayOfYear ? 1 : 0);
            return years switch
            {
                < 17 => "0-16",
                < 26 => "17-25",
                < 36 => "26-35",
                < 46 => "36-45",
                < 56 => "46-55",
                < 66 => "56-65",
                _ => "66+",
            };
        }
    }
}
