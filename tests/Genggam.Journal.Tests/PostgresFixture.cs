namespace Genggam.Journal.Tests;

public sealed partial class PostgresCluster : IAsyncLifetime;
