namespace Genggam.Office.Watching;

/// <summary>How long one page took in the last hour.</summary>
/// <param name="Route">The template of its address, such as <c>/berkas/{Id:guid}</c>, never the address itself.</param>
/// <param name="Median">Half of the requests took no longer; rounded up by at most a fifth, as the others.</param>
public sealed record PageTime(string Route, long Requests, TimeSpan Median, TimeSpan P95, TimeSpan P99);
