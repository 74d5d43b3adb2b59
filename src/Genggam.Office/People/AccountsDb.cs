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

    /// <summary>Makes the tables, or brings those of an earlier program up to date.</summary>
    internal Task Prepare(CancellationToken cancel) => AccountsSchema.Prepare(this, cancel);
}
