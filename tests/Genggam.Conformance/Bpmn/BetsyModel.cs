using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Genggam.Conformance.Bpmn;

/// <summary>A model of the benchmark with its script vocabulary and Java-like conditions put into FEEL; nothing else is changed.</summary>
internal static partial class BetsyModel
{
    /// <summary>What the simulated service of <c>THROW_ERROR</c> fails with.</summary>
    internal const string ErrorCode = "ERR_CODE";

    /// <summary>The letter that a task asks for which the benchmark lets fail.</summary>
    internal const string Failing = "failing";

    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace Zeebe = "http://camunda.org/schema/zeebe/1.0";

    internal static string Adapted(string file)
    {
        var document = XDocument.Load(file, LoadOptions.SetLineInfo);
        string[] conditions =
        [
            "conditionExpression",
            "condition",
            "loopCondition",
            "loopCardinality",
            "completionCondition",
            "activationCondition",
        ];
        foreach (var condition in document.Descendants().Where(e => conditions.Contains(e.Name.LocalName)))
            if (!condition.HasElements)
                condition.Value = Feel(condition.Value.Trim());
        foreach (var script in document.Descendants(Bpmn + "script").ToList())
            Adapt(script, script.Value.Trim());
        return document.ToString();
    }

    private static string Feel(string java)
    {
        // One condition of the benchmark ends with a stray bracket.
        var feel = Java.Contains().Replace(java.TrimEnd('>'), "contains($1, \"$2\")");
        feel = Java.Inserted().Replace(feel, "$1");
        return feel.StartsWith('!') ? $"not({feel[1..]})" : feel;
    }

    private static void Adapt(XElement script, string word)
    {
        var task = script.Parent!;
        switch (word)
        {
            case "CREATE_LOG_FILE":
                Becomes(script, "[]", "trace");
                break;
            case "CREATE_MARKER_FILE":
                Becomes(script, Mark("markerExists"), "trace");
                break;
            case "INCREMENT_INTEGER_VARIABLE":
                Becomes(script, "integerVariable + 1", "integerVariable");
                break;
            case "INCREMENT_INTEGER_VARIABLE_AND_LOG":
                Becomes(script, "integerVariable + 1", "integerVariable");
                Extension(
                    task,
                    "ioMapping",
                    new XElement(Zeebe + "output", Value("source", $"={Mark("increment")}"), Value("target", "trace"))
                );
                break;
            case "SET_STRING_DATA":
                Becomes(script, "\"String\"", Named(task, "dataOutput"));
                break;
            case "LOG_DATA":
                Becomes(
                    script,
                    $"if {Named(task, "dataInput")} = \"String\" then {Mark("dataCorrect")} else trace",
                    "trace"
                );
                break;
            case "THROW_ERROR":
                task.Name = Bpmn + "serviceTask";
                script.Remove();
                Extension(task, "taskDefinition", Value("type", "issue-document"));
                Extension(
                    task,
                    "taskHeaders",
                    new XElement(Zeebe + "header", Value("key", "letter"), Value("value", Failing))
                );
                break;
            case "WAIT_TEN_SECONDS" or "CREATE_TIMESTAMP_LOG_1" or "CREATE_TIMESTAMP_LOG_2":
                task.Name = Bpmn + "intermediateCatchEvent";
                script.ReplaceWith(
                    new XElement(Bpmn + "timerEventDefinition", new XElement(Bpmn + "timeDuration", "PT10S"))
                );
                break;
            default:
                Becomes(script, Mark(word.Replace("SCRIPT_", "", StringComparison.Ordinal)), "trace");
                break;
        }
    }

    private static string Mark(string mark) => $"append(trace, \"{mark}\")";

    /// <summary>The task's own data, or the process' property of the same use.</summary>
    private static string Named(XElement task, string kind) =>
        (string?)task.Descendants(Bpmn + kind).FirstOrDefault()?.Attribute("name") ?? "data";

    private static void Becomes(XElement script, string feel, string variable)
    {
        var task = script.Parent!;
        script.Remove();
        Extension(task, "script", Value("expression", $"={feel}"), Value("resultVariable", variable));
    }

    private static void Extension(XElement task, string name, params object[] content)
    {
        if (task.Element(Bpmn + "extensionElements") is not { } extensions)
            task.AddFirst(extensions = new XElement(Bpmn + "extensionElements"));
        extensions.Add(new XElement(Zeebe + name, content));
    }

    private static XAttribute Value(string name, string value) => new(name, value);

    private static partial class Java
    {
        [GeneratedRegex("(\\w+)\\.contains\\(\"(\\w+)\"\\)")]
        internal static partial Regex Contains();

        [GeneratedRegex(@"\$\{(\w+)\}")]
        internal static partial Regex Inserted();
    }
}
