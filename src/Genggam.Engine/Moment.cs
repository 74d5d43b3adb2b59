namespace Genggam.Engine;

/// <summary>The clock and the dice as inputs: the instant a command is decided at, and a seed for anything random.</summary>
public readonly record struct Moment(DateTimeOffset At, ulong Seed = 0);
