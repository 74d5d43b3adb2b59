using Genggam.Conformance;
using Genggam.Conformance.Bpmn;
using Genggam.Standards.Dmn.Kit;

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
    var all = new List<KitCase>();
    foreach (var folder in DmnKitFolder.All(root))
    {
        var cases = DmnKitFolder.Run(folder);
        all.AddRange(cases);
        Console.WriteLine(
            $"{Path.GetFileName(folder), -55} {Count(cases, KitOutcome.Passed), 5} passed "
                + $"{Count(cases, KitOutcome.Excluded), 3} excluded {Count(cases, KitOutcome.Failed), 5} failed"
        );
        foreach (var failure in failures ? cases.Where(c => c.Outcome == KitOutcome.Failed) : [])
            Console.WriteLine($"    {failure.File} {failure.Id} {failure.Detail}");
    }
    Console.WriteLine($"{Count(all, KitOutcome.Excluded)} excluded: they call Java methods");
    return Last(Count(all, KitOutcome.Passed), Count(all, KitOutcome.Failed));
}

static int Count(IEnumerable<KitCase> cases, KitOutcome outcome) => cases.Count(c => c.Outcome == outcome);

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
