using System.Diagnostics;

namespace Genggam.Benchmarks.Rules;

internal static class Rounds
{
    /// <summary>Short, so that some go by while nothing else has the processor.</summary>
    private const int Milliseconds = 1;

    private const int Count = 200;

    /// <summary>Nanoseconds of one call in the best of many rounds.</summary>
    public static double Best<T>(int count, Func<int, T> call) => Best(count, [i => call(i)])[0];

    /// <summary>The same for calls that are compared: their rounds take turns, so that a busy minute meets them all.</summary>
    public static double[] Best(int count, params Func<int, object?>[] calls)
    {
        var best = calls.Select(_ => double.MaxValue).ToArray();
        for (var round = 0; round < Count; round++)
        for (var c = 0; c < calls.Length; c++)
            best[c] = Math.Min(best[c], Round(count, calls[c]));
        return best;
    }

    private static double Round(int count, Func<int, object?> call)
    {
        var (calls, start) = (0, Stopwatch.GetTimestamp());
        do
        {
            for (var i = 0; i < count; i++)
                GC.KeepAlive(call(i));
            calls += count;
        } while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < Milliseconds);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
    }
}
