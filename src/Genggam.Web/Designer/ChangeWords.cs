using Genggam.Engine;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes;
using Genggam.Web.Texts;

namespace Genggam.Web.Designer;

/// <summary>What is said about changes and publications on several pages.</summary>
internal static class ChangeWords
{
    public static string Why(ChangeRefusal refusal, Text text)
    {
        string[] slots = [.. refusal.Slots, "", ""];
        return $"{text[$"changes.{refusal.Number}", [.. slots]]} ({refusal.Number})";
    }

    public static string Tone(ChangeState state) =>
        state switch
        {
            ChangeState.Draft => "blue",
            ChangeState.Asked => "yellow",
            ChangeState.Published => "green",
            _ => "grey",
        };

    public static string State(ChangeState state, Text text) =>
        text[$"changes.states.{state.ToString().ToLowerInvariant()}"];

    /// <summary>Of a step, the word of its texts.</summary>
    public static string KindOf(ChangeStep step) =>
        step switch
        {
            ChangeStep.Opened => "opened",
            ChangeStep.Saved { As: not null } => "again",
            ChangeStep.Saved => "saved",
            ChangeStep.Rebased => "rebased",
            ChangeStep.Asked => "asked",
            ChangeStep.SentBack => "sent_back",
            ChangeStep.TakenBack => "taken_back",
            ChangeStep.TakenUp => "taken_up",
            ChangeStep.Approved => "approved",
            _ => "given_up",
        };

    /// <summary>Enough of a hash to know it again.</summary>
    public static string Short(string hash) => hash[..Math.Min(12, hash.Length)];

    public static string Start(PublicationStart start, AnswerText answers, Text text) =>
        start switch
        {
            PublicationStart.LocalMidnight midnight => text["changes.starts_day", answers.Date(midnight.Day)],
            PublicationStart.Instant instant when instant.At <= DateTimeOffset.UnixEpoch => text[
                "changes.starts_always"
            ],
            PublicationStart.Instant instant => answers.Instant(instant.At, ServiceCatalogue.FirstZone),
            _ => "",
        };
}
