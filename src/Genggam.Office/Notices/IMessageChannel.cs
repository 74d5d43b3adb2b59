namespace Genggam.Office.Notices;

/// <summary>The subject is left out where the carrier has none.</summary>
public sealed record Message(Contact To, string Subject, string Body)
{
    /// <summary>Names the act of sending: a gateway that sees it twice sends once.</summary>
    public Guid Key { get; init; } = Guid.CreateVersion7();
}

/// <summary>What the outside world said. "Accepted" is not "read": delivery is never promised.</summary>
public abstract record Sending
{
    private Sending() { }

    public sealed record Accepted(string Reference) : Sending;

    /// <summary>This address will never work: NOTICE-201 address not accepted, NOTICE-202 no channel for this carrier.</summary>
    public sealed record Refused(string Number) : Sending;

    /// <summary>The same message may go later: NOTICE-301 not reachable, NOTICE-302 busy.</summary>
    public sealed record TryLater(string Number) : Sending;
}

/// <summary>The port to the world of messages. Never throws for what the other side does; never logs an address or a text.</summary>
public interface IMessageChannel
{
    bool Carries(Carrier carrier);

    Task<Sending> SendAsync(Message message, CancellationToken cancel);
}
