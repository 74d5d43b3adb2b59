using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Standards.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Genggam.Office.People;

/// <summary>Why personal data must be erased (UU 27/2022 art. 43 paragraph 1; art. 44 for the end of retention).</summary>
public enum ErasureGround
{
    ConsentWithdrawn,
    Unlawful,
    RetentionEnded,
}

/// <summary>A case that forbids the erasure of a person in it.</summary>
/// <param name="Until">When its retention ends; null where the case is still open.</param>
/// <param name="LegalBasis">The key of the law that orders the retention.</param>
public sealed record HeldCase(string Number, string Service, DateTimeOffset? Until, string? LegalBasis);

/// <summary>What is known of a NIK and what an erasure would do.</summary>
/// <param name="Cases">Cases with data of the person, whatever their part in it.</param>
/// <param name="Held">Those of them that forbid it; none: it may be done.</param>
public sealed record ErasurePlan(
    ImmutableArray<SubjectId> Subjects,
    ErasureGround Ground,
    bool HasAccount,
    int Cases,
    ImmutableArray<HeldCase> Held
);

/// <summary>
/// Erases a person: destroys the key of everything sealed for them, for good and on every later restore, and removes the
/// account with its user name, contact and codes. Entries stay, and their chains verify.
/// </summary>
public sealed class Erasure(
    JournalStore journal,
    CaseReader reader,
    IDbContextFactory<AccountsDb> accounts,
    TimeProvider clock,
    ILogger<Erasure> log
)
{
    /// <summary>Why what was typed is nobody's NIK; null where it may be somebody's.</summary>
    public static NikFault? WhyNoNik(string nik) =>
        Nik.Parse(PersonAnswers.Digits(nik)) is NikResult.Wrong wrong ? wrong.Fault : null;

    /// <summary>Null where the house knows nobody of this NIK. Reads the whole journal, for a person may be in any case.</summary>
    public async Task<ErasurePlan?> Plan(string nik, ErasureGround ground, CancellationToken cancel)
    {
        var digits = PersonAnswers.Digits(nik);
        if (Nik.Parse(digits) is NikResult.Wrong)
            return null;
        var who = journal.Subjects.BlindIndex(digits).ToString().ToUpperInvariant();
        await using var db = await accounts.CreateDbContextAsync(cancel);
        var account = await db.Users.AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedUserName == who, cancel);
        SubjectId?[] known =
        [
            await journal.Subjects.FindByNik(digits),
            account is null ? null : new SubjectId(account.SubjectId),
        ];
        ImmutableArray<SubjectId> subjects = [.. known.OfType<SubjectId>().Distinct()];
        if (subjects.IsEmpty)
            return null;
        var cases = await journal.CasesWith(subjects, cancel);
        var held = ImmutableArray.CreateBuilder<HeldCase>();
        foreach (var id in cases)
            if (await Held(id, subjects, ground, cancel) is { } why)
                held.Add(why);
        return new ErasurePlan(subjects, ground, account is not null, cases.Length, held.ToImmutable());
    }

    /// <summary>Does what was planned; may be done again where it was cut short.</summary>
    /// <exception cref="InvalidOperationException">A case forbids it.</exception>
    public async Task Do(ErasurePlan plan, CancellationToken cancel)
    {
        if (!plan.Held.IsEmpty)
            throw new InvalidOperationException("A case forbids the erasure.");
        foreach (var subject in plan.Subjects)
        {
            await journal.Subjects.Erase(subject, plan.Ground.ToString());
            log.LogInformation("Subject {Subject} is erased: {Ground}", subject.Value, plan.Ground);
        }
        await using var db = await accounts.CreateDbContextAsync(cancel);
        await db.Forget(plan.Subjects, cancel);
    }

    /// <summary>
    /// Who stands in a case only by a NIK that was corrected since is no part of it. Retention counts from the last entry of
    /// a closed case. What never opened is kept by no duty.
    /// </summary>
    private async Task<HeldCase?> Held(
        CaseId id,
        ImmutableArray<SubjectId> subjects,
        ErasureGround ground,
        CancellationToken cancel
    )
    {
        var loaded = await reader.Load(id, cancel) ?? throw new InvalidOperationException("The case is not there.");
        var (state, service) = (loaded.Case, loaded.Release.Service);
        if (state.Status == CaseStatus.New || !state.Subjects.Values.Any(s => subjects.Contains(new SubjectId(s))))
            return null;
        if (state.Status == CaseStatus.Open)
            return new HeldCase(state.Number!, service.Id, null, null);
        var until = state.LastAt.AddYears(service.Retention.Years);
        var mayEarlier = service.Retention.MayErase && ground != ErasureGround.RetentionEnded;
        return mayEarlier || clock.GetUtcNow() >= until
            ? null
            : new HeldCase(state.Number!, service.Id, until, service.Retention.LegalBasis);
    }
}
