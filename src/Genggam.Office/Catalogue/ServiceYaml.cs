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
        var service = new ServiceDefinition(
            root["id"].Need(),
            root["edition"].Given().Int(1),
            root["level"].Given().Enum(AgencyLevel.Regency),
            Texts(root["life_events"]),
            root["theme"].Text,
            root["assurance"].Given().Enum(Assurance.Confirmed),
            Fee(root["fee"]),
            TimeLimit(root["time_limit"]),
            new DeemedApproval(
                root["deemed_approval"]["applies"].Given().Bool(),
                root["deemed_approval"]["legal_basis"].Text,
                root["deemed_approval"]["reason"].Text
            ),
            new Retention(
                root["retention"]["years"].Given().Int(),
                root["retention"]["may_erase"].Given().Bool(),
                root["retention"]["legal_basis"].Text,
                root["retention"]["unverified"].Bool()
            ),
            root["drafts_on_new_release"].Enum(DraftPolicy.Upgrade),
            Check(root["check"]),
            Apply(root["apply"]),
            Map(root["subjects"], s => new Subject(s["nik"].Text)),
            Texts(root["roles"]),
            [.. root["separation"].Items.Select(Texts)],
            new ReturnRule(root["returns"]["without_supervisor"].Int(1), root["returns"]["supervisor"].Text),
            Map(root["standard"], s => s["legal_basis"].Text),
            root["letters"]
                .Entries.ToImmutableSortedDictionary(l => l.Key, l => Letter(l.Key, l.Value), StringComparer.Ordinal)
        )
        {
            Transition = root["transition"].Text,
            Opening = OpeningYaml.Read(root["opening"]),
        };
        root.Unread();
        return service;
    }

    private static EligibilityCheck Check(YamlNode node)
    {
        if (node.Exists)
            return new EligibilityCheck(node["form"].Need("a form"), node["decision"].Need("a decision"));
        node.Wrong(
            "is missing: write check: { form: NAME, decision: NAME }, the question \"can I?\" and what answers it"
        );
        return new EligibilityCheck("", "");
    }

    private static ApplicationForm Apply(YamlNode node)
    {
        if (node.Exists)
            return new ApplicationForm(node["form"].Need("a form"), node["guard"].Text);
        node.Wrong("is missing: write apply: { form: NAME, guard: NAME }, what is asked and which decision lets it in");
        return new ApplicationForm("", null);
    }

    internal static Fee Fee(YamlNode node) =>
        new(node["amount"].Given().Decimal(), node["currency"].Text ?? "IDR", node["legal_basis"].Text);

    internal static TimeLimit TimeLimit(YamlNode node) =>
        new(
            node["amount"].Given().Int(),
            node["unit"].Given().Enum(TimeUnit.WorkingDays),
            node["legal_basis"].Text,
            node["unverified"].Bool()
        );

    private static Letter Letter(string id, YamlNode node) =>
        new(
            id,
            node["template"].Need("a template"),
            node["number"].Need("a number pattern"),
            Validity(node["validity"]),
            node["subject"].Text ?? EntryCodec.Applicant,
            node["holder"].Need("the path of the holder's name"),
            node["signer"].Text
        );

    /// <summary>Years, or null for ever: one of both is said.</summary>
    private static int? Validity(YamlNode node)
    {
        int? years = node["years"].Exists ? node["years"].Int() : null;
        if (node["forever"].Bool() == years.HasValue)
            node.Wrong("is either { years: 3 } or { forever: true }");
        return years;
    }

    private static ImmutableArray<string> Texts(YamlNode node) => [.. node.Items.Select(i => i.Need())];

    private static ImmutableSortedDictionary<string, T> Map<T>(YamlNode node, Func<YamlNode, T> read) =>
        node.Entries.ToImmutableSortedDictionary(e => e.Key, e => read(e.Value), StringComparer.Ordinal);
}
