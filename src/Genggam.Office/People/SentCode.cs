namespace Genggam.Office.People;

public enum CodePurpose
{
    Confirm,
    Recover,

    /// <summary>Never sent: it only counts that a stranger's sign-up was told to the owner.</summary>
    Known,
}

/// <summary>A code that was sent to someone's contact. Only its slow hash is kept.</summary>
public sealed class SentCode
{
    public Guid Id { get; set; }
    public Guid AccountId { get; set; }
    public CodePurpose Purpose { get; set; }
    public string Hash { get; set; } = "";

    /// <summary>Unix seconds.</summary>
    public long IssuedAt { get; set; }
    public int Tries { get; set; }

    /// <summary>Used, or replaced by a later one.</summary>
    public bool Spent { get; set; }
}
