using Genggam.Standards.Bpmn;

namespace Genggam.Standards.Tests.Bpmn;

/// <summary>Models of others, read in place: the folder named by GENGGAM_CONFORMANCE, or one beside the repository.</summary>
public sealed class ConformanceModelTests
{
    public static TheoryData<string> Models()
    {
        var data = new TheoryData<string>();
        var files = Folder() is { } folder ? Directory.GetFiles(folder, "*.bpmn", SearchOption.AllDirectories) : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
            data.Add(file);
        if (files.Length == 0)
            data.Add("");
        return data;
    }

    [Theory]
    [MemberData(nameof(Models), DisableDiscoveryEnumeration = true)]
    public void Every_conformance_model_is_read_and_checked(string file)
    {
        Assert.SkipWhen(file.Length == 0, "No folder conformance/bpmn-betsy: set GENGGAM_CONFORMANCE to its parent.");
        var reading = BpmnReader.Read(File.ReadAllText(file), Path.GetFileName(file));
        Assert.NotNull(reading.Value);
        // Scripts and conditions there are not FEEL; everything else must be known.
        string[] structure = ["BPMN-003", "BPMN-004", "BPMN-008", "BPMN-011", "BPMN-013", "BPMN-014"];
        Assert.DoesNotContain(reading.Problems, p => structure.Contains(p.Number));
        // Models of the folder errors are meant to be wrong.
        var isWrong = Path.GetFileName(Path.GetDirectoryName(file)) == "errors";
        Assert.DoesNotContain(
            BpmnCheck.Structure(reading.Value),
            p => p.Number is "BPMN-102" or "BPMN-103" || p.Number == "BPMN-116" && !isWrong
        );
    }

    private static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("GENGGAM_CONFORMANCE") is { Length: > 0 } named)
            return Existing(named);
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (
                (
                    Existing(Path.Combine(at.FullName, "conformance"))
                    ?? Existing(Path.Combine(at.FullName, "shared", "conformance"))
                ) is
                { } found
            )
                return found;
        return null;
    }

    private static string? Existing(string conformance) =>
        Path.Combine(conformance, "bpmn-betsy") is var folder && Directory.Exists(folder) ? folder : null;
}
