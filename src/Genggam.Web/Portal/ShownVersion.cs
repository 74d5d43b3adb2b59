using System.Security.Cryptography;
using System.Text;
using Genggam.Office.Applications;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Web.Portal;

/// <summary>What a page of an application showed when it was opened: goes with the form, so that a stale one is noticed.</summary>
/// <param name="Answers">A mark of the stored answers.</param>
/// <param name="Release">A mark of the release whose form was shown.</param>
internal sealed record ShownVersion(string Answers, string Release)
{
    /// <summary>The hidden field.</summary>
    public const string Field = "versi";

    private const int Marked = 16;

    /// <summary>Of one page: what was saved of other pages meanwhile does not count.</summary>
    public static ShownVersion Of(OpenApplication application, FormPage page)
    {
        var shown = page.Fields.Aggregate(
            FeelContext.Empty,
            (all, field) => all.With(field.Key, application.Data.At(field.Key))
        );
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(FeelJson.ToJson(shown)));
        return new(Convert.ToHexStringLower(hash)[..Marked], application.Release.Hash[..Marked]);
    }

    /// <summary>Of all answers together.</summary>
    public static ShownVersion Of(OpenApplication application) =>
        new($"{application.Version}", application.Release.Hash[..Marked]);

    /// <summary>What a form sent back; of a form that says nothing, a version that is none.</summary>
    public static ShownVersion Read(string? sent) =>
        sent?.Split('.') is [var answers, var release] ? new(answers, release) : new("", "");

    public override string ToString() => $"{Answers}.{Release}";
}
