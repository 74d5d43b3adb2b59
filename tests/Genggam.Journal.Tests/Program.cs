namespace Genggam.Journal.Tests;

/// <summary>The tests, and the programs that tests start or that are run by hand once.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        switch (args.FirstOrDefault())
        {
            case KillChild.Verb:
                await KillChild.Run(args);
                return 0;
            case GoldenJournal.Verb:
                await GoldenJournal.Make(args[1]);
                return 0;
            case Measure.Verb:
                await Measure.Run(args[1..]);
                return 0;
            default:
                return args.Any(arg => arg is "--server" or "--internal-msbuild-node")
                    ? await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(
                        args,
                        SelfRegisteredExtensions.AddSelfRegisteredExtensions
                    )
                    : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
        }
    }
}
