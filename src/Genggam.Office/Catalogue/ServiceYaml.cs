using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Standards;

namespace Genggam.Office.Catalogue;

/// <summary>Reads <c>service.yaml</c>.</summary>
internal static class ServiceYaml
{
    public static ServiceDefinition Read(string text, List<Problem> problems)
    {
        var root = YamlNode.Read(text, "service.yaml", problems);
        return new ServiceDefinition(
            root["id"].Need(),
            root["edition"].Int(1),
            root["level"].Enum(AgencyLevel.Regency),
            Texts(root["life_events"]),
            root["theme"].Text,
            root["assurance"].Enum(Assurance.Confirmed),
            new Fee(
                root["fee"]["amount"].Decimal(),
                root["fee"]["currency"].Text ?? "IDR",
                root["fee"]["legal_basis"].Text
            ),
            TimeLimit(root["time_limit"]),
            new DeemedApproval(
                root["deemed_approval"]["applies"].Bool(),
                root["deemed_approval"]["legal_basis"].Text,
                root["deemed_approval"]["reason"].Text
            ),
            new Retention(
                root["retention"]["years"].Int(),
                root["retention"]["may_erase"].Bool(),
                root["retention"]["legal_basis"].Text,
                root["retention"]["unverified"].Bool()
            ),
            root["drafts_on_new_release"].Enum(DraftPolicy.Upgrade),
            new EligibilityCheck(root["check"]["form"].Need("a form"), root["check"]["decision"].Need("a decision")),
            new ApplicationForm(root["apply"]["form"].Need("a form"), root["apply"]["guard"].Text),
            Map(root["subjects"], s => new Subject(s["nik"].Text)),
            Texts(root["roles"]),
            [.. root["separation"].Items.Select(Texts)],
            new ReturnRule(root["returns"]["without_supervisor"].Int(1), root["returns"]["supervisor"].Text),
            Map(root["standard"], s => s["legal_basis"].Text),
            root["letters"]
                .Entries.ToImmutableSortedDictionary(l => l.Key, l => Letter(l.Key, l.Value), StringComparer.Ordinal)
        );
    }

    private static TimeLimit TimeLimit(YamlNode node) =>
        new(
            node["amount"].Int(),
            node["unit"].Enum(TimeUnit.WorkingDays),
            node["legal_basis"].Text,
            node["unverified"].Bool()
        );

    private static Letter Letter(string id, YamlNode node) =>
        new(
            id,
            node["template"].Need("a template"),
            node["number"].Need("a number pattern"),
            node["validity"]["years"].Exists ? node["validity"]["years"].Int() : null,
            node["subject"].Text ?? EntryCodec.Applicant,
            node["holder"].Need("the path of the holder's name"),
            node["signer"].Text
        );

    private static ImmutableArray<string> Texts(YamlNode node) => [.. node.Items.Select(i => i.Need())];

    private static ImmutableSortedDictionary<string, T> Map<T>(YamlNode node, Func<YamlNode, T> read) =>
        node.Entries.ToImmutableSortedDictionary(e => e.Key, e => read(e.Value), StringComparer.Ordinal);
}
