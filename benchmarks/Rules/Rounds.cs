using System.Diagnostics;

namespace Genggam.Benchmarks.Rules;

internal static class Rounds
{
    /// <summary>Nanoseconds of one call in the best of forty rounds.</summary>
    public static double Best<T>(int count, Func<int, T> call)
    {
        var best = double.MaxValue;
        for (var round = 0; round < 40; round++)
        {
            var (calls, start) = (0, Stopwatch.GetTimestamp());
            do
            {
                for (var i = 0; i < count; i++)
                    GC.KeepAlive(call(i));
                calls += count;
            } while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < 5);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls);
        }
        return best;
    }
}
