using System.Collections.Immutable;

namespace Genggam.Engine;

/// <summary>An overlay on another core: what carries over by itself, and what its owner must settle.</summary>
/// <param name="Conflicts">
/// Parts that both changed, or that the new core does not allow. Until they are settled the core's value counts, but where a
/// time, a fee or an opening of the region still favours people: nobody's promise becomes worse because two offices have to talk.
/// </param>
public sealed record FittedOverlay(Variation Variation, ImmutableArray<VariedPart> Conflicts);

/// <summary>Fits the overlay of a region to the core that comes into force. Pure: the same overlay and core give the same.</summary>
public static class Fitting
{
    /// <param name="overlay">A release with <see cref="Release.Over"/>: the core that the region saw when it varied it.</param>
    /// <exception cref="ArgumentException">It is no overlay.</exception>
    public static FittedOverlay Onto(Release overlay, Release core)
    {
        if (overlay is not { Over: { } seen, Variation: { } varied })
            throw new ArgumentException("It is no overlay.", nameof(overlay));
        var given = varied.LegalBases.Keys.Where(core.LegalBases.ContainsKey);
        var next = varied with { Core = core.Hash, LegalBases = varied.LegalBases.RemoveRange(given) };
        if (seen.Hash == core.Hash)
            return new FittedOverlay(next, []);
        // What the core allows everybody now is no variation any more.
        var moot = next
            .Optional.Select(o => VariedPart.OfField(o.Field))
            .Where(part => Field(core, part.Key) is { Constraints.Required: false })
            .ToImmutableHashSet();
        next = next.Without(moot);
        var conflicts = next
            .Parts.Where(part => !SameInCores(part, seen, core) && !AlreadySo(part, next, core))
            .ToImmutableHashSet();
        next = next.Without(conflicts.Where(part => !StillFavours(part)).ToImmutableHashSet());
        var broken = VariationRules.Faults(core, next).Select(f => f.Part).OfType<VariedPart>().ToImmutableHashSet();
        return new FittedOverlay(
            next.Without(broken),
            [.. varied.Parts.Where(part => conflicts.Contains(part) || broken.Contains(part))]
        );
    }

    /// <summary>Parts of which the rules themselves say whether a value is as good for people as the core's.</summary>
    private static bool StillFavours(VariedPart part) =>
        part.Kind is VariedKind.TimeLimit or VariedKind.Fee or VariedKind.Opening;

    private static bool SameInCores(VariedPart part, Release seen, Release core) =>
        part.Kind switch
        {
            VariedKind.TimeLimit => (seen.Service.TimeLimit.Amount, seen.Service.TimeLimit.Unit)
                == (core.Service.TimeLimit.Amount, core.Service.TimeLimit.Unit)
                && SameTexts(RegionTexts.Time, seen, core),
            VariedKind.Fee => (seen.Service.Fee.Amount, seen.Service.Fee.Currency)
                == (core.Service.Fee.Amount, core.Service.Fee.Currency)
                && SameTexts(RegionTexts.Cost, seen, core),
            VariedKind.Opening => seen.Service.Opening.Windows.SequenceEqual(core.Service.Opening.Windows),
            VariedKind.Text => SameTexts(part.Key, seen, core),
            VariedKind.Optional => Field(seen, part.Key) is { } was
                && Field(core, part.Key) is { } now
                && was.Kind == now.Kind
                && was.Constraints.Required == now.Constraints.Required,
            _ => true,
        };

    /// <summary>The core came to the same value: there is nothing to settle.</summary>
    private static bool AlreadySo(VariedPart part, Variation varied, Release core) =>
        part.Kind switch
        {
            VariedKind.TimeLimit => (varied.TimeLimit!.Amount, varied.TimeLimit.Unit)
                == (core.Service.TimeLimit.Amount, core.Service.TimeLimit.Unit),
            VariedKind.Fee => (varied.Fee!.Amount, varied.Fee.Currency)
                == (core.Service.Fee.Amount, core.Service.Fee.Currency),
            VariedKind.Opening => varied.Opening!.Windows.SequenceEqual(core.Service.Opening.Windows),
            VariedKind.Text => varied.Texts.All(book =>
                core.TextsIn(book.Key).List(part.Key).SequenceEqual(book.Value.List(part.Key), StringComparer.Ordinal)
            ),
            _ => false,
        };

    private static bool SameTexts(string list, Release a, Release b) =>
        a
            .Texts.Keys.Union(b.Texts.Keys, StringComparer.Ordinal)
            .All(language => Said(a, language, list).SequenceEqual(Said(b, language, list), StringComparer.Ordinal));

    private static ImmutableArray<string> Said(Release release, string language, string list) =>
        release.Texts.GetValueOrDefault(language)?.List(list) ?? [];

    private static Standards.Forms.FormField? Field(Release release, string key) =>
        release.Form(release.Service.Apply.Form)?.Pages.SelectMany(p => p.Fields).FirstOrDefault(f => f.Key == key);
}
