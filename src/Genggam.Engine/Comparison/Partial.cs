using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Genggam.Engine.Comparison;

/// <summary>From what outcome to what, with the keys of the reasons; where a person or an answer is missing, the element.</summary>
public sealed record Move(string Was, string? Reason, string WouldBe, string? WouldBeReason)
{
    public const string NeedsJudgement = "needs-judgement";
    public const string NeedsAnswer = "needs-answer";

    internal string Key => $"{Was}\t{Reason}\t{WouldBe}\t{WouldBeReason}";

    internal static Move? Of(ReplayResult result) =>
        result switch
        {
            ReplayResult.Same { Outcome: var one } => new(one.Outcome, one.Reason, one.Outcome, one.Reason),
            ReplayResult.Other { Was: var was, WouldBe: var would } => new(
                was.Outcome,
                was.Reason,
                would.Outcome,
                would.Reason
            ),
            ReplayResult.NeedsJudgement { Was: var was, Element: var at } => new(
                was.Outcome,
                was.Reason,
                NeedsJudgement,
                at
            ),
            ReplayResult.NeedsAnswer { Was: var was, Element: var at } => new(was.Outcome, was.Reason, NeedsAnswer, at),
            _ => null,
        };
}

/// <summary>
/// The counts over some of the cases of a dry run. Partial counts can be added in any order and grouping: cores may work
/// apart. What differs only in order has the same <see cref="Bytes"/>.
/// </summary>
public sealed partial record Partial
{
    public Figures Total { get; init; } = new();

    /// <summary>Why cases cannot be replayed.</summary>
    public SortedDictionary<string, long> Lost { get; init; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, MoveCount> Moves { get; init; } = new(StringComparer.Ordinal);
    public SortedDictionary<string, CauseCount> Causes { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Days from the deadline that was to the one that would be.</summary>
    public SortedDictionary<int, long> DeadlineDays { get; init; } = [];

    /// <summary>By dimension and group.</summary>
    public SortedDictionary<string, SortedDictionary<string, Figures>> Groups { get; init; } =
        new(StringComparer.Ordinal);

    public void Add(CaseFacts facts, ReplayResult result)
    {
        var kind = CaseClasses.Of(result);
        var (was, would) = (CaseClasses.Was(result), CaseClasses.WouldBe(result));
        Total.Add(kind, was, would);
        foreach (var (dimension, group) in CaseFacts.Dimensions.Zip(facts.Groups))
            Group(dimension, group).Add(kind, was, would);
        if (result is ReplayResult.NotReplayable { Why: var why })
            Lost[why] = Lost.GetValueOrDefault(why) + 1;
        if (Move.Of(result) is { } move)
            Add(new MoveCount(move, 1));
        if (result.Cause is { } cause)
            Add(new CauseCount(cause, 1));
        if (was?.Deadline is { } before && would?.Deadline is { } now && before != now)
            Add((now - before).Days, 1);
    }

    public void Add(Partial other)
    {
        Total.Add(other.Total);
        foreach (var (why, count) in other.Lost)
            Lost[why] = Lost.GetValueOrDefault(why) + count;
        foreach (var move in other.Moves.Values)
            Add(move);
        foreach (var cause in other.Causes.Values)
            Add(cause);
        foreach (var (days, count) in other.DeadlineDays)
            Add(days, count);
        foreach (var (dimension, groups) in other.Groups)
        foreach (var (group, figures) in groups)
            Group(dimension, group).Add(figures);
    }

    /// <summary>The counts in one order, as bytes: to be kept, hashed and read again.</summary>
    public byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(this, PartialJson.Default.Partial);

    public static Partial Read(ReadOnlySpan<byte> bytes)
    {
        // Added to new counts, whose order does not depend on the reader's language.
        var counts = new Partial();
        counts.Add(
            JsonSerializer.Deserialize(bytes, PartialJson.Default.Partial)
                ?? throw new JsonException("The counts of a dry run are empty.")
        );
        return counts;
    }

    /// <summary>The identity of a report: its counts, the draft, and the chain over every case's result in order.</summary>
    public string Hash(string draft, ReadOnlySpan<byte> cases)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(draft));
        hash.AppendData(cases);
        hash.AppendData(Bytes());
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private void Add(MoveCount more) =>
        Moves[more.Move.Key] = Moves.TryGetValue(more.Move.Key, out var known)
            ? known with
            {
                Count = known.Count + more.Count,
            }
            : more;

    private void Add(CauseCount more)
    {
        var key = more.Cause.ToString();
        Causes[key] = Causes.TryGetValue(key, out var known) ? known with { Count = known.Count + more.Count } : more;
    }

    private void Add(int days, long count) => DeadlineDays[days] = DeadlineDays.GetValueOrDefault(days) + count;

    private Figures Group(string dimension, string group)
    {
        if (!Groups.TryGetValue(dimension, out var groups))
            Groups[dimension] = groups = new(StringComparer.Ordinal);
        if (!groups.TryGetValue(group, out var figures))
            groups[group] = figures = new Figures();
        return figures;
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UseStringEnumConverter = true,
        IgnoreReadOnlyProperties = true
    )]
    [JsonSerializable(typeof(Partial))]
    private sealed partial class PartialJson : JsonSerializerContext;
}

public sealed record MoveCount(Move Move, long Count);

public sealed record CauseCount(Cause Cause, long Count);
