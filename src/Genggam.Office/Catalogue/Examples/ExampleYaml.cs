using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Genggam.Engine;
using Genggam.Standards;
using Genggam.Standards.Feel;

namespace Genggam.Office.Catalogue;

/// <summary>Reads <c>examples/*.yaml</c>. Data is typed by the form that takes it, so a date is written as people write it.</summary>
internal static class ExampleYaml
{
    public static Example Read(string text, string file, List<Problem> problems)
    {
        var root = YamlNode.Read(text, file, problems);
        var example = new Example(
            root["name"].Need(),
            Instant(root["at"]) ?? default,
            root["agency"].Need("an agency"),
            root["zone"].Text ?? "Asia/Jakarta",
            [.. root["steps"].Items.Select(Step).OfType<ExampleStep>()],
            End(root["then"])
        );
        root.Unread();
        return example;
    }

    private static ExampleStep? Step(YamlNode node)
    {
        var refused = node["refused"].Text;
        if (node["submit"].Exists)
            return new ExampleStep.Submit(Data(node["submit"]["data"]), refused ?? node["submit"]["refused"].Text);
        if (node["complete"].Exists)
            return Complete(node["complete"], refused);
        if (node["wait"].Exists)
            return new ExampleStep.Wait(Duration(node["wait"]));
        if (node["withdraw"].IsMap || node["withdraw"].Exists)
            return new ExampleStep.Withdraw(node["withdraw"]["reason"].Text, refused);
        if (node["message"].Exists)
            return Message(node["message"], refused);
        if (node["signal"].Exists)
            return new ExampleStep.Signal(node["signal"].Need("the name of a signal"), refused);
        node.Wrong("is one of submit, complete, wait, withdraw, message, signal");
        return null;
    }

    private static TimeSpan Duration(YamlNode node)
    {
        try
        {
            return XmlConvert.ToTimeSpan(node.Need("a duration"));
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            node.Wrong("is a duration such as P2D or PT12H");
            return TimeSpan.Zero;
        }
    }

    private static ExampleStep.Complete Complete(YamlNode node, string? refused) =>
        new(
            node["task"].Need("a task"),
            node["by"].Text ?? "petugas",
            Texts(node["roles"]),
            node["outcome"].Text ?? "approve",
            node["reasons"].Text,
            [.. node["defects"].Items.Select(d => new Defect(d["field"].Need(), d["note"].Need()))],
            Data(node["data"]),
            refused ?? node["refused"].Text
        );

    private static ExampleStep.Message Message(YamlNode node, string? refused) =>
        new(node["name"].Need("the name of a message"), node["key"].Text, Data(node["data"]), refused);

    private static ExampleEnd End(YamlNode node) =>
        new(
            node["state"].Text,
            node["outcome"].Text,
            node["waiting"].IsList ? Texts(node["waiting"]) : null,
            node["documents"].IsList ? Texts(node["documents"]) : null,
            node["reason"].Text,
            Instant(node["deadline"])
        );

    internal static FeelContext Data(YamlNode node) =>
        FeelContext.Of(node.Entries.Select(e => (e.Key, Value(e.Value))));

    private static FeelValue Value(YamlNode node)
    {
        if (node.IsMap)
            return Data(node);
        if (node.IsList)
            return new FeelList([.. node.Items.Select(Value)]);
        return node.Text switch
        {
            null => FeelValue.Null,
            var text when node.Quoted => Text(text),
            "true" => true,
            "false" => false,
            var text when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) =>
                number,
            var text => Text(text),
        };
    }

    private static FeelValue Text(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? FeelDate.Of(date)
            : text;

    private static DateTimeOffset? Instant(YamlNode node)
    {
        if (node.Text is not { } text)
            return null;
        if (
            DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
        )
            return instant;
        node.Wrong("is an instant such as 2026-03-02T09:00:00+07:00");
        return null;
    }

    private static ImmutableArray<string> Texts(YamlNode node) => [.. node.Items.Select(i => i.Need())];
}
