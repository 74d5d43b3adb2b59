using Spectre.Console;

namespace Genggam.Verbs;

/// <summary>How far long work has come, on the console.</summary>
internal static class Steps
{
    /// <param name="total">Null where it is not known beforehand.</param>
    public static Task<T> Show<T>(string what, double? total, Func<ProgressTask, Task<T>> work) =>
        AnsiConsole
            .Progress()
            .HideCompleted(true)
            .StartAsync(async progress =>
            {
                var task = progress.AddTask(what, maxValue: total ?? 1);
                task.IsIndeterminate = total is null;
                return await work(task);
            });
}

/// <summary>Reports at once, on the thread that reports: the console is drawn in order.</summary>
internal sealed class Reporter<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
