using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Dmn;
using Genggam.Standards.Forms;
using Genggam.Web.Portal;
using Genggam.Web.Texts;

namespace Genggam.Web.Tests.Harness;

/// <summary>The shipped birth certificate as the portal's only service, for pages that need no case.</summary>
internal static class TestShelf
{
    public static Shelf Load()
    {
        var birth = Birth(Path.Combine(Host.Root, "services", "akta-kelahiran"));
        var office = new AgencyCard(
            "dukcapil-surabaya",
            AgencyLevel.Regency,
            new Dictionary<string, string> { ["id"] = "Dinas Kependudukan dan Pencatatan Sipil Kota Surabaya" },
            [birth.Id]
        );
        return new Shelf(
            () => [birth],
            (query, _) => "akta kelahiran".Contains(query, StringComparison.OrdinalIgnoreCase) ? [birth] : [],
            () => [office]
        );
    }

    private static Release Birth(string folder)
    {
        var dmn = DmnReader.Read(File.ReadAllText(Path.Combine(folder, "kelayakan.dmn")), "kelayakan.dmn").Value!;
        return new Release(
            "test",
            Definition(),
            BpmnReader.Read(File.ReadAllText(Path.Combine(folder, "process.bpmn")), "process.bpmn").Value!,
            Sorted(("kelayakan", dmn)),
            Sorted(Form("cek"), Form("permohonan")),
            Sorted(Texts("id"), Texts("en")),
            Sorted(
                (
                    "uu-24-2013",
                    new LegalBasis("uu-24-2013", Sorted(("id", "UU 24/2013"), ("en", "Law 24/2013")), null, false)
                )
            ),
            ImmutableSortedDictionary<string, ImmutableArray<byte>>.Empty
        );

        (string, FormModel) Form(string id) =>
            (id, FormReader.Read(File.ReadAllText(Path.Combine(folder, $"{id}.form")), $"{id}.form").Value!);

        (string, TextBook) Texts(string language)
        {
            using var reader = File.OpenText(Path.Combine(folder, "texts", $"{language}.yaml"));
            return (language, new TextBook(language, TextCatalogue.Read(reader).ToImmutableSortedDictionary()));
        }
    }

    private static ServiceDefinition Definition() =>
        new(
            "akta-kelahiran",
            1,
            AgencyLevel.Regency,
            ["kelahiran-anak"],
            null,
            Assurance.Confirmed,
            new Fee(0, "IDR", "uu-24-2013"),
            new TimeLimit(24, TimeUnit.Hours, null, true),
            new DeemedApproval(false, null, "deemed.reason"),
            new Retention(100, false, null, true),
            DraftPolicy.Upgrade,
            new EligibilityCheck("cek", "kelayakan"),
            new ApplicationForm("permohonan", "kelayakan"),
            ImmutableSortedDictionary<string, Subject>.Empty,
            [],
            [],
            new ReturnRule(1, null),
            ServiceDefinition.StandardComponents.ToImmutableSortedDictionary(c => c, c => (string?)"uu-24-2013"),
            ImmutableSortedDictionary<string, Letter>.Empty
        );

    private static ImmutableSortedDictionary<string, T> Sorted<T>(params (string Key, T Value)[] entries) =>
        entries.ToImmutableSortedDictionary(e => e.Key, e => e.Value);
}
