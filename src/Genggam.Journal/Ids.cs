namespace Genggam.Journal;

/// <summary>One case (berkas).</summary>
public readonly record struct CaseId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>One person or body whose personal data is kept under a key of its own.</summary>
public readonly record struct SubjectId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>One attachment or issued file.</summary>
public readonly record struct BlobId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>One unfinished application.</summary>
public readonly record struct DraftId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>One change of a service.</summary>
public readonly record struct ChangeId(Guid Value)
{
    public override string ToString() => Value.ToString("N");
}

/// <summary>One move of running cases to another release.</summary>
public readonly record struct MigrationId(Guid Value)
{
    public override string ToString() => Value.ToString("N");
}
