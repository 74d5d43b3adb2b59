namespace Genggam.Journal.Tests;

public sealed class JournalOnSqlite : JournalContract
{
    protected override Task<JournalOptions> Prepare() =>
        Task.FromResult(new JournalOptions { Folder = Given.Folder(), CheckpointEvery = null });
}
