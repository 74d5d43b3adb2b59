namespace Genggam.Web.Designer;

/// <summary>Where a page of a list begins, as it stands in an address.</summary>
internal readonly record struct PageKey(DateTimeOffset At, Guid Id)
{
    /// <summary>Null where it is none: the list begins at its start.</summary>
    public static PageKey? Read(string? written) =>
        written?.Split('.') is [var ticks, var id]
        && long.TryParse(ticks, out var at)
        && at > 0
        && at < DateTime.MaxValue.Ticks
        && Guid.TryParse(id, out var found)
            ? new PageKey(new DateTimeOffset(at, TimeSpan.Zero), found)
            : null;

    public override string ToString() => $"{At.UtcTicks}.{Id:N}";
}
