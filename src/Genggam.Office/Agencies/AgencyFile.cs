using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Genggam.Engine;
using Genggam.Standards;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Genggam.Office.Agencies;

/// <summary>
/// Reads <c>services/agencies.yaml</c>. AGENCY-101 not YAML, AGENCY-102 id missing or twice, AGENCY-103 level unknown,
/// AGENCY-104 region missing, unknown or of another level, AGENCY-105 zone unknown, AGENCY-106 name missing in Indonesian,
/// AGENCY-107 code of another form or twice, AGENCY-108 a service owned twice.
/// </summary>
public static partial class AgencyFile
{
    private static readonly ImmutableSortedSet<string> Zones = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"];

    public static Reading<Agencies> Read(string yaml, string file, Regions regions)
    {
        Document? document;
        try
        {
            document = new DeserializerBuilder()
                .WithNamingConvention(UnderscoredNamingConvention.Instance)
                .Build()
                .Deserialize<Document?>(yaml);
        }
        catch (YamlException broken)
        {
            var place = new Place(file, null, (int)broken.Start.Line, (int)broken.Start.Column);
            return new(null, [new Problem("AGENCY-101", broken.InnerException?.Message ?? broken.Message, place)]);
        }

        var problems = new List<Problem>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var agencies = ImmutableArray.CreateBuilder<Agency>();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var owned = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, given) in (document?.Agencies ?? []).Index())
        {
            var row = given ?? new Row();
            var before = problems.Count;
            problems.AddRange(
                Check(row, seen, codes, owned, regions)
                    .Select(p => new Problem(p.Number, p.Message, new(file, row.Id, LineOf(yaml, index), 1)))
            );
            if (problems.Count == before)
                agencies.Add(
                    new Agency(
                        row.Id!,
                        CodeOf(row),
                        LevelOf(row)!.Value,
                        row.Region,
                        row.Zone!,
                        Words(row.Name!),
                        Words(row.UnitHead ?? row.Name!),
                        [.. (row.Services ?? []).OfType<string>()]
                    )
                    {
                        Owns = [.. (row.Owns ?? []).OfType<string>()],
                    }
                );
        }
        return new(problems.Count == 0 ? new Agencies(agencies.ToImmutable()) : null, problems);
    }

    private static IEnumerable<(string Number, string Message)> Check(
        Row row,
        HashSet<string> seen,
        HashSet<string> codes,
        HashSet<string> owned,
        Regions regions
    )
    {
        if (string.IsNullOrWhiteSpace(row.Id))
            yield return ("AGENCY-102", "An agency has no id.");
        else if (!seen.Add(row.Id))
            yield return ("AGENCY-102", $"The id '{row.Id}' stands twice.");
        else if (!CodeForm().IsMatch(CodeOf(row)))
            yield return ("AGENCY-107", $"Code '{CodeOf(row)}' is not 3 to 6 of A-Z and 0-9, the first a letter.");
        else if (!codes.Add(CodeOf(row)))
            yield return ("AGENCY-107", $"The code '{CodeOf(row)}' is another agency's: numbers would meet.");

        var level = LevelOf(row);
        if (level is null)
            yield return ("AGENCY-103", $"Level '{row.Level}' is not central, provincial, regency or village.");
        else if (!RegionFits(level.Value, row.Region, regions))
            yield return ("AGENCY-104", $"Region '{row.Region}' is not the code of an area of level {row.Level}.");

        if (row.Zone is null || !Zones.Contains(row.Zone))
            yield return ("AGENCY-105", $"Zone '{row.Zone}' is not one of {string.Join(", ", Zones)}.");
        if (row.Name?.ContainsKey("id") != true || row.UnitHead?.ContainsKey("id") == false)
            yield return ("AGENCY-106", "The name or the head of unit has no Indonesian wording.");
        foreach (var service in (row.Owns ?? []).OfType<string>().Where(service => !owned.Add(service)))
            yield return ("AGENCY-108", $"The service '{service}' has another owner already.");
    }

    /// <summary>Where the file gives none: dukcapil-surabaya becomes DUKSUR, short enough to say on the telephone.</summary>
    private static string CodeOf(Row row)
    {
        if (row.Code is not null)
            return row.Code;
        var words = row.Id!.Split('-');
        return words.Length == 1
            ? row.Id[..Math.Min(row.Id.Length, 6)].ToUpperInvariant()
            : string.Concat(words.Take(2).Select(w => w[..Math.Min(w.Length, 3)])).ToUpperInvariant();
    }

    private static int LineOf(string yaml, int index)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return (int)stream.Documents[0].RootNode["agencies"][index].Start.Line;
    }

    [GeneratedRegex("^[A-Z][A-Z0-9]{2,5}\\z")]
    private static partial Regex CodeForm();

    private static bool RegionFits(AgencyLevel level, string? region, Regions regions) =>
        level == AgencyLevel.Central
            ? region is null
            : region is not null
                && regions.Find(region)?.Level
                    == level switch
                    {
                        AgencyLevel.Provincial => RegionLevel.Province,
                        AgencyLevel.Regency => RegionLevel.Regency,
                        _ => RegionLevel.Village,
                    };

    private static Wording Words(Dictionary<string, string> byLanguage) =>
        new(byLanguage.ToImmutableSortedDictionary(StringComparer.Ordinal));

    private static AgencyLevel? LevelOf(Row row) =>
        row.Level switch
        {
            "central" => AgencyLevel.Central,
            "provincial" => AgencyLevel.Provincial,
            "regency" => AgencyLevel.Regency,
            "village" => AgencyLevel.Village,
            _ => null,
        };

    private sealed class Document
    {
        public List<Row?>? Agencies { get; set; }
    }

    private sealed class Row
    {
        public string? Id { get; set; }
        public string? Code { get; set; }
        public string? Level { get; set; }
        public string? Region { get; set; }
        public string? Zone { get; set; }
        public Dictionary<string, string>? Name { get; set; }
        public Dictionary<string, string>? UnitHead { get; set; }
        public List<string?>? Services { get; set; }
        public List<string?>? Owns { get; set; }
    }
}
