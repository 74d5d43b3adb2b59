using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Genggam.Engine;
using Genggam.Office.Changes;
using Genggam.Standards;

namespace Genggam.Office.Catalogue.Overlays;

/// <summary>Writes what a region varies as the files of an overlay. The same variation gives the same bytes.</summary>
public static class OverlayWriting
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The release of a variation over its core.</summary>
    public static Release Release(Release core, Variation variation) =>
        Overlaying.Lay(
            core,
            variation,
            Parts(variation, ImmutableSortedDictionary<string, ImmutableArray<byte>>.Empty)
        );

    /// <summary>
    /// An overlay on another core. Where nothing of it is given up its files stay as they are, but for the core that they name.
    /// </summary>
    public static Release Release(Release overlay, FittedOverlay fitted, Release core)
    {
        if (overlay.Core.Hash == core.Hash)
            return overlay;
        var whole = fitted.Variation.Parts.SequenceEqual(overlay.Variation!.Parts);
        var yaml = Encoding.UTF8.GetString(overlay.Parts[OverlayFolder.File].AsSpan());
        if (whole && YamlEdit.Set(yaml, "core", core.Hash) is { } named)
        {
            var parts = overlay.Parts.SetItem(OverlayFolder.File, Bytes(named));
            if (OverlayFolder.FromParts(parts, core, []) is { Usable: true, Value: { } same })
                return same;
        }
        return Release(core, fitted.Variation);
    }

    /// <summary>The files of a variation; examples stay beside them.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<byte>> Parts(
        Variation variation,
        ImmutableSortedDictionary<string, ImmutableArray<byte>> before
    ) =>
        before
            .RemoveRange(before.Keys.Where(path => path.StartsWith("texts/", StringComparison.Ordinal)))
            .WithComparers(StringComparer.Ordinal)
            .SetItem(OverlayFolder.File, Bytes(Overlay(variation)))
            .SetItems(
                variation
                    .Texts.Values.Where(book => !book.Entries.IsEmpty)
                    .Select(book => KeyValuePair.Create($"texts/{book.Language}.yaml", Bytes(Texts(book))))
            );

    private static string Overlay(Variation varied)
    {
        var yaml = new StringBuilder();
        yaml.Append(CultureInfo.InvariantCulture, $"region: {Quoted(varied.Region)}\n");
        yaml.Append(CultureInfo.InvariantCulture, $"agency: {varied.Agency}\n");
        yaml.Append(CultureInfo.InvariantCulture, $"core: {varied.Core}\n");
        if (varied.TimeLimit is { } limit)
            yaml.Append(
                CultureInfo.InvariantCulture,
                $"time_limit: {{ amount: {limit.Amount}, unit: {limit.UnitName}{Law(limit.LegalBasis, limit.Unverified)} }}\n"
            );
        if (varied.Fee is { } fee)
            yaml.Append(
                CultureInfo.InvariantCulture,
                $"fee: {{ amount: {fee.Amount}, currency: {fee.Currency}{Law(fee.LegalBasis, false)} }}\n"
            );
        if (varied.Opening is { } opening)
            yaml.Append(
                CultureInfo.InvariantCulture,
                $"opening: {{ {Windows(opening)}{Law(opening.LegalBasis, false)} }}\n"
            );
        if (!varied.Optional.IsEmpty)
            yaml.Append("optional:\n");
        foreach (var field in varied.Optional)
            yaml.Append(
                CultureInfo.InvariantCulture,
                $"  - {{ field: {Quoted(field.Field)}{Law(field.LegalBasis, field.Unverified)} }}\n"
            );
        if (!varied.LegalBases.IsEmpty)
            yaml.Append("legal:\n");
        foreach (var law in varied.LegalBases.Values)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  {Quoted(law.Key)}:\n    title:\n");
            foreach (var (language, title) in law.Title)
                yaml.Append(CultureInfo.InvariantCulture, $"      {language}: {Quoted(title)}\n");
            if (law.Article is { } article)
                yaml.Append(CultureInfo.InvariantCulture, $"    article: {Quoted(article)}\n");
            if (law.Unverified)
                yaml.Append("    unverified: true\n");
        }
        return yaml.ToString();
    }

    /// <summary>One line a text, one line an entry of a list.</summary>
    private static string Texts(TextBook book)
    {
        var yaml = new StringBuilder();
        foreach (var list in book.Entries.Keys.Select(RegionTexts.ListOf).Distinct(StringComparer.Ordinal))
        {
            var said = book.List(list);
            if (book.Entries.ContainsKey(list))
                yaml.Append(CultureInfo.InvariantCulture, $"{list}: {Quoted(said[0])}\n");
            else
                yaml.Append(CultureInfo.InvariantCulture, $"{list}:\n")
                    .Append(string.Concat(said.Select(entry => $"  - {Quoted(entry)}\n")));
        }
        return yaml.ToString();
    }

    private static string Windows(Opening opening) =>
        opening.Windows.IsEmpty
            ? "always: true"
            : $"windows: [{string.Join(", ", opening.Windows.Select(w => $"{{ from: {Wall(w.From)}, until: {Wall(w.Until)} }}"))}]";

    private static string Wall(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static string Law(string? key, bool unverified) =>
        (key is null ? "" : $", legal_basis: {Quoted(key)}") + (unverified ? ", unverified: true" : "");

    /// <summary>What JSON writes in quotes, YAML reads so.</summary>
    private static string Quoted(string text) => JsonSerializer.Serialize(text, Readable);

    private static ImmutableArray<byte> Bytes(string text) => [.. Encoding.UTF8.GetBytes(text)];
}
