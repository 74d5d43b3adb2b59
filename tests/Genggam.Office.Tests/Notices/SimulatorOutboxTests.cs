using Genggam.Office.Notices;

namespace Genggam.Office.Tests.Notices;

public sealed class SimulatorOutboxTests
{
    [Fact]
    public async Task The_simulator_keeps_the_newest_messages_first_and_calls_itself_a_simulator()
    {
        var outbox = new SimulatorOutbox(TimeProvider.System);
        Sending? last = null;
        for (var n = 1; n <= SimulatorOutbox.Kept + 5; n++)
            last = await outbox.SendAsync(
                new Message(new Contact(Carrier.Sms, "+6281234567890"), "", $"{n}"),
                TestContext.Current.CancellationToken
            );
        Assert.Equal(SimulatorOutbox.Kept, outbox.Messages.Count);
        Assert.Equal("205", outbox.Messages[0].Message.Body);
        Assert.StartsWith("SIMULATOR", Assert.IsType<Sending.Accepted>(last).Reference, StringComparison.Ordinal);
    }
}
