namespace Genggam.Web.Account;

/// <summary>What a browser says of itself, so far that its owner knows it again and nobody else is told more.</summary>
internal static class Device
{
    // The first that is named: every later kind of browser also calls itself by the names of earlier ones.
    private static readonly (string Said, string Name)[] Browsers =
    [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("UCBrowser", "UC Browser"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];

    private static readonly (string Said, string Name)[] Systems =
    [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];

    /// <summary>Such as <c>Chrome, Android</c>; empty where neither is known.</summary>
    public static string Of(string userAgent) =>
        string.Join(", ", new[] { First(Browsers, userAgent), First(Systems, userAgent) }.OfType<string>());

    private static string? First((string Said, string Name)[] known, string userAgent) =>
        known
            .Where(k => userAgent.Contains(k.Said, StringComparison.Ordinal))
            .Select(k => (string?)k.Name)
            .FirstOrDefault();
}
