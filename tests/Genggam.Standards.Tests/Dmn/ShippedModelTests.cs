using System.Xml.Linq;

namespace Genggam.Standards.Tests.Dmn;

public sealed class ShippedModelTests
{
    public static TheoryData<string> Files => Shipped.Files("*.dmn");

    /// <summary>bpmn.io and Camunda open no other namespace than that of DMN 1.3.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void A_shipped_model_opens_in_the_modellers_that_most_owners_have(string file)
    {
        var root = XDocument.Load(file).Root!;

        Assert.Equal("https://www.omg.org/spec/DMN/20191111/MODEL/", root.Name.NamespaceName);
        Assert.NotNull(root.Element(XName.Get("DMNDI", "https://www.omg.org/spec/DMN/20191111/DMNDI/")));
    }
}
