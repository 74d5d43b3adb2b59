using Genggam.Journal;
using Genggam.Web.Shell.Overload;

namespace Genggam;

/// <summary>
/// Whether this node can serve: its journal answered in the last seconds. For those that spread requests over nodes;
/// <c>/healthz</c> only says that the program lives. A database that changes its primary in those seconds makes no node
/// unready: what is asked meanwhile waits or is told to come again.
/// </summary>
internal sealed class Readiness(JournalStore journal, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private readonly Lock turn = new();
    private Task asking = Task.CompletedTask;
    private DateTimeOffset answered = DateTimeOffset.MinValue;

    public static void Map(WebApplication app)
    {
        var readiness = new Readiness(
            app.Services.GetRequiredService<JournalStore>(),
            app.Services.GetRequiredService<TimeProvider>()
        );
        app.MapGet(
                "/readyz",
                async () =>
                    await readiness.Now()
                        ? Results.Text("ok")
                        : Results.Text("the journal is away", statusCode: StatusCodes.Status503ServiceUnavailable)
            )
            .AllowAnonymous()
            .WithMetadata(new AlwaysServedAttribute());
    }

    /// <summary>One question at a time, however many ask: a database that hangs is not asked more and more.</summary>
    private async Task<bool> Now()
    {
        Task current;
        lock (turn)
            current = asking = asking.IsCompleted ? Ask() : asking;
        await Task.WhenAny(current, Task.Delay(Patience));
        lock (turn)
            return clock.GetUtcNow() - answered < Grace;
    }

    private async Task Ask()
    {
        try
        {
            await journal.Ping();
        }
        catch (JournalException)
        {
            return;
        }
        lock (turn)
            answered = clock.GetUtcNow();
    }
}
