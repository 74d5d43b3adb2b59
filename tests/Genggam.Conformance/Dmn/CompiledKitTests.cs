using Genggam.Standards.Dmn;
using Genggam.Standards.Dmn.Compiled;
using Genggam.Standards.Dmn.Kit;
using Genggam.Standards.Feel;

namespace Genggam.Conformance.Dmn;

/// <summary>Every test of the kit, decided by the compiled form of its model and by the interpreter.</summary>
public sealed class CompiledKitTests
{
    [Fact]
    public void A_compiled_model_decides_every_test_like_the_interpreted_one()
    {
        var kit = Kits.Dmn;
        Assert.SkipWhen(kit is null, "The DMN kit is not in shared/conformance/dmn-tck beside this checkout.");
        var environment = new FeelEnvironment(DateTimeOffset.UnixEpoch);
        var compared = 0;
        foreach (var folder in DmnKitFolder.All(kit))
        {
            var sources = Directory
                .EnumerateFiles(folder)
                .Where(path => Path.GetExtension(path) is ".dmn" or ".xml")
                .Select(path => new DmnSource(Path.GetFileName(path), File.ReadAllText(path)))
                .ToList();
            foreach (var source in sources.Where(s => DmnKit.IsTestFile(s.File)))
            {
                var file = KitFile.Read(source.File, source.Xml);
                var models = sources.Where(s => s.File.EndsWith(".dmn", StringComparison.Ordinal)).ToList();
                var main = models.First(s => s.File == file.Model);
                if (DmnReader.Read(main.Xml, main.File, models.Where(m => m != main)).Value is not { } model)
                    continue;
                var compiled = new CompiledModel(model);
                foreach (var test in file.Tests)
                foreach (var name in test.Results.Select(r => test.Service ?? r.Name))
                {
                    var one = model.Interpret(name, test.Inputs, environment);
                    var other = compiled.Decide(name, test.Inputs, environment);
                    Assert.Equal(FeelJson.Plain(one.Value), FeelJson.Plain(other.Value));
                    Assert.Equal(one.Warnings.Select(w => w.ToString()), other.Warnings.Select(w => w.ToString()));
                    Assert.Equal(one.Fired.Select(f => f.Index), other.Fired.Select(f => f.Index));
                    compared++;
                }
            }
        }
        Assert.True(compared > 2_000, $"{compared} compared");
    }
}
