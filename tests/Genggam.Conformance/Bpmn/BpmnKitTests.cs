namespace Genggam.Conformance.Bpmn;

public sealed class BpmnKitTests
{
    public static TheoryData<string> Models()
    {
        var data = new TheoryData<string>();
        foreach (var model in Kits.Bpmn is { } root ? Betsy.Expected(root).Keys : [""])
            data.Add(model);
        return data;
    }

    [Theory]
    [MemberData(nameof(Models), DisableDiscoveryEnumeration = true)]
    public void A_model_leaves_the_marks_expected_or_is_refused_by_the_name_of_its_element(string model)
    {
        var root = Kits.Bpmn;
        Assert.SkipWhen(root is null, "The process kit is not in shared/conformance/bpmn-betsy beside this checkout.");

        if (Betsy.Refused(root, model) is not null)
            return;
        Assert.All(Betsy.Run(root, model, Betsy.Expected(root)[model]), result => Assert.Null(result.Failure));
    }

    [Fact]
    public void All_but_seventeen_cases_can_be_run()
    {
        var root = Kits.Bpmn;
        Assert.SkipWhen(root is null, "The process kit is not in shared/conformance/bpmn-betsy beside this checkout.");
        var refused = Betsy.Expected(root).Where(m => Betsy.Refused(root, m.Key) is not null).Sum(m => m.Value.Length);
        Assert.True(refused <= 17, $"{refused} cases are refused.");
    }
}
