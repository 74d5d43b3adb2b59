using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Genggam.Office.Documents;

/// <summary>
/// Lays out letters in a Node process that lives long and starts with the first letter. Templates are untrusted: each
/// render has limits, and a worker that breaks one is killed; the next render starts a new one. One render at a time;
/// use one instance for previews and another for documents that are signed.
/// </summary>
public sealed class LetterWorker(RenderLimits? limits = null, string? folder = null) : IAsyncDisposable
{
    private static readonly TimeSpan MemoryLook = TimeSpan.FromMilliseconds(25);
    private readonly RenderLimits _limits = limits ?? new();
    private readonly string _folder = folder ?? Path.Combine(AppContext.BaseDirectory, "letters-worker");
    private readonly SemaphoreSlim _turn = new(1);
    private WorkerProcess? _process;

    /// <summary>Starts the worker and lays out an empty page, so that the first letter does not wait.</summary>
    public Task<RenderResult> WarmAsync(CancellationToken stop = default) =>
        RenderAsync(
            new RenderJob(
                "/warm.typ",
                ImmutableSortedDictionary<string, byte[]>.Empty.Add(
                    "/warm.typ",
                    "#set document(title: [.])\n."u8.ToArray()
                ),
                "{}",
                PageFormat.Pdf,
                DateTimeOffset.UnixEpoch
            ),
            stop
        );

    public async Task<RenderResult> RenderAsync(RenderJob job, CancellationToken stop = default)
    {
        var ask = JsonSerializer.SerializeToUtf8Bytes(
            new Ask(
                job.Main,
                job.Files,
                job.Data,
                job.Format == PageFormat.Svg ? "svg" : "pdf",
                job.Created.ToUnixTimeSeconds()
            ),
            JsonSerializerOptions.Web
        );
        await _turn.WaitAsync(stop);
        try
        {
            return await AskAsync(ask, stop);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        End();
        _turn.Dispose();
    }

    private async Task<RenderResult> AskAsync(byte[] ask, CancellationToken stop)
    {
        if (_process is { Ended: true })
            End();
        if ((_process ??= WorkerProcess.Start(_folder, _limits.Memory)) is not { } worker)
            return new RenderResult.Refused(DocumentRefusal.NodeMissing);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(_limits.Time);
        try
        {
            var answer = ExchangeAsync(worker, ask, limit.Token);
            var hungry = await WatchMemoryAsync(worker, answer);
            if (hungry)
                return Give(DocumentRefusal.TooHungry);
            return await answer is { } body ? Read(body) : Give(DocumentRefusal.TooLarge);
        }
        catch (OperationCanceledException)
        {
            // The answer of a cancelled question would be taken for the answer of the next one.
            End();
            stop.ThrowIfCancellationRequested();
            return new RenderResult.Refused(DocumentRefusal.TooSlow);
        }
        catch (IOException)
        {
            return Give(DocumentRefusal.WorkerEnded);
        }
    }

    private async Task<byte[]?> ExchangeAsync(WorkerProcess worker, byte[] ask, CancellationToken stop)
    {
        await WorkerFrames.WriteAsync(worker.Input, ask, stop);
        return await WorkerFrames.ReadAsync(worker.Output, _limits.Output / 3 * 4 + 1024, stop);
    }

    private async Task<bool> WatchMemoryAsync(WorkerProcess worker, Task answer)
    {
        while (await Task.WhenAny(answer, Task.Delay(MemoryLook)) != answer)
            if (worker.Memory > _limits.Memory)
                return true;
        return false;
    }

    private RenderResult.Refused Give(DocumentRefusal refusal)
    {
        End();
        return new(refusal);
    }

    private RenderResult Read(byte[] body)
    {
        var answer = JsonSerializer.Deserialize<Answer>(body, JsonSerializerOptions.Web)!;
        if (answer.Problems is { Length: > 0 } problems)
            return new RenderResult.Broken(DocumentRefusal.TemplateBroken(problems[0]), [.. problems]);
        return answer.Bytes!.Length > _limits.Output
            ? new RenderResult.Refused(DocumentRefusal.TooLarge)
            : new RenderResult.Rendered(answer.Bytes, answer.Pages);
    }

    private void End()
    {
        _process?.Dispose();
        _process = null;
    }

    private sealed record Ask(
        string Main,
        ImmutableSortedDictionary<string, byte[]> Files,
        string Data,
        [property: JsonPropertyName("as")] string Format,
        long Created
    );

    private sealed record Answer(byte[]? Bytes, int Pages, TemplateProblem[]? Problems);
}
