using System.Globalization;
using Genggam.Engine;
using Genggam.Web.Texts;

namespace Genggam.Web.Desk;

/// <summary>What an officer has just done with a case, in words.</summary>
internal static class JustDone
{
    /// <param name="entry">The number of the entry that it made. What is no entry of this officer's is only "saved".</param>
    public static string Of(string entry, CaseView view, Text text)
    {
        var entries = view.Loaded.Entries;
        return
            int.TryParse(entry, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0
            && number <= entries.Length
            && entries[number - 1] is var made
            && made.Stamp.Actor.Id == view.Me.Id
            && Words(made, view, text) is { } words
            ? $"{text["desk.saved"]} {words}"
            : text["desk.saved"];
    }

    private static string? Words(CaseEntry made, CaseView view, Text text) =>
        made.Command switch
        {
            Command.Complete c when c.Task.Split('.')[0] is var element => text[
                "desk.just.completed",
                view.TaskName(element),
                view.OutcomeName(element, c.Outcome)
            ],
            Command.Unclaim => text["desk.just.released"],
            Command.Reassign c => text["desk.just.assigned", view.NameOf(c.To)],
            Command.Retry c => text["desk.just.retried", view.StepName(c.Element)],
            Command.RevokeDocument c => text[
                "desk.just.revoked",
                view.State.Documents.FirstOrDefault(d => d.Code == c.Code)?.Number ?? c.Code
            ],
            _ => null,
        };
}
