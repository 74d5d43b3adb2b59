using Genggam.Journal;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Genggam.Office.People;

/// <summary>Accounts, apart from the journal: a file of their own on SQLite, a schema of their own on PostgreSQL.</summary>
public sealed class AccountsDb(DbContextOptions<AccountsDb> options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<SentCode> Codes => Set<SentCode>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        if (Database.IsNpgsql())
            builder.HasDefaultSchema(AccountsSchema.PostgresSchema);
        builder.Entity<Account>(account =>
        {
            account.Property(a => a.Kind).HasConversion<string>().HasMaxLength(16);
            account.HasIndex(a => a.SubjectId).IsUnique();
            account.HasIndex(a => a.AgencyId);
        });
        builder.Entity<SentCode>(code =>
        {
            code.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
            code.HasIndex(c => new { c.AccountId, c.IssuedAt });
        });
    }

    /// <summary>Removes the accounts of erased citizens, with their user names, contacts and codes.</summary>
    internal async Task Forget(IEnumerable<SubjectId> erased, CancellationToken cancel)
    {
        foreach (var some in erased.Select(s => s.Value).Chunk(500))
            await Users
                .Where(a => a.Kind == AccountKind.Citizen && some.Contains(a.SubjectId))
                .ExecuteDeleteAsync(cancel);
    }

    /// <summary>Makes the tables, or brings those of an earlier program up to date.</summary>
    internal Task Prepare(CancellationToken cancel) => AccountsSchema.Prepare(this, cancel);
}
