using System.Globalization;
using Genggam.Engine;
using Genggam.Web.Texts;

namespace Genggam.Web.Portal;

/// <summary>Time and fee of a service in words.</summary>
internal static class Promise
{
    public static string Time(TimeLimit limit, Text text) =>
        text[$"units.{limit.Unit}", limit.Amount] + LawWords.Mark(limit.Unverified, text);

    public static string Fee(Fee fee, Text text) =>
        fee.Amount == 0 ? text["promise.free"] : Money(fee.Amount, fee.Currency, text);

    public static string Money(decimal sum, string currency, Text text)
    {
        var amount = sum.ToString("N0", CultureInfo.InvariantCulture);
        return text["promise.fee", currency, text.Language == "id" ? amount.Replace(',', '.') : amount];
    }
}
