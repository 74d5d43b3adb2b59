namespace Genggam.Journal;

/// <summary>What a writer read at the start of a group and what its members changed since.</summary>
internal sealed class GroupKnowledge(long position)
{
    public long Position { get; set; } = position;

    public Dictionary<CaseId, (long Sequence, Digest Hash)> Heads { get; } = [];

    public Dictionary<(string Actor, string Key), (Digest BodyHash, byte[] Result)> Answered { get; } = [];
}
