using Genggam.Standards.Bpmn;

namespace Genggam.Standards.Tests.Bpmn;

public sealed class ShippedProcessTests
{
    public static TheoryData<string> Files => Shipped.Files("*.bpmn");

    [Theory]
    [MemberData(nameof(Files))]
    public void A_shipped_process_is_read_and_sound(string file)
    {
        var reading = BpmnReader.Read(File.ReadAllText(file), Path.GetFileName(file));
        Assert.Empty(reading.Problems);
        Assert.Empty(BpmnCheck.Structure(reading.Value!));
        Assert.All(reading.Value!.Nodes, node => Assert.Empty(node.Demands));
    }
}
