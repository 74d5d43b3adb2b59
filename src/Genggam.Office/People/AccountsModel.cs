using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Genggam.Office.People;

/// <summary>Makes the model of the accounts and its first query once the program serves, so that no sign-in waits for them.</summary>
internal sealed class AccountsModel(IDbContextFactory<AccountsDb> accounts) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        // Asks nothing of the database, so nothing can go wrong that a sign-in would not tell.
        _ = Task.Run(
            () =>
            {
                using var db = accounts.CreateDbContext();
                _ = db.Users.Where(u => u.UserName == "").ToQueryString();
            },
            cancellationToken
        );
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
