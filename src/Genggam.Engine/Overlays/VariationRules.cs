using System.Collections.Immutable;
using Genggam.Standards.Forms;

namespace Genggam.Engine;

/// <summary>Why a region may not vary a part so.</summary>
/// <param name="Part">Null where it is no part of the service.</param>
/// <param name="Number">OVL-…, see <c>docs/guide/numbers.md</c>.</param>
/// <param name="Message">English and complete, with the remedy.</param>
public sealed record VariationFault(VariedPart? Part, string Number, string Message)
{
    /// <summary>Of a text the key as it stands in the file, of a law its key.</summary>
    public string? Key { get; init; }

    /// <summary>Of a text its language.</summary>
    public string? Language { get; init; }
}

/// <summary>
/// What a region may vary: only what stands here, and each only in the direction that favours people. Nobody whom the core
/// admits is refused, owes more or waits longer.
/// </summary>
public static class VariationRules
{
    public const string LongerLimit = "OVL-106";
    public const string HigherFee = "OVL-107";
    public const string CoresText = "OVL-108";
    public const string CoresField = "OVL-109";
    public const string NoLegalBasis = "OVL-110";
    public const string WordsApart = "OVL-112";
    public const string NarrowerOpening = "OVL-113";

    public static IEnumerable<VariationFault> Faults(Release core, Variation varied) =>
        [
            .. Limit(core, varied),
            .. Cost(core, varied),
            .. Hours(core, varied),
            .. Fields(core, varied),
            .. Laws(core, varied),
            .. Texts(core, varied),
        ];

    /// <summary>
    /// Whether a time is over no later than another from whatever start, in whatever calendar. Units of which neither is
    /// always the longer are not held against each other.
    /// </summary>
    public static bool NoLonger(TimeLimit one, TimeLimit other) =>
        one.Unit == other.Unit
            ? one.Amount <= other.Amount
            : Minutes(one) is { } left && Minutes(other) is { } right && left <= right;

    private static long? Minutes(TimeLimit limit) =>
        limit.Unit switch
        {
            TimeUnit.Minutes => limit.Amount,
            TimeUnit.Hours => limit.Amount * 60L,
            _ => null,
        };

    private static IEnumerable<VariationFault> Limit(Release core, Variation varied)
    {
        if (varied.TimeLimit is not { } limit)
            yield break;
        var most = core.Service.TimeLimit;
        if (limit.Amount < 1 || !NoLonger(limit, most))
            yield return new(
                VariedPart.TimeLimit,
                LongerLimit,
                $"A region may promise a shorter time, never a longer one: the core's limit is {most.Amount} {most.UnitName}. Write at least 1 and at most that, in the core's unit."
            );
    }

    private static IEnumerable<VariationFault> Cost(Release core, Variation varied)
    {
        if (varied.Fee is not { } fee)
            yield break;
        var most = core.Service.Fee;
        if (fee.Amount < 0 || fee.Amount > most.Amount || fee.Currency != most.Currency)
            yield return new(
                VariedPart.Fee,
                HigherFee,
                FormattableString.Invariant(
                    $"A region may ask for less or nothing, never for more or in another currency: the core's fee is {most.Amount} {most.Currency}. Write an amount from 0 to that, in {most.Currency}."
                )
            );
    }

    /// <summary>Every moment at which the core takes applications is one at which the region does.</summary>
    private static IEnumerable<VariationFault> Hours(Release core, Variation varied)
    {
        if (varied.Opening is not { Windows: { IsEmpty: false } windows })
            yield break;
        var most = core.Service.Opening.Windows;
        if (most.IsEmpty || !most.All(m => windows.Any(w => w.From <= m.From && w.Until >= m.Until)))
            yield return new(
                VariedPart.Opening,
                NarrowerOpening,
                most.IsEmpty
                    ? "The core takes applications always, so a region cannot close: write { always: true }, or take opening out."
                    : "A region may open longer than the core, never shorter: let each window of the core lie in one of the region's, or write { always: true }."
            );
    }

