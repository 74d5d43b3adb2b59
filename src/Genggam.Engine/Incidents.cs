namespace Genggam.Engine;

/// <summary>The numbers of what can stop a running case. <c>check</c> finds most of them before publishing.</summary>
public static class Incidents
{
    /// <summary>No flow out of the gateway holds.</summary>
    public const string NoFlow = "GG-901";

    /// <summary>An expression or decision gave no usable value.</summary>
    public const string NoValue = "GG-902";

    /// <summary>The engine cannot run the element.</summary>
    public const string NotRunnable = "GG-903";

    /// <summary>The process took more steps than one command may.</summary>
    public const string TooManySteps = "GG-904";

    /// <summary>An outside effect failed for good.</summary>
    public const string Outside = "GG-905";

    /// <summary>Nothing catches an error that the process threw.</summary>
    public const string NotCaught = "GG-906";

    /// <summary>A loop asks for a number of rounds that cannot be.</summary>
    public const string BadRounds = "GG-907";
}
