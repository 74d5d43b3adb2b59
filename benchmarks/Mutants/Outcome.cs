using System.Globalization;

namespace Genggam.Benchmarks.Mutants;

/// <summary>What became of a mutant.</summary>
internal enum Fate
{
    /// <summary>A test failed.</summary>
    Killed,

    /// <summary>The tests did not come to an end in three times their time and twenty seconds.</summary>
    TimedOut,

    /// <summary>Tests come past it and see nothing.</summary>
    Survived,

    /// <summary>No test comes past it.</summary>
    Uncovered,
}

/// <param name="By">The tests that saw it; empty where none did.</param>
internal sealed record Outcome(int Number, Fate Fate, string By, double Seconds)
{
    public string Row() => string.Create(CultureInfo.InvariantCulture, $"{Number}\t{Fate}\t{By}\t{Seconds:F1}");

    public static Outcome Of(string row) =>
        row.Split('\t') is [var number, var fate, var by, var seconds]
            ? new(
                int.Parse(number, CultureInfo.InvariantCulture),
                Enum.Parse<Fate>(fate),
                by,
                double.Parse(seconds, CultureInfo.InvariantCulture)
            )
            : throw new InvalidDataException($"Not an outcome: {row}");
}
