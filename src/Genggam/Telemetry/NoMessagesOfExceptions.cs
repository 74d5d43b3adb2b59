using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Genggam.Telemetry;

/// <summary>The message of an exception may repeat what somebody typed: its type and where it came from are sent instead.</summary>
internal sealed class NoMessagesOfExceptions : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        if (data.Exception is not { } fault)
            return;
        data.Attributes =
        [
            .. data.Attributes ?? [],
            new("exception.type", fault.GetType().FullName),
            new("exception.stacktrace", fault.StackTrace),
        ];
        data.Exception = null;
    }
}
