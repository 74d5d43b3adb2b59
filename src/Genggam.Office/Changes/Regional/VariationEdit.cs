using System.Collections.Immutable;
using System.Globalization;
using Genggam.Engine;
using Genggam.Office.Catalogue.Overlays;

namespace Genggam.Office.Changes.Regional;

/// <summary>What somebody typed on the page of a region's variation; empty is the core's.</summary>
/// <param name="Texts">By language and key of the list, an entry a line.</param>
/// <param name="Optional">Keys of fields that may stay empty.</param>
/// <param name="Law">The regulation that it all rests on.</param>
/// <param name="OwnLaw">Title by language, where the regulation is the region's own.</param>
public sealed record TypedVariation(
    string? Amount,
    string? Fee,
    bool AlwaysOpen,
    string? Law,
    bool Unverified,
    ImmutableSortedDictionary<string, string> OwnLaw,
    IReadOnlyDictionary<(string Language, string Key), string> Texts,
    IReadOnlyList<string> Optional
);

/// <summary>Writes the variation of a draft as one page has it. The check says what of it is not allowed.</summary>
public static class VariationEdit
{
    /// <summary>Every text that a region can say, in the order of the page.</summary>
    public static readonly ImmutableArray<string> Texts = [RegionTexts.Time, RegionTexts.Cost, .. RegionTexts.Free];

    public static EditOutcome Change(Draft draft, TypedVariation typed)
    {
        if (draft.Base.Over is not { } core || draft.Release?.Variation is not { } before)
            return EditOutcome.No(ChangeRefusal.CannotEdit, OverlayFolder.File, OverlayFolder.File);
        var (law, shown) = (Blank(typed.Law), LawOf(before));
        TimeLimit? limit = null;
        if (Blank(typed.Amount) is { } amount)
        {
            if (!int.TryParse(amount, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return EditOutcome.No(ChangeRefusal.CannotEdit, "amount", OverlayFolder.File);
            // The page shows the amount without its unit: one that nobody changed keeps it.
            limit =
                before.TimeLimit is { } was && was.Amount == number
                    ? was with
                    {
                        LegalBasis = Law(was.LegalBasis),
                        Unverified = typed.Unverified,
                    }
                    : new TimeLimit(number, core.Service.TimeLimit.Unit, law, typed.Unverified);
        }
        Fee? fee = null;
        if (Blank(typed.Fee) is { } cost)
        {
            if (!decimal.TryParse(cost, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return EditOutcome.No(ChangeRefusal.CannotEdit, "fee", OverlayFolder.File);
            fee =
                before.Fee is { } was && was.Amount == number
                    ? was with
                    {
                        LegalBasis = Law(was.LegalBasis),
                    }
                    : new Fee(number, core.Service.Fee.Currency, law);
        }
        if (
            law is not null
            && !core.LegalBases.ContainsKey(law)
            && typed.OwnLaw.IsEmpty
            && !before.LegalBases.ContainsKey(law)
        )
            return EditOutcome.No(ChangeRefusal.CannotEdit, "law", OverlayFolder.File);
        var varied = before with
        {
            TimeLimit = limit,
            Fee = fee,
            // Windows of the region's own are written in the file.
            Opening =
                typed.AlwaysOpen ? new Opening([], null, law)
                : before.Opening is { Windows.IsEmpty: false } windows
                    ? windows with
                    {
                        LegalBasis = Law(windows.LegalBasis),
                    }
                : null,
            Optional =
            [
                .. typed.Optional.Select(field =>
                    before.Optional.FirstOrDefault(o => o.Field == field) is { } was
                        ? was with
                        {
                            LegalBasis = Law(was.LegalBasis),
                            Unverified = typed.Unverified == IsUnverified(before) ? was.Unverified : typed.Unverified,
                        }
                        : new OptionalField(field, law, typed.Unverified)
                ),
            ],
            LegalBases = Laws(core, before, law, typed),
            Texts = Books(typed.Texts),
        };
        varied = varied with
        {
            LegalBases = varied.LegalBases.RemoveRange(varied.LegalBases.Keys.Except(Cited(varied))),
        };
        var parts = OverlayWriting.Parts(varied, draft.Parts);
        return Files(draft, parts);

        // A part keeps the regulation of its own as long as nobody names another.
        string? Law(string? own) => law == shown ? own : law;
    }

    private static EditOutcome.Files Files(
        Draft draft,
        ImmutableSortedDictionary<string, ImmutableArray<byte>> parts
    ) =>
        new(
            draft
                .Parts.Keys.Union(parts.Keys, StringComparer.Ordinal)
                .ToDictionary(
                    path => path,
                    path => parts.TryGetValue(path, out var bytes) ? bytes.ToArray() : null,
                    StringComparer.Ordinal
                )
        );

    /// <summary>The one regulation that the page shows: the first that a part rests on.</summary>
    public static string? LawOf(Variation varied) => Cited(varied).FirstOrDefault();

    /// <summary>What the page shows of it: something of it was not verified.</summary>
    public static bool IsUnverified(Variation varied) =>
        varied.TimeLimit is { Unverified: true } || varied.Optional.Any(o => o.Unverified);

    private static IEnumerable<string> Cited(Variation varied) =>
        new[] { varied.TimeLimit?.LegalBasis, varied.Fee?.LegalBasis, varied.Opening?.LegalBasis }
            .Concat(varied.Optional.Select(o => o.LegalBasis))
            .OfType<string>();

    private static ImmutableSortedDictionary<string, LegalBasis> Laws(
        Release core,
        Variation before,
        string? law,
        TypedVariation typed
    )
    {
        if (law is null || core.LegalBases.ContainsKey(law))
            return before.LegalBases;
        var known = before.LegalBases.GetValueOrDefault(law);
        var title = (known?.Title ?? ImmutableSortedDictionary<string, string>.Empty).SetItems(typed.OwnLaw);
        return before.LegalBases.SetItem(law, new LegalBasis(law, title, known?.Article, typed.Unverified));
    }

    private static ImmutableSortedDictionary<string, TextBook> Books(
        IReadOnlyDictionary<(string Language, string Key), string> typed
    )
    {
        var books = ImmutableSortedDictionary.CreateBuilder<string, TextBook>(StringComparer.Ordinal);
        foreach (var language in typed.Keys.Select(t => t.Language).Distinct(StringComparer.Ordinal))
        {
            var entries = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            foreach (var ((_, key), text) in typed.Where(t => t.Key.Language == language))
            {
                var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                if (lines.Length == 1)
                    entries[key] = lines[0];
                else
                    foreach (var (index, line) in lines.Index())
                        entries[string.Create(CultureInfo.InvariantCulture, $"{key}.{index + 1}")] = line;
            }
            if (entries.Count > 0)
                books[language] = new TextBook(language, entries.ToImmutable());
        }
        return books.ToImmutable();
    }

    private static string? Blank(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
