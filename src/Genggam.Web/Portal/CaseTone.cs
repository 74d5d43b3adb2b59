namespace Genggam.Web.Portal;

/// <summary>The colour that repeats where a case stands; the word beside it says it.</summary>
internal static class CaseTone
{
    public static string Of(string standing) =>
        standing switch
        {
            "granted" => "green",
            "rejected" => "red",
            "with-applicant" => "yellow",
            "withdrawn" => "grey",
            _ => "blue",
        };
}
