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
        var law = Blank(typed.Law);
        if (
            law is not null
            && !core.LegalBases.ContainsKey(law)
            && typed.OwnLaw.IsEmpty
            && !before.LegalBases.ContainsKey(law)
        )
            return EditOutcome.No(ChangeRefusal.CannotEdit, "law", OverlayFolder.File);
        TimeLimit? limit = null;
        if (Blank(typed.Amount) is { } amount)
        {
            if (!int.TryParse(amount, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return EditOutcome.No(ChangeRefusal.CannotEdit, "amount", OverlayFolder.File);
            limit = new TimeLimit(number, core.Service.TimeLimit.Unit, law, typed.Unverified);
        }
        Fee? fee = null;
        if (Blank(typed.Fee) is { } cost)
        {
            if (!decimal.TryParse(cost, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return EditOutcome.No(ChangeRefusal.CannotEdit, "fee", OverlayFolder.File);
            fee = new Fee(number, core.Service.Fee.Currency, law);
        }
        var varied = before with
        {
            TimeLimit = limit,
            Fee = fee,
            // Windows of the region's own are written in the file.
            Opening =
                typed.AlwaysOpen ? new Opening([], null, law)
                : before.Opening is { Windows.IsEmpty: false } windows ? windows with { LegalBasis = law }
                : null,
            Optional = [.. typed.Optional.Select(field => new OptionalField(field, law, typed.Unverified))],
            LegalBases = Laws(core, before, law, typed),
            Texts = Books(typed.Texts),
        };
        var parts = OverlayWriting.Parts(varied, draft.Parts);
        return new EditOutcome.Files(
            draft
                .Parts.Keys.Union(parts.Keys, StringComparer.Ordinal)
                .ToDictionary(
                    path => path,
                    path => parts.TryGetValue(path, out var bytes) ? bytes.ToArray() : null,
                    StringComparer.Ordinal
                )
        );
    }

    private static ImmutableSortedDictionary<string, LegalBasis> Laws(
        Release core,
        Variation before,
        string? law,
        TypedVariation typed
    )
    {
        if (law is null || core.LegalBases.ContainsKey(law))
            return ImmutableSortedDictionary<string, LegalBasis>.Empty;
        var known = before.LegalBases.GetValueOrDefault(law);
        return ImmutableSortedDictionary
            .Create<string, LegalBasis>(StringComparer.Ordinal)
            .Add(
                law,
                new LegalBasis(
                    law,
                    typed.OwnLaw.IsEmpty ? known!.Title : typed.OwnLaw,
                    known?.Article,
                    typed.Unverified
                )
            );
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
