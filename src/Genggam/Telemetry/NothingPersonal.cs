using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace Genggam.Telemetry;

/// <summary>
/// Takes from a span all but what is known to say nothing of a person: of a request its method, the template of its address
/// and its status, of a query its statement without values. What carries the message of an exception, and requests for
/// files, are not sent at all.
/// </summary>
internal sealed class NothingPersonal : BaseProcessor<Activity>
{
    /// <summary>The source of the spans of requests.</summary>
    public const string Requests = "Microsoft.AspNetCore";

    private const string Route = "http.route";

    private static readonly FrozenSet<string> kept = FrozenSet.Create(
        StringComparer.Ordinal,
        Route,
        "http.request.method",
        "http.response.status_code",
        "command",
        "kind",
        "error.type",
        "db.system.name",
        "db.system",
        "db.query.text",
        "db.statement"
    );

    public override void OnEnd(Activity data)
    {
        if (data.Events.Any() || (data.Source.Name == Requests && data.GetTagItem(Route) is null))
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        foreach (var (name, _) in data.TagObjects.ToList())
            if (!kept.Contains(name))
                data.SetTag(name, null);
        data.TraceStateString = null;
        if (data.Status != ActivityStatusCode.Unset)
            data.SetStatus(data.Status);
    }
}
