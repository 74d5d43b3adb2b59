using Genggam.Office.Notices;

namespace Genggam.Office.Watching.Alerts;

/// <summary>Who is told when something of the installation becomes worse, or better again; section <c>Genggam:Alerts</c>. Off where nobody is named.</summary>
public sealed record AlertOptions
{
    /// <summary>The language of the sentences.</summary>
    public string Language { get; init; } = "id";

    /// <summary>How long a condition must stay before it is told, so that what comes and goes writes no letters.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long after it was told an alarm that stays is told again.</summary>
    public TimeSpan Remind { get; init; } = TimeSpan.FromDays(1);

    public MailOptions Mail { get; init; } = new();

    public WebhookOptions? Webhook { get; init; }

    public sealed record MailOptions
    {
        /// <summary>Addresses of operators; each is told on its own.</summary>
        public string[] To { get; init; } = [];

        /// <summary>A relay for alerts only; without it the one of notices, section <c>Smtp</c>.</summary>
        public SmtpOptions? Smtp { get; init; }
    }

    public sealed record WebhookOptions
    {
        public required Uri Address { get; init; }

        /// <summary>Signs what is sent; without it nothing is signed.</summary>
        public string? Secret { get; init; }

        public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);
    }
}
