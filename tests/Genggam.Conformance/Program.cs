using Genggam.Conformance.Dmn;

if (args is not ["dmn", var root, .. var options])
    return await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(
        args,
        Genggam.Conformance.SelfRegisteredExtensions.AddSelfRegisteredExtensions
    );

var (passed, failed) = (0, 0);
foreach (var folder in DmnKit.Folders(root))
{
    var result = DmnKit.Run(folder);
    passed += result.Passed;
    failed += result.Failures.Count;
    Console.WriteLine($"{result.Folder, -55} {result.Passed, 5} passed {result.Failures.Count, 5} failed");
    if (options.Contains("--failures"))
        foreach (var failure in result.Failures)
            Console.WriteLine($"    {failure}");
}
Console.WriteLine($"{passed} passed, {failed} failed");
return failed == 0 ? 0 : 1;
