using Genggam.Conformance.Bpmn;
using Genggam.Conformance.Dmn;

return args switch
{
    ["dmn", var root, .. var options] => Dmn(root, options.Contains("--failures")),
    ["bpmn", var root, ..] => Bpmn(root),
    _ => await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(
        args,
        Genggam.Conformance.SelfRegisteredExtensions.AddSelfRegisteredExtensions
    ),
};

static int Dmn(string root, bool failures)
{
    var (passed, failed) = (0, 0);
    foreach (var folder in DmnKit.Folders(root))
    {
        var result = DmnKit.Run(folder);
        passed += result.Passed;
        failed += result.Failures.Count;
        Console.WriteLine($"{result.Folder, -55} {result.Passed, 5} passed {result.Failures.Count, 5} failed");
        foreach (var failure in failures ? result.Failures : [])
            Console.WriteLine($"    {failure}");
    }
    return Last(passed, failed);
}

static int Bpmn(string root)
{
    var (passed, failed, refused) = (0, 0, 0);
    foreach (var (model, cases) in Betsy.Expected(root))
    {
        if (Betsy.Refused(root, model) is { } element)
        {
            refused += cases.Length;
            Console.WriteLine($"{model, -80} refused: {element}");
            continue;
        }
        foreach (var result in Betsy.Run(root, model, cases))
        {
            _ = result.Failure is null ? passed++ : failed++;
            Console.WriteLine($"{$"{model} {result.Case}", -80} {result.Failure ?? "passed"}");
        }
    }
    Console.WriteLine($"{refused} refused by check");
    return Last(passed, failed);
}

static int Last(int passed, int failed)
{
    Console.WriteLine($"{passed} passed, {failed} failed");
    return failed == 0 ? 0 : 1;
}
