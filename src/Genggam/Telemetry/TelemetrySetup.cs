using Genggam.Office.Watching;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Genggam.Telemetry;

/// <summary>
/// Traces, metrics and logs by OTLP, where an address for them is set: <c>Genggam:Telemetry:Endpoint</c> (HTTP and protobuf), or
/// the variables of OpenTelemetry (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and its kin). Off otherwise.
/// </summary>
internal static class TelemetrySetup
{
    private const string Variable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] Sources = [Meters.Name, NothingPersonal.Requests, "Npgsql"];

    private static readonly string[] Metered =
    [
        Meters.Name,
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "System.Runtime",
    ];

    public static bool IsOn(IConfiguration settings) => Address(settings) is not null || settings[Variable] is not null;

    public static void AddTelemetry(this IServiceCollection services, IConfiguration settings)
    {
        if (!IsOn(settings))
            return;
        services.AddSingleton<Gauges>();
        services.AddHostedService<GaugesFirst>();
        var telemetry = services
            .AddOpenTelemetry()
            .ConfigureResource(resource =>
                resource.AddService(
                    "genggam",
                    serviceVersion: typeof(TelemetrySetup).Assembly.GetName().Version?.ToString(3)
                )
            )
            .WithTracing(traces => traces.AddSource(Sources).AddProcessor(new NothingPersonal()))
            .WithMetrics(metrics => metrics.AddMeter(Metered))
            .WithLogging(
                logs => logs.AddProcessor(new NoMessagesOfExceptions()),
                options => options.IncludeFormattedMessage = true
            );
        if (Address(settings) is { } address)
            telemetry.UseOtlpExporter(OtlpExportProtocol.HttpProtobuf, address);
        else
            telemetry.UseOtlpExporter();
        // The framework tells addresses and queries of requests below this, whatever the console is told.
        services.AddLogging(log =>
            log.AddFilter<OpenTelemetryLoggerProvider>("Microsoft.AspNetCore", LogLevel.Warning)
        );
    }

    private static Uri? Address(IConfiguration settings) => settings.GetValue<Uri?>("Genggam:Telemetry:Endpoint");

    /// <summary>The gauges are there from the start, though nothing asks for them.</summary>
    private sealed class GaugesFirst(Gauges gauges) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            gauges.Dispose();
            return Task.CompletedTask;
        }
    }
}
