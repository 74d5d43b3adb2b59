using System.Xml.Linq;

namespace Genggam.Standards.Bpmn;

/// <summary>An attribute of the type boolean (XML Schema 1.1, part 2, 3.3.2): <c>true</c>, <c>false</c>, <c>1</c> or <c>0</c>.</summary>
internal static class XmlBoolean
{
    /// <summary>Null where the attribute is not there or says something else.</summary>
    public static bool? Of(XAttribute? attribute) =>
        attribute?.Value.Trim() switch
        {
            "true" or "1" => true,
            "false" or "0" => false,
            _ => null,
        };
}
