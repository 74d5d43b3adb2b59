using System.Collections.Immutable;
using System.Text;
using Genggam.Engine;
using Genggam.Standards;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Dmn;
using Genggam.Standards.Forms;

namespace Genggam.Office.Catalogue;

/// <summary>Reads a service folder into a release. Shared files (legal bases, letter layout) are pinned into it.</summary>
public static class ServiceFolder
{
    /// <summary>Where the overlays of regions stand in the folder, each under the code of its region.</summary>
    internal const string Overlaid = "overlays";

    /// <summary>Bytes of a file of a folder, however it comes.</summary>
    internal const int MaxFile = 2 * 1024 * 1024;

    /// <param name="folder">The folder that holds <c>service.yaml</c>; shared files stand beside it.</param>
    public static Reading<Release> Read(string folder)
    {
        var problems = new List<Problem>();
        var parts = Parts(folder, problems);
        return parts.ContainsKey("service.yaml")
            ? new Reading<Release>(FromParts(parts, problems), problems)
            : new Reading<Release>(
                null,
                [.. problems, new Problem("SVC-001", "There is no service.yaml in the folder.", new Place(folder))]
            );
    }

    /// <summary>The same release again, from its stored parts.</summary>
    public static Release FromParts(
        ImmutableSortedDictionary<string, ImmutableArray<byte>> parts,
        List<Problem> problems
    )
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, TextBook>(StringComparer.Ordinal);
        var forms = ImmutableSortedDictionary.CreateBuilder<string, FormModel>(StringComparer.Ordinal);
        var decisions = ImmutableSortedDictionary.CreateBuilder<string, DmnModel>(StringComparer.Ordinal);
        var called = new List<ProcessModel>();
        foreach (var (path, bytes) in parts)
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (path.StartsWith("texts/", StringComparison.Ordinal))
                texts[name] = SharedYaml.Texts(name, Text(bytes), path, problems);
            else if (path.EndsWith(".form", StringComparison.Ordinal))
                Keep(FormReader.Read(Text(bytes), path), form => forms[name] = form, problems);
            else if (path.EndsWith(".bpmn", StringComparison.Ordinal) && path != "process.bpmn")
                Keep(BpmnReader.Read(Text(bytes), path), called.Add, problems);
            else if (path.EndsWith(".dmn", StringComparison.Ordinal))
                Keep(
                    DmnReader.Read(Text(bytes), path, Models(parts).Where(m => m.File != path)),
                    model =>
                    {
                        foreach (var decision in model.Decisions)
                            decisions[decision.Id] = model;
                    },
                    problems
                );
        }
        var process = parts.TryGetValue("process.bpmn", out var bpmn)
            ? Keep(BpmnReader.Read(Text(bpmn), "process.bpmn"), _ => { }, problems)
            : null;
        if (process is null && !parts.ContainsKey("process.bpmn"))
            problems.Add(new Problem("SVC-002", "There is no process.bpmn in the folder.", new Place("process.bpmn")));
        return new Release(
            ReleaseHash.Of(parts),
            ServiceYaml.Read(Text(parts["service.yaml"]), problems),
            process?.Calling([.. called.SelectMany(c => c.Callable.Values.Prepend(c))]) ?? ProcessModel.Empty,
            decisions.ToImmutable(),
            forms.ToImmutable(),
            texts.ToImmutable(),
            parts.TryGetValue("shared/legal.yaml", out var legal)
                ? SharedYaml.LegalBases(Text(legal), problems)
                : ImmutableSortedDictionary<string, LegalBasis>.Empty,
            parts
        );
    }

    /// <summary>The models of a service, which may import each other.</summary>
    private static IEnumerable<DmnSource> Models(ImmutableSortedDictionary<string, ImmutableArray<byte>> parts) =>
        parts
            .Where(part => part.Key.EndsWith(".dmn", StringComparison.Ordinal))
            .Select(part => new DmnSource(part.Key, Text(part.Value)));

    public static ImmutableArray<Example> Examples(Release release, List<Problem> problems) =>
        [.. ExampleFiles(release).Select(path => ExampleYaml.Read(Text(release.Parts[path]), path, problems))];

    /// <summary>The paths of the examples, in order.</summary>
    internal static IEnumerable<string> ExampleFiles(Release release) =>
        release.Parts.Keys.Where(path => path.StartsWith("examples/", StringComparison.Ordinal));

    private static ImmutableSortedDictionary<string, ImmutableArray<byte>> Parts(string folder, List<Problem> problems)
    {
        var parts = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<byte>>(StringComparer.Ordinal);
        Add(folder, "");
        var services = Path.GetDirectoryName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar))!;
        Add(Path.Combine(services, "shared", "letters"), "shared/letters/");
        if (File.Exists(Path.Combine(services, "legal.yaml")))
            parts["shared/legal.yaml"] = [.. File.ReadAllBytes(Path.Combine(services, "legal.yaml"))];
        return parts.ToImmutable();

        void Add(string root, string prefix)
        {
            if (!Directory.Exists(root))
                return;
            foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
            {
                var path = prefix + Path.GetRelativePath(root, file).Replace('\\', '/');
                // What regions vary are releases of their own, which name this one.
                if (path.StartsWith(Overlaid + "/", StringComparison.Ordinal))
                    continue;
                if (new FileInfo(file).Length > MaxFile)
                    problems.Add(new Problem("SVC-003", "The file is larger than 2 MB.", new Place(path)));
                else
                    parts[path] = [.. File.ReadAllBytes(file)];
            }
        }
    }

    private static T? Keep<T>(Reading<T> reading, Action<T> keep, List<Problem> problems)
        where T : class
    {
        problems.AddRange(reading.Problems);
        if (reading.Value is { } value)
            keep(value);
        return reading.Value;
    }

    private static string Text(ImmutableArray<byte> bytes) => Encoding.UTF8.GetString(bytes.AsSpan());
}
