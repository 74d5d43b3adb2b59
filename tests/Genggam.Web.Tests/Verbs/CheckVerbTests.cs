using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Verbs;

/// <summary>A folder or a single file checked at a prompt.</summary>
public sealed class CheckVerbTests : IDisposable
{
    private static readonly string Shipped = Path.Combine(Host.Root, "services");

    private readonly string folder = Directory.CreateTempSubdirectory("genggam-check-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("kelayakan.dmn")]
    [InlineData("process.bpmn")]
    [InlineData("cek.form")]
    public async Task A_single_file_is_checked_by_itself(string file)
    {
        var ended = await Prompt.Genggam("check", Path.Combine(Shipped, "akta-kelahiran", file));

        Assert.Equal(0, ended.Code);
        Assert.EndsWith(
            $"{file} passes: checked by itself, without its service\n",
            ended.Printed,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("kelayakan.dmn", "hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"", "DMN-102")]
    [InlineData("kelayakan.dmn", "<text>\"ya\"</text>", "<text>(\"ya\"</text>", "is not closed.")]
    [InlineData("process.bpmn", "<bpmn:process ", "<bpmn:proces ", "BPMN-")]
    [InlineData("cek.form", "\"components\"", "components", "FORM-001")]
    public async Task What_is_wrong_in_a_single_file_is_told_with_its_place(
        string file,
        string right,
        string wrong,
        string said
    )
    {
        var text = await Text(Path.Combine(Shipped, "akta-kelahiran", file));
        Assert.Contains(right, text, StringComparison.Ordinal);
        var path = Path.Combine(folder, file);
        await File.WriteAllTextAsync(
            path,
            text.Replace(right, wrong, StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );

        var ended = await Prompt.Genggam("check", path);

        Assert.Equal(1, ended.Code);
        Assert.StartsWith($"{path}", ended.Printed, StringComparison.Ordinal);
        Assert.Contains(said, ended.Printed, StringComparison.Ordinal);
        Assert.Contains($"{file} fails", ended.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warning_says_that_it_is_one_and_stops_nothing()
    {
        var text = await Text(Path.Combine(Shipped, "akta-kelahiran", "process.bpmn"));
        var path = Path.Combine(folder, "process.bpmn");
        var without = text.Replace(
            " default=\"flow_bukti_lengkap_periksa_keterlambatan\"",
            "",
            StringComparison.Ordinal
        );
        Assert.NotEqual(text, without);
        await File.WriteAllTextAsync(path, without, TestContext.Current.CancellationToken);

        var ended = await Prompt.Genggam("check", path);

        Assert.Equal(0, ended.Code);
        Assert.Contains("BPMN-113", ended.Printed, StringComparison.Ordinal);
        Assert.Contains(" (warning)\n", ended.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_another_file_the_folder_is_named()
    {
        var path = Path.Combine(Shipped, "akta-kelahiran", "service.yaml");

        var ended = await new Prompt(Path.GetDirectoryName(path)!).Start(["check", "service.yaml"]);

        Assert.Equal(1, ended.Code);
        Assert.EndsWith(
            $"genggam check {Path.GetDirectoryName(path)}",
            ended.Printed.TrimEnd(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_folder_that_holds_no_service_is_not_named_in_place_of_a_file()
    {
        var path = Path.Combine(folder, "notes.txt");
        await File.WriteAllTextAsync(path, "", TestContext.Current.CancellationToken);

        var ended = await Prompt.Genggam("check", path, Path.Combine(folder, "nosuch.dmn"));

        Assert.Equal(1, ended.Code);
        Assert.Contains(
            $"{path}: SVC-005 Only a .dmn, .bpmn or .form is checked by itself. Name one of these, or the folder of a service.\n",
            ended.Printed,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "nosuch.dmn: SVC-004 There is no such file or folder.",
            ended.Printed,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("kelayakan.dmn", "B.DMN")]
    [InlineData("process.bpmn", "Process.Bpmn")]
    [InlineData("cek.form", "CEK.FORM")]
    public async Task A_file_may_end_in_capitals(string file, string called)
    {
        var path = Path.Combine(folder, called);
        File.Copy(Path.Combine(Shipped, "akta-kelahiran", file), path);

        var ended = await Prompt.Genggam("check", path);

        Assert.Equal(0, ended.Code);
        Assert.EndsWith(
            $"{called} passes: checked by itself, without its service\n",
            ended.Printed,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_a_model_imports_may_end_in_capitals()
    {
        const string model = "https://www.omg.org/spec/DMN/20230324/MODEL/";
        var path = Path.Combine(folder, "m.dmn");
        await File.WriteAllTextAsync(
            path,
            $"""
            <definitions xmlns="{model}" name="m" namespace="urn:m">
              <import name="b" namespace="urn:b" importType="{model}"/>
            </definitions>
            """,
            TestContext.Current.CancellationToken
        );
        await File.WriteAllTextAsync(
            Path.Combine(folder, "B.DMN"),
            $"""<definitions xmlns="{model}" name="b" namespace="urn:b"/>""",
            TestContext.Current.CancellationToken
        );

        Assert.Equal(0, (await Prompt.Genggam("check", path)).Code);
    }

    [Fact]
    public async Task Agencies_that_cannot_be_read_are_told_once_by_their_own_path()
    {
        Copy(Shipped, folder);
        var agencies = Path.Combine(folder, "agencies.yaml");
        await File.WriteAllTextAsync(agencies, "agencies: [\n", TestContext.Current.CancellationToken);
        string[] services = [Path.Combine(folder, "akta-kelahiran"), Path.Combine(folder, "nib-mikro-risiko-rendah")];

        var ended = await Prompt.Genggam(["check", .. services]);

        Assert.Equal(1, ended.Code);
        var told = Assert.Single(
            ended.Printed.Split('\n'),
            line => line.Contains("agencies.yaml", StringComparison.Ordinal)
        );
        Assert.StartsWith($"{agencies}:2:1: AGENCY-101", told, StringComparison.Ordinal);
        Assert.Contains("akta-kelahiran passes", ended.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agency_that_there_is_not_and_a_step_that_differs_are_told_as_a_person_counts()
    {
        Copy(Shipped, folder);
        var example = Path.Combine(folder, "nib-mikro-risiko-rendah", "examples", "01-warung-makan.yaml");
        var text = await Text(example);
        var wrong = text.Replace("agency: bkpm", "agency: bkpn", StringComparison.Ordinal)
            .Replace("outcome: granted", "outcome: rejected", StringComparison.Ordinal);
        await File.WriteAllTextAsync(example, wrong, TestContext.Current.CancellationToken);

        var ended = await Prompt.Genggam("check", Path.Combine(folder, "nib-mikro-risiko-rendah"));

        Assert.Equal(1, ended.Code);
        Assert.Contains(
            "SVC-123 There is no agency bkpn in agencies.yaml: did you mean bkpm?",
            ended.Printed,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "01-warung-makan.yaml: then: expected outcome rejected",
            ended.Printed,
            StringComparison.Ordinal
        );
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static Task<string> Text(string path) => File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
}
