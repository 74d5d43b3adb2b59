using System.Globalization;
using Genggam.Engine;
using Genggam.Web.Texts;

namespace Genggam.Web.Portal;

/// <summary>Time and fee of a service in words.</summary>
internal static class Promise
{
    public static string Time(TimeLimit limit, Text text) =>
        text[$"units.{limit.Unit}", limit.Amount] + LawWords.Mark(limit.Unverified, text);

    public static string Fee(Fee fee, Text text)
    {
        if (fee.Amount == 0)
            return text["promise.free"];
        var amount = fee.Amount.ToString("N0", CultureInfo.InvariantCulture);
        return text["promise.fee", fee.Currency, text.Language == "id" ? amount.Replace(',', '.') : amount];
    }
}
