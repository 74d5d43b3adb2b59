namespace Genggam.Journal.Tests;

/// <summary>A fresh journal for each test, on whichever store the derived class names.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    protected JournalOptions Options { get; private set; } = null!;
    protected JournalStore Journal { get; private set; } = null!;

    /// <summary>Options of a journal that does not exist yet, on the same kind of store.</summary>
    protected abstract JournalOptions Empty();

    public async ValueTask InitializeAsync()
    {
        Options = Empty();
        Journal = await JournalStore.Open(Options);
    }

    public async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync();
        Directory.Delete(Options.Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected async Task Reopen()
    {
        await Journal.DisposeAsync();
        Journal = await JournalStore.Open(Options);
    }
}
