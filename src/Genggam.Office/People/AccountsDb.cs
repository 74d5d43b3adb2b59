using System.Data.Common;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Genggam.Office.People;

/// <summary>Accounts, apart from the journal: a file of their own on SQLite, a schema of their own on PostgreSQL.</summary>
public sealed class AccountsDb(DbContextOptions<AccountsDb> options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<SentCode> Codes => Set<SentCode>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        if (Database.IsNpgsql())
            builder.HasDefaultSchema("genggam_accounts");
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

    /// <summary>Makes the tables where they are not there yet.</summary>
    internal async Task Prepare(CancellationToken cancel)
    {
        var creator = this.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancel))
            await creator.CreateAsync(cancel);
        if (!await HasTables(cancel))
            await creator.CreateTablesAsync(cancel);
    }

    // "Has any table" would be true on a PostgreSQL that already holds the journal.
    private async Task<bool> HasTables(CancellationToken cancel)
    {
        try
        {
            await Users.AnyAsync(cancel);
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }
}
