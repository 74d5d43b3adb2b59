using System.Collections.Frozen;

namespace Genggam.Standards.Dmn.Kit;

/// <summary>
/// The tests that want a Java method called (kind "Java" of a function, DMN 1.5, 10.2.1.7 and 10.3.2.13.3). No Java
/// machine runs here, and an imitation of single methods would prove nothing, so they are excluded. The tests of
/// the same folder that expect an error are not in this list: calling such a function gives null and a warning.
/// </summary>
internal static class ExternalJava
{
    public const string Folder = "0076-feel-external-java";

    private static readonly FrozenDictionary<string, string> Reasons = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["boxed_001"] = "calls java.lang.Math.max(double, double) from a boxed function",
        ["literal_001"] = "calls java.lang.Math.cos(double)",
        ["literal_002"] = "calls java.lang.Math.max(double, double)",
        ["literal_003"] = "calls java.lang.Math.max(double, double) under the name of a built-in function",
        ["literal_004"] = "calls java.lang.Math.max(int, int)",
        ["literal_005"] = "calls java.lang.Short.valueOf(short)",
        ["literal_006"] = "calls java.lang.Byte.valueOf(byte)",
        ["literal_007"] = "calls java.lang.String.valueOf(char)",
        ["literal_008"] = "calls java.lang.Math.max(long, long)",
        ["literal_009"] = "calls java.lang.Math.max(float, float)",
        ["literal_010"] = "calls java.lang.Integer.valueOf(String)",
        ["literal_011"] = "calls java.lang.Float.valueOf(String)",
        ["literal_012"] = "calls java.lang.Double.valueOf(String)",
        ["varargs_001"] = "calls java.lang.String.format(String, Object...)",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Why a test is excluded, or null.</summary>
    public static string? Reason(string folder, string test) =>
        folder == Folder && Reasons.TryGetValue(test, out var reason) ? reason : null;
}
