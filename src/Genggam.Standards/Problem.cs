namespace Genggam.Standards;

/// <summary>Where in a file something stands. Lines and columns count from 1; 0 means unknown.</summary>
public sealed record Place(string File, string? Element = null, int Line = 0, int Column = 0)
{
    public override string ToString() =>
        Line == 0
            ? Element is null
                ? File
                : $"{File} ({Element})"
            : Element is null
                ? $"{File}:{Line}:{Column}"
                : $"{File}:{Line}:{Column} ({Element})";
}

public enum Severity
{
    Warning,
    Error,
}

/// <summary>
/// Something wrong in a file or found while evaluating it. <paramref name="Number"/> is stable and documented
/// (for example FEEL-101); translations are found by it. <paramref name="Message"/> is English and complete.
/// </summary>
public sealed record Problem(
    string Number,
    string Message,
    Place Place,
    Severity Severity = Severity.Error,
    params IReadOnlyList<string> Arguments
)
{
    public override string ToString() => $"{Place}: {Number} {Message}";
}

/// <summary>What reading a file gave: a value that can be used, or problems, or a value with warnings.</summary>
public sealed record Reading<T>(T? Value, IReadOnlyList<Problem> Problems)
    where T : class
{
    public bool Usable => Value is not null && Problems.All(p => p.Severity != Severity.Error);
}
