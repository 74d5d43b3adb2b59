using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Genggam.Office.People;

/// <summary>
/// Asks once more where the server had cut a pooled connection while nobody asked; the others of the pool are dropped, as
/// they were cut with it. A server that stays away is told at the second time.
/// </summary>
internal sealed class CutConnections(ExecutionStrategyDependencies asked)
    : ExecutionStrategy(asked, maxRetryCount: 1, maxRetryDelay: TimeSpan.Zero)
{
    protected override bool ShouldRetryOn(Exception exception) => exception is NpgsqlException { IsTransient: true };

    protected override void OnRetry() =>
        NpgsqlConnection.ClearPool((NpgsqlConnection)Dependencies.CurrentContext.Context.Database.GetDbConnection());
}
