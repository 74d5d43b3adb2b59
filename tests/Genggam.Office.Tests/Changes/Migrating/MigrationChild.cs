using Genggam.Journal;
using Genggam.Office.Changes;

namespace Genggam.Office.Tests.Changes.Migrating;

/// <summary>The program that is killed: goes on with a migration and says on standard output how far it came.</summary>
internal static class MigrationChild
{
    public const string Verb = "migrate-until-killed";
    public const string Came = "came";

    public static async Task Run(string[] arguments)
    {
        await using var office = await KitchenOffice.Open(arguments[1]);
        office.Get<MigrationRun>().Came += _ => Console.Out.WriteLine(Came);
        await office.Run(new MigrationId(Guid.Parse(arguments[2])));
    }
}
