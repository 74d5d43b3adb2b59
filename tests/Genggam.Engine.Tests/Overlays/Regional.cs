using System.Collections.Immutable;
using System.Text;

namespace Genggam.Engine.Tests.Overlays;

/// <summary>The sample licence as a national service with a fee and texts, and what a region makes of it.</summary>
internal static class Regional
{
    public const string Law = "perwali";
    public const string Name = "pemohon.nama";

    public static Release Core(
        int amount = 5,
        TimeUnit unit = TimeUnit.WorkingDays,
        decimal fee = 50_000,
        string time = "5 hari",
        string facilities = "Loket"
    )
    {
        var core = SampleService.World().Core;
        var legal = new LegalBasis(Law, ImmutableSortedDictionary<string, string>.Empty, null, true);
        var said = new[]
        {
            ("standard.time", time),
            ("standard.facilities", facilities),
            ("standard.complaints", "Lapor"),
        };
        var hash = ReleaseHash.Of(
            core.Parts.Add("service.yaml", [.. Encoding.UTF8.GetBytes($"{amount} {unit} {fee} {time} {facilities}")])
        );
        return core with
        {
            Hash = hash,
            Service = core.Service with
            {
                TimeLimit = new TimeLimit(amount, unit, Law, false),
                Fee = new Fee(fee, "IDR", Law),
            },
            LegalBases = core.LegalBases.Add(Law, legal),
            Texts = core.Texts.Add(
                "id",
                new TextBook("id", said.ToImmutableSortedDictionary(s => s.Item1, s => s.Item2, StringComparer.Ordinal))
            ),
        };
    }

    public static Variation Nothing(Release core) => Variation.None("35.78", "dinas", core.Hash);

    public static Variation Varied(
        Release core,
        TimeLimit? limit = null,
        Fee? fee = null,
        string? optional = null,
        params (string Key, string Text)[] texts
    ) =>
        Nothing(core) with
        {
            TimeLimit = limit,
            Fee = fee,
            Optional = optional is null ? [] : [new OptionalField(optional, Law, false)],
            Texts =
                texts.Length == 0
                    ? ImmutableSortedDictionary<string, TextBook>.Empty
                    : ImmutableSortedDictionary
                        .Create<string, TextBook>(StringComparer.Ordinal)
                        .Add(
                            "id",
                            new TextBook(
                                "id",
                                texts.ToImmutableSortedDictionary(t => t.Key, t => t.Text, StringComparer.Ordinal)
                            )
                        ),
        };

    public static TimeLimit Limit(int amount, TimeUnit unit = TimeUnit.WorkingDays) => new(amount, unit, Law, false);

    public static Fee Fee(decimal amount, string currency = "IDR") => new(amount, currency, Law);

    /// <summary>Three days for nothing, the name optional, and a counter of its own.</summary>
    public static Variation Generous(Release core) =>
        Varied(
            core,
            Limit(3),
            Fee(0),
            Name,
            ("standard.time", "3 hari"),
            ("standard.fee", "Gratis"),
            ("standard.facilities", "Loket ramah anak"),
            ("standard.complaints", "Telepon wali kota")
        );

    public static Release Laid(Release core, Variation varied) =>
        Overlaying.Lay(
            core,
            varied,
            ImmutableSortedDictionary
                .Create<string, ImmutableArray<byte>>(StringComparer.Ordinal)
                .Add("overlay.yaml", [.. Encoding.UTF8.GetBytes(varied.ToString())])
        );

    public static World World(Release release) =>
        Engine.World.Under(release, SampleService.Calendar, ZoneVersion.Indonesia);

    public static string[] Faults(Release core, Variation varied) =>
        [.. VariationRules.Faults(core, varied).Select(f => f.Number).Distinct()];
}
