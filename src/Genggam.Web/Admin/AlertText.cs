using System.Collections.Immutable;
using System.Text;
using Genggam.Office.Watching;
using Genggam.Office.Watching.Alerts;
using Genggam.Web.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Admin;

/// <summary>Puts alerts into a mail: the worst first, and where to read more.</summary>
internal static class AlertText
{
    public static IServiceCollection AddAlertTexts(this IServiceCollection services) =>
        services
            .AddSingleton<TellCondition>(provider =>
                (condition, language) => ConditionText.Of(condition, In(provider, language))
            )
            .AddSingleton<TellAlerts>(provider =>
                (alerts, language) =>
                    Letter(
                        alerts,
                        provider.GetRequiredService<Genggam.Office.Effects.PublicAddress>().Of("/kelola/keadaan"),
                        In(provider, language)
                    )
            );

    public static AlertLetter Letter(ImmutableArray<Alert> alerts, string address, Text text)
    {
        var ordered = alerts.OrderByDescending(a => a.Condition.State).ThenBy(a => a.Condition.Topic).ToList();
        var body = new StringBuilder();
        foreach (var alert in ordered)
        {
            var words = ConditionText.Of(alert.Condition, text);
            body.Append(words.Title).Append(": ").AppendLine(words.State);
            body.AppendLine(words.Means);
            if (words.Do is not null)
                body.Append(text["watch.do"]).Append(' ').AppendLine(words.Do);
            body.AppendLine(
                alert.Change == AlertChange.Still
                    ? text["watch.mail.still", words.State]
                    : text["watch.mail.became", ConditionText.State(alert.Was, text), words.State]
            );
            body.AppendLine();
        }
        body.AppendLine(text["watch.mail.foot", address]);
        var titles = string.Join(
            ", ",
            ordered.Select(a =>
                $"{text[$"watch.{ConditionText.Key(a.Condition.Topic)}.title"]} ({ConditionText.State(a.Condition.State, text)})"
            )
        );
        return new(text["watch.mail.subject", titles], body.ToString());
    }

    private static Text In(IServiceProvider provider, string language) =>
        new(provider.GetRequiredService<TextCatalogue>(), language);
}
