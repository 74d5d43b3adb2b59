using System.Collections.Immutable;
using Genggam.Standards.Forms;

namespace Genggam.Engine;

/// <summary>Lays an overlay over its core: one definition, by which everything decides, asks, promises and is shown.</summary>
public static class Overlaying
{
    /// <summary>
    /// The release of an overlay. What <see cref="VariationRules"/> does not allow is not taken over, whoever let it pass: no
    /// overlay adds a requirement.
    /// </summary>
    /// <param name="parts">The overlay's own files, which give it its hash.</param>
    /// <exception cref="ArgumentException">The overlay fits another core.</exception>
    public static Release Lay(
        Release core,
        Variation variation,
        ImmutableSortedDictionary<string, ImmutableArray<byte>> parts
    )
    {
        if (core.Over is not null || variation.Core != core.Hash)
            throw new ArgumentException("The overlay fits another core.", nameof(core));
        var faults = VariationRules.Faults(core, variation).Select(f => f.Part).OfType<VariedPart>().ToHashSet();
        var allowed = variation.Without(faults);
        return core with
        {
            Hash = ReleaseHash.Of(parts),
            Service = core.Service with
            {
                TimeLimit = allowed.TimeLimit ?? core.Service.TimeLimit,
                Fee = allowed.Fee ?? core.Service.Fee,
                Opening = allowed.Opening is { } opening
                    ? opening with
                    {
                        Text = core.Service.Opening.Text,
                    }
                    : core.Service.Opening,
                Standard = Cited(core.Service.Standard, allowed),
            },
            Forms = Asked(core, allowed),
            Texts = core.Texts.SetItems(
                core.Texts.Select(book =>
                    KeyValuePair.Create(book.Key, Said(book.Value, allowed.Texts.GetValueOrDefault(book.Key)))
                )
            ),
            LegalBases = core.LegalBases.AddRange(
                allowed.LegalBases.Where(law => !core.LegalBases.ContainsKey(law.Key))
            ),
            Parts = parts,
            Over = core,
            Variation = variation,
        };
    }

    /// <summary>The component of the standard rests on the regulation that its value rests on.</summary>
    private static ImmutableSortedDictionary<string, string?> Cited(
        ImmutableSortedDictionary<string, string?> standard,
        Variation varied
    )
    {
        if (varied.TimeLimit?.LegalBasis is { } time && standard.ContainsKey("time"))
            standard = standard.SetItem("time", time);
        return varied.Fee?.LegalBasis is { } fee && standard.ContainsKey("fee")
            ? standard.SetItem("fee", fee)
            : standard;
    }

    private static ImmutableSortedDictionary<string, FormModel> Asked(Release core, Variation varied)
    {
        if (varied.Optional.IsEmpty || core.Form(core.Service.Apply.Form) is not { } form)
            return core.Forms;
        var optional = varied.Optional.Select(o => o.Field).ToHashSet(StringComparer.Ordinal);
        return core.Forms.SetItem(
            form.Id,
            new FormModel(
                form.Id,
                [.. form.Pages.Select(page => new FormPage(page.Id, page.Hide, [.. page.Parts.Select(Part)], page.At))]
            )
        );

        FormPart Part(FormPart part) =>
            part is FormPart.Question { Field: var field } && optional.Contains(field.Key)
                ? new FormPart.Question(field with { Constraints = field.Constraints with { Required = false } })
                : part;
    }

    private static TextBook Said(TextBook core, TextBook? region)
    {
        if (region is null)
            return core;
        var entries = core.Entries;
        foreach (var list in region.Entries.Keys.Select(RegionTexts.ListOf).Distinct(StringComparer.Ordinal))
        {
            var said = region.List(list);
            if (list == RegionTexts.Complaints)
                said = [.. core.List(list), .. said];
            entries = entries.RemoveRange(core.Entries.Keys.Where(key => RegionTexts.ListOf(key) == list));
            for (var i = 0; i < said.Length; i++)
                entries = entries.SetItem(
                    said.Length == 1 ? list : FormattableString.Invariant($"{list}.{i + 1}"),
                    said[i]
                );
        }
        return core with { Entries = entries };
    }
}
