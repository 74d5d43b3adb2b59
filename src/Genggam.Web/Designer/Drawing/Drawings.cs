namespace Genggam.Web.Designer.Drawing;

/// <summary>Which files are drawn, and by which script of <c>web/scripts</c>.</summary>
internal static class Drawings
{
    public static bool CanDraw(string path) => Modeller(path) is not null;

    public static string? Modeller(string path) =>
        System.IO.Path.GetExtension(path) switch
        {
            ".bpmn" => "process-modeller",
            ".dmn" => "decision-modeller",
            ".form" => "form-modeller",
            _ => null,
        };

    /// <summary>Whether the libraries of this script style elements by attributes in markup.</summary>
    public static bool StylesByAttribute(string modeller) => modeller is "decision-modeller" or "form-modeller";
}
