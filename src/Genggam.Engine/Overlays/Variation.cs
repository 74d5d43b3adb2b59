using System.Collections.Immutable;
using Genggam.Standards.Forms;

namespace Genggam.Engine;

/// <summary>What a region varies in a national service, as its overlay says it; what is null or empty stays the core's.</summary>
/// <param name="Region">The code of the area whose offices decide so.</param>
/// <param name="Agency">Who answers for it.</param>
/// <param name="Core">The hash of the release that it fits.</param>
/// <param name="Opening">When its offices take applications: whenever the core does, and longer. What people read of it is the core's.</param>
/// <param name="Optional">Fields that the core requires and the region does not.</param>
/// <param name="LegalBases">Regulations of the region that the service's own list has not.</param>
/// <param name="Texts">By language; keys as <see cref="RegionTexts"/> allows them.</param>
public sealed record Variation(
    string Region,
    string Agency,
    string Core,
    TimeLimit? TimeLimit,
    Fee? Fee,
    Opening? Opening,
    ImmutableArray<OptionalField> Optional,
    ImmutableSortedDictionary<string, LegalBasis> LegalBases,
    ImmutableSortedDictionary<string, TextBook> Texts
)
{
    /// <summary>One that varies nothing.</summary>
    public static Variation None(string region, string agency, string core) =>
        new(
            region,
            agency,
            core,
            null,
            null,
            null,
            [],
            ImmutableSortedDictionary<string, LegalBasis>.Empty,
            ImmutableSortedDictionary<string, TextBook>.Empty
        );

    /// <summary>Everything that it varies, in order.</summary>
    public IEnumerable<VariedPart> Parts =>
        [
            .. TimeLimit is null ? [] : new[] { VariedPart.TimeLimit },
            .. Fee is null ? [] : new[] { VariedPart.Fee },
            .. Opening is null ? [] : new[] { VariedPart.Opening },
            .. Texts
                .Values.SelectMany(book => book.Entries.Keys)
                .Select(VariedPart.OfText)
                .Distinct()
                .Where(p => p.Kind == VariedKind.Text)
                .OrderBy(p => p.Key, StringComparer.Ordinal),
            .. Optional.Select(o => VariedPart.OfField(o.Field)),
        ];

    /// <summary>The same without some of its parts; the words of a promise go with it.</summary>
    public Variation Without(IReadOnlySet<VariedPart> parts) =>
        this with
        {
            TimeLimit = parts.Contains(VariedPart.TimeLimit) ? null : TimeLimit,
            Fee = parts.Contains(VariedPart.Fee) ? null : Fee,
            Opening = parts.Contains(VariedPart.Opening) ? null : Opening,
            Optional = Optional.RemoveAll(o => parts.Contains(VariedPart.OfField(o.Field))),
            Texts = Texts
                .Values.Select(book =>
                    book with
                    {
                        Entries = book.Entries.RemoveRange(
                            book.Entries.Keys.Where(key => parts.Contains(VariedPart.OfText(key)))
                        ),
                    }
                )
                .Where(book => !book.Entries.IsEmpty)
                .ToImmutableSortedDictionary(book => book.Language, book => book, StringComparer.Ordinal),
        };
}

/// <summary>A field of the application that people of the region may leave empty.</summary>
public sealed record OptionalField(string Field, string? LegalBasis, bool Unverified);

public enum VariedKind
{
    TimeLimit,
    Fee,
    Opening,
    Text,
    Optional,
}

/// <summary>One thing that a region varies.</summary>
/// <param name="Key">Of a text its key, of a field its key; else empty.</param>
public readonly record struct VariedPart(VariedKind Kind, string Key)
{
    public static readonly VariedPart TimeLimit = new(VariedKind.TimeLimit, "");
    public static readonly VariedPart Fee = new(VariedKind.Fee, "");
    public static readonly VariedPart Opening = new(VariedKind.Opening, "");

    public static VariedPart OfField(string field) => new(VariedKind.Optional, field);

    /// <summary>The part that a text belongs to: the words of a promise to the promise, an entry of a list to the list.</summary>
    public static VariedPart OfText(string key) =>
        RegionTexts.ListOf(key) switch
        {
            RegionTexts.Time => TimeLimit,
            RegionTexts.Cost => Fee,
            var list => new VariedPart(VariedKind.Text, list),
        };
}

/// <summary>Which texts are the region's to say. All others are the core's: those of requirements, rules and form fields.</summary>
public static class RegionTexts
{
    /// <summary>Said with a time limit of the region, and only then.</summary>
    public const string Time = "standard.time";

    /// <summary>Said with a fee of the region, and only then.</summary>
    public const string Cost = "standard.fee";

    /// <summary>Added to what the core says: nobody loses a way to complain.</summary>
    public const string Complaints = "standard.complaints";

    /// <summary>Where and when people are served; only a region says it.</summary>
    public const string Place = "place";

    /// <summary>Where the product is handed out; only a region says it.</summary>
    public const string Pickup = "pickup";

    public static readonly ImmutableArray<string> Free =
    [
        Complaints,
        Pickup,
        Place,
        "standard.facilities",
        "standard.staffing",
    ];

    /// <summary>The key of the list that an entry stands in; the key itself where it is no entry.</summary>
    public static string ListOf(string key) =>
        key.LastIndexOf('.') is > 0 and var dot
        && dot + 1 < key.Length
        && key.AsSpan(dot + 1).IndexOfAnyExceptInRange('0', '9') < 0
            ? key[..dot]
            : key;

    public static bool IsRegions(string key) => ListOf(key) is Time or Cost || Free.Contains(ListOf(key));
}
