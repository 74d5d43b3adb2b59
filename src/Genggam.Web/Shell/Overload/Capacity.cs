using System.Threading.RateLimiting;

namespace Genggam.Web.Shell.Overload;

/// <summary>
/// Places for requests. Those that hand something in have places of their own, so that many readers do not keep out what
/// people have typed. Who finds neither a place nor one to wait in is turned away at once.
/// </summary>
internal sealed class Capacity(CapacityOptions options) : IDisposable
{
    public Lane Reads { get; } = new("read", options.Reads, options.ReadQueue);

    public Lane Writes { get; } = new("write", options.Writes, options.WriteQueue);

    public void Dispose()
    {
        Reads.Dispose();
        Writes.Dispose();
    }

    internal sealed class Lane(string name, int places, int queue) : IDisposable
    {
        private readonly ConcurrencyLimiter limiter = new(
            new()
            {
                PermitLimit = places,
                QueueLimit = queue,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            }
        );

        public string Name => name;

        public long Waiting => limiter.GetStatistics()!.CurrentQueuedCount;

        /// <summary>A place, at the latest when one is free; one that is not acquired where too many wait already.</summary>
        public ValueTask<RateLimitLease> Enter(CancellationToken cancel) => limiter.AcquireAsync(1, cancel);

        public void Dispose() => limiter.Dispose();
    }
}
