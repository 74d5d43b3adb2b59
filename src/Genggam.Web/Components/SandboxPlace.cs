namespace Genggam.Web.Components;

/// <summary>
/// Says to what is inside that it is shown in the walk through a draft: what would lead to a real case leads to the walk
/// instead, or nowhere; files are only named; and the clock is the walk's.
/// </summary>
/// <param name="Home">The address of the walk.</param>
public sealed record SandboxPlace(string Home, DateTimeOffset Now)
{
    public string Correction => $"{Home}/perbaiki";

    /// <param name="number">Counted from 0, in the order in which the letters were asked for.</param>
    public string Letter(int number) => $"{Home}/surat/{number + 1}";
}
