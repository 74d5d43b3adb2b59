namespace Genggam.Standards;

/// <summary>The word somebody meant.</summary>
public static class Nearest
{
    /// <summary>What is longer is no word, and comparing it would take long.</summary>
    private const int Longest = 200;

    /// <summary>The known word that fewest letters separate from this one; null where none is near.</summary>
    public static string? To(string word, IEnumerable<string> known) =>
        known
            .Where(k => word.Length <= Longest && Math.Abs(k.Length - word.Length) <= Allowed(word, k))
            .Select(k => (Word: k, Distance: Distance(word, k)))
            .Where(k => k.Distance <= Allowed(word, k.Word))
            .OrderBy(k => k.Distance)
            .Select(k => k.Word)
            .FirstOrDefault();

    /// <summary>How a message about a word ends that is not known: with the one that is near, or else a full stop.</summary>
    public static string Meant(string word, IEnumerable<string> known, string otherwise = ".") =>
        To(word, known) is { } near ? $": did you mean {near}?" : otherwise;

    private static int Allowed(string word, string known) => Math.Max(1, Math.Min(word.Length, known.Length) / 3);

    /// <summary>Letters added, left out, replaced or swapped with their neighbour.</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        for (var j = 1; j <= b.Length; j++)
        {
            var change = a[i - 1] == b[j - 1] ? 0 : 1;
            rows[i, j] = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + change);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
        }
        return rows[a.Length, b.Length];
    }
}
