using Genggam.Engine;
using Genggam.Office.Cases;
using Genggam.Web.Texts;

namespace Genggam.Web.Portal;

/// <summary>Whether applications are taken, in words.</summary>
internal static class IntakeWords
{
    /// <summary>In one sentence; null where they always are.</summary>
    /// <param name="zone">Of the office, on whose clock times are told.</param>
    public static string? Says(Intake intake, Release release, string zone, Text text)
    {
        var answers = new AnswerText(release, text.Language);
        return intake switch
        {
            Intake.Open { Until: { } until } => text["intake.until", answers.Instant(until, zone)],
            Intake.NotYet { From: var from } => text["intake.not_yet", answers.Instant(from, zone)],
            Intake.Over { Since: var since } => text["intake.over", answers.Instant(since, zone)],
            Intake.Paused { Pause.Until: { } until } => text["intake.paused_until", answers.Instant(until, zone)],
            Intake.Paused => text["intake.paused"],
            _ => null,
        };
    }

    /// <summary>What the owner of the service tells about it.</summary>
    public static string? Why(Intake intake, Release release, Text text) =>
        intake switch
        {
            Intake.Open { By: { } longer } => In(longer.Words, text),
            Intake.Paused { Pause.Words: var words } => In(words, text),
            Intake.NotYet or Intake.Over when release.Service.Opening.Text is { } key => release.TextsIn(text.Language)[
                key
            ],
            _ => null,
        };

    private static string In(IReadOnlyDictionary<string, string> words, Text text) =>
        words.GetValueOrDefault(text.Language) ?? words.GetValueOrDefault("id") ?? "";
}
