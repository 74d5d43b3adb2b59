using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Genggam.Engine;

/// <summary>One field of an application that must be corrected, with what is wrong in the officer's words.</summary>
/// <param name="Note">Its text is erased with the applicant.</param>
[method: JsonConstructor]
public sealed record Defect(string Field, Personal Note)
{
    public Defect(string field, string? note)
        : this(field, Personal.Text(note)) { }
}

/// <summary>What somebody, or something outside, asks of a case. A closed set; each is one journal entry.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(Submit), "submit")]
[JsonDerivedType(typeof(Claim), "claim")]
[JsonDerivedType(typeof(Unclaim), "unclaim")]
[JsonDerivedType(typeof(Reassign), "reassign")]
[JsonDerivedType(typeof(Complete), "complete")]
[JsonDerivedType(typeof(Withdraw), "withdraw")]
[JsonDerivedType(typeof(Comment), "comment")]
[JsonDerivedType(typeof(TimerDue), "timer")]
[JsonDerivedType(typeof(DocumentReady), "document")]
[JsonDerivedType(typeof(EffectFailed), "failed")]
[JsonDerivedType(typeof(Retry), "retry")]
[JsonDerivedType(typeof(MessageArrived), "message")]
[JsonDerivedType(typeof(SignalArrived), "signal")]
[JsonDerivedType(typeof(RevokeDocument), "revoke")]
[JsonDerivedType(typeof(Migrate), "migrate")]
[JsonDerivedType(typeof(UndoMigration), "undo-migration")]
public abstract record Command
{
    private protected Command() { }

    /// <summary>Opens a case. The number, the office and the people's pseudonyms are the shell's to give.</summary>
    /// <param name="Subjects">The subject id of each role in the data whose values are encrypted under a key of their own.</param>
    public sealed record Submit(
        string Number,
        string Agency,
        string Zone,
        ImmutableSortedDictionary<string, Guid> Subjects,
        Personal Data
    ) : Command
    {
        /// <summary>The start event that a message, a signal or the time triggered; null where somebody applies.</summary>
        public string? Trigger { get; init; }
    }

    public sealed record Claim(string Task) : Command;

    public sealed record Unclaim(string Task) : Command;

    /// <summary>Gives a task to another officer of the same agency: the holder's to do, or a supervisor's.</summary>
    /// <param name="ToRoles">The roles that officer holds at this moment.</param>
    /// <param name="Proposed">What the giver would return for, where the return itself is a supervisor's to make.</param>
    public sealed record Reassign(
        string Task,
        string To,
        ImmutableArray<string> ToRoles,
        ImmutableArray<Defect> Proposed
    ) : Command;

    /// <summary>Finishes a user task, the officer's or the applicant's.</summary>
    public sealed record Complete(
        string Task,
        string Outcome,
        Personal Data,
        Personal Reasons,
        ImmutableArray<Defect> Defects
    ) : Command
    {
        /// <summary>Of people whose NIK the applicant corrects, by role; the shell's to give. Null: the people stay.</summary>
        public ImmutableSortedDictionary<string, Guid>? Subjects { get; init; }
    }

    public sealed record Withdraw(Personal Reason) : Command;

    /// <summary>A remark among officers; the applicant does not see it.</summary>
    public sealed record Comment(Personal Text) : Command;

    public sealed record TimerDue(string Timer) : Command;

    /// <summary>The outside answered: the document asked for by <paramref name="Effect"/> is signed and registered.</summary>
    public sealed record DocumentReady(
        string Effect,
        string Number,
        string Code,
        string Sha256,
        DateOnly IssuedOn,
        DateOnly? ValidUntil
    ) : Command;

    /// <summary>The outside could not do it, and trying again would not help.</summary>
    public sealed record EffectFailed(string Effect, string Problem) : Command
    {
        /// <summary>The code of a BPMN error that the process may catch; null where the failure is technical.</summary>
        public string? Code { get; init; }
    }

    /// <summary>A message for this case. One that nothing waits for yet is kept until something does.</summary>
    public sealed record MessageArrived(string Name, Personal Key, Personal Data) : Command;

    /// <summary>A signal of another case. It reaches what waits for it now and is not kept.</summary>
    public sealed record SignalArrived(string Name) : Command;

    /// <summary>The cause of an incident is removed: the platform or a supervisor has the element tried again.</summary>
    public sealed record Retry(string Element) : Command;

    public sealed record RevokeDocument(string Code, Personal Reason, string LegalBasis) : Command;

    /// <summary>
    /// The case goes on under the plan's target. It is decided under that release, with the one it leaves as
    /// <see cref="World.Before"/>, and with nothing else of the plan's surroundings.
    /// </summary>
    public sealed record Migrate(MigrationPlan Plan) : Command
    {
        /// <summary>Of people whom the target keeps apart and the old release did not, by role; the shell's to give.</summary>
        public ImmutableSortedDictionary<string, Guid>? Subjects { get; init; }
    }

    /// <summary>The case goes back to the release it left, as it was. It is decided under that release.</summary>
    /// <param name="Migration">The id of the plan that moved it.</param>
    public sealed record UndoMigration(string Migration) : Command;
}
