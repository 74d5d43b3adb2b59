namespace Genggam.Standards.Dmn.Kit;

public enum KitOutcome
{
    Passed,
    Failed,

    /// <summary>It cannot pass here, for a reason that is listed in <see cref="ExternalJava"/>; never counted as passed.</summary>
    Excluded,
}

/// <summary>One test of the kit: it passes where every one of its results is as expected.</summary>
/// <param name="Detail">Why it failed or is excluded; empty where it passed.</param>
public sealed record KitCase(string Folder, string File, string Id, KitOutcome Outcome, string Detail = "");
