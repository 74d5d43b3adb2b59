[assembly: AssemblyFixture(typeof(Genggam.Journal.Tests.PostgresCluster))]

namespace Genggam.Journal.Tests;

public sealed class JournalOnPostgres(PostgresCluster cluster) : JournalContract
{
    protected override Task<JournalOptions> Prepare() => Task.FromResult(Given.OnPostgres(cluster));
}