    private static IEnumerable<VariationFault> Fields(Release core, Variation varied)
    {
        var form = core.Form(core.Service.Apply.Form);
        var asked =
            form?.Pages.SelectMany(p => p.Fields).Where(f => f.Constraints.Required).Select(f => f.Key).ToList() ?? [];
        foreach (var (index, field) in varied.Optional.Index())
        {
            if (varied.Optional.Take(index).Any(o => o.Field == field.Field))
                yield return new(
                    VariedPart.OfField(field.Field),
                    CoresField,
                    $"The field {field.Field} stands twice: say it once."
                );
            if (!asked.Contains(field.Field))
                yield return new(
                    VariedPart.OfField(field.Field),
                    CoresField,
                    $"{field.Field} is no required field of the application form {core.Service.Apply.Form}{Standards.Nearest.Meant(field.Field, asked)}"
                );
        }
    }

    private static IEnumerable<VariationFault> Laws(Release core, Variation varied)
    {
        foreach (var own in varied.LegalBases.Keys.Where(core.LegalBases.ContainsKey))
            yield return new(
                null,
                NoLegalBasis,
                $"The service has a legal basis {own} already: cite that one, or give the region's another key."
            )
            {
                Key = own,
            };
        (VariedPart Part, string? Law)[] cited =
        [
            .. varied.TimeLimit is { } limit ? new[] { (VariedPart.TimeLimit, limit.LegalBasis) } : [],
            .. varied.Fee is { } fee ? new[] { (VariedPart.Fee, fee.LegalBasis) } : [],
            .. varied.Opening is { } opening ? new[] { (VariedPart.Opening, opening.LegalBasis) } : [],
            .. varied.Optional.Select(o => (VariedPart.OfField(o.Field), o.LegalBasis)),
        ];
        foreach (var (part, law) in cited)
            if (law is null)
                yield return new(
                    part,
                    NoLegalBasis,
                    "What a region varies needs a legal_basis: name the regulation, from legal.yaml or under legal here."
                );
            else if (!core.LegalBases.ContainsKey(law) && !varied.LegalBases.ContainsKey(law))
                yield return new(
                    part,
                    NoLegalBasis,
                    $"The legal basis {law} is neither in legal.yaml nor under legal here{Standards.Nearest.Meant(law, core.LegalBases.Keys.Concat(varied.LegalBases.Keys))}"
                );
    }

    private static IEnumerable<VariationFault> Texts(Release core, Variation varied)
    {
        foreach (var (language, book) in varied.Texts)
        foreach (var key in book.Entries.Keys.Where(key => !RegionTexts.IsRegions(key)))
            yield return new(
                VariedPart.OfText(key),
                CoresText,
                $"The text {key} is the core's: a region says only {string.Join(", ", RegionTexts.Free)}, and {RegionTexts.Time} or {RegionTexts.Cost} with a limit or fee of its own. Take it out."
            )
            {
                Key = key,
                Language = language,
            };
        var lists = varied
            .Texts.Values.SelectMany(book => book.Entries.Keys)
            .Select(RegionTexts.ListOf)
            .Where(RegionTexts.IsRegions)
            .ToHashSet(StringComparer.Ordinal);
        foreach (
            var (part, list, says) in new[]
            {
                (VariedPart.TimeLimit, RegionTexts.Time, varied.TimeLimit is not null),
                (VariedPart.Fee, RegionTexts.Cost, varied.Fee is not null),
            }
        )
            if (says)
                lists.Add(list);
            else if (lists.Remove(list))
                yield return new(
                    part,
                    WordsApart,
                    $"The text {list} is said only with a value of the region's own: write the value in overlay.yaml, or take the text out."
                )
                {
                    Key = list,
                };
        foreach (var list in lists.Order(StringComparer.Ordinal))
        foreach (var language in core.Texts.Keys)
            if (varied.Texts.GetValueOrDefault(language)?.List(list) is not { IsDefaultOrEmpty: false })
                yield return new(
                    VariedPart.OfText(list),
                    WordsApart,
                    $"The text {list} is missing in texts/{language}.yaml: what a region says, it says in every language of the service."
                )
                {
                    Key = list,
                    Language = language,
                };
    }
}
