using System.Collections.Immutable;

namespace Genggam.Office.Notices;

public sealed record SimulatedMessage(Message Message, DateTimeOffset At);

/// <summary>
/// Keeps messages instead of sending them: the last <see cref="Kept"/>, in memory, newest first. For demo and tests;
/// whatever shows them must say SIMULATOR.
/// </summary>
public sealed class SimulatorOutbox(TimeProvider time) : IMessageChannel
{
    public const int Kept = 200;

    private ImmutableList<SimulatedMessage> messages = [];

    public IReadOnlyList<SimulatedMessage> Messages => messages;

    public bool Carries(Carrier carrier) => true;

    public Task<Sending> SendAsync(Message message, CancellationToken cancel)
    {
        var kept = new SimulatedMessage(message, time.GetUtcNow());
        ImmutableInterlocked.Update(ref messages, before => [kept, .. before.Take(Kept - 1)]);
        return Task.FromResult<Sending>(new Sending.Accepted($"SIMULATOR-{message.Key:N}"));
    }
}
