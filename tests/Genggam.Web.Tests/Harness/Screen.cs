namespace Genggam.Web.Tests.Harness;

/// <summary>Widths in pixels.</summary>
public enum Screen
{
    Phone = 360,
    Wide = 1280,
}
