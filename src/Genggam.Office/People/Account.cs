using Microsoft.AspNetCore.Identity;

namespace Genggam.Office.People;

public enum AccountKind
{
    Citizen,
    Officer,
    Administrator,
}

/// <summary>
/// Someone who can sign in. A citizen's user name is the blind index of the NIK, and what is known of the person is
/// sealed under <see cref="SubjectId"/>: the table itself names no citizen. Identity's own columns for e-mail and
/// telephone stay empty.
/// </summary>
public sealed class Account : IdentityUser<Guid>
{
    public AccountKind Kind { get; set; }

    /// <summary>The journal's subject; for an officer only the key that seals the second factor.</summary>
    public Guid SubjectId { get; set; }

    /// <summary>A <see cref="Profile"/>, sealed; null for officers.</summary>
    public byte[]? Profile { get; set; }

    /// <summary>The code sent to the contact came back. Nobody signs in before.</summary>
    public bool Confirmed { get; set; }

    /// <summary>An officer at a counter held the person's identity document: this is whose NIK it is.</summary>
    public bool NikProved { get; set; }

    /// <summary>
    /// An officer or the house chose the password: its owner chooses another at the next sign-in, before anything opens.
    /// </summary>
    public bool TemporaryPassword { get; set; }

    /// <summary>The language of messages.</summary>
    public string Language { get; set; } = "id";

    /// <summary>The agency an officer works for.</summary>
    public string? AgencyId { get; set; }

    /// <summary>An officer's name as colleagues read it; null for citizens.</summary>
    public string? OfficeName { get; set; }

    /// <summary>The sealed secret of the second factor; null for citizens.</summary>
    public byte[]? SecondFactor { get; set; }

    /// <summary>The time step of the last accepted code: a code counts once.</summary>
    public long LastStep { get; set; }
}
