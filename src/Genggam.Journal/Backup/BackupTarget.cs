namespace Genggam.Journal;

/// <summary>A file that a backup is written to, and what else belongs into it.</summary>
/// <param name="More">Adds parts of the caller's own; their names must hold a slash.</param>
public sealed record BackupTarget(string File, Func<BackupParts, Task>? More = null);
