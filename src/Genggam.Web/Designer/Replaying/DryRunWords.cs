using System.Globalization;
using Genggam.Engine;
using Genggam.Engine.Comparison;
using Genggam.Office.Agencies;
using Genggam.Web.Portal;
using Genggam.Web.Texts;

namespace Genggam.Web.Designer.Replaying;

/// <summary>Counts, outcomes and groups of a dry run in words.</summary>
internal static class DryRunWords
{
    public static string Number(decimal number, Text text)
    {
        var written = number.ToString("#,0.##", CultureInfo.InvariantCulture);
        return text.Language == "id" ? written.Replace(',', ' ').Replace('.', ',').Replace(' ', '.') : written;
    }

    /// <summary>How a case ended, with its reason; where a person or an answer is missing, at which task.</summary>
    public static string Outcome(string outcome, string? reason, Release release, Text text)
    {
        var said = text.Find($"designer.dry_run.outcomes.{outcome}") ?? outcome;
        var why = outcome is Move.NeedsJudgement or Move.NeedsAnswer
            ? release.TextsIn(text.Language).Find($"tasks.{reason}.name") ?? reason
            : RefusalWords.Reason(reason, release, text);
        return string.IsNullOrEmpty(why) ? said : $"{said}: {why}";
    }

    public static string Group(string dimension, string group, Regions regions, Release release, Text text) =>
        group == CaseFacts.Unknown ? text["designer.dry_run.unknown"]
        : dimension == "region"
            ? regions.Find(group)?.Name ?? text.Find($"designer.dry_run.groups.region.{group}") ?? group
        : dimension == "theme"
            ? release.TextsIn(text.Language).Find($"themes.{group}") ?? text.Find($"themes.{group}") ?? group
        : text.Find($"designer.dry_run.groups.{dimension}.{group}") ?? group;

    /// <summary>The share of a whole in per cent, for a bar.</summary>
    public static int Share(long part, long whole) => whole == 0 ? 0 : (int)Math.Round(100m * part / whole);
}
