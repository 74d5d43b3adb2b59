using Genggam.Conformance;
using Genggam.Standards.Dmn.Kit;

if (args is not ["dmn", var root, .. var options])
    return await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(
        args,
        Genggam.Conformance.SelfRegisteredExtensions.AddSelfRegisteredExtensions
    );

var all = new List<KitCase>();
foreach (var folder in DmnKitFolder.All(root))
{
    var cases = DmnKitFolder.Run(folder);
    all.AddRange(cases);
    Console.WriteLine(
        $"{Path.GetFileName(folder), -55} {Count(cases, KitOutcome.Passed), 5} passed "
            + $"{Count(cases, KitOutcome.Excluded), 3} excluded {Count(cases, KitOutcome.Failed), 5} failed"
    );
    if (options.Contains("--failures"))
        foreach (var failure in cases.Where(c => c.Outcome == KitOutcome.Failed))
            Console.WriteLine($"    {failure.File} {failure.Id} {failure.Detail}");
}
Console.WriteLine($"{Count(all, KitOutcome.Excluded)} excluded: they call Java methods");
Console.WriteLine($"{Count(all, KitOutcome.Passed)} passed, {Count(all, KitOutcome.Failed)} failed");
return all.Exists(c => c.Outcome == KitOutcome.Failed) ? 1 : 0;

static int Count(IEnumerable<KitCase> cases, KitOutcome outcome) => cases.Count(c => c.Outcome == outcome);
