using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Genggam.Standards;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Engine;

/// <summary>
/// What people see at a task of the results of decisions and scripts: those that the form of the task reads, or the
/// application's form, which stands beside it. Where the task leads straight to a letter, its draft may show all of them.
/// </summary>
/// <param name="Results">The paths of the data where decisions and scripts write.</param>
/// <param name="Read">Every path that the forms ask for, show or depend on; the empty path is all of the data.</param>
internal sealed record Sight(ImmutableSortedSet<string> Results, ImmutableSortedSet<string> Read)
{
    private static readonly ConditionalWeakTable<Release, ConcurrentDictionary<string, Sight>> Known = [];

    public static Sight At(Release release, string element) =>
        Known.GetOrCreateValue(release).GetOrAdd(element, Of, release);

    public bool Sees(string result) => Read.Any(path => Within(path, result) || Within(result, path));

    private static Sight Of(string element, Release release) =>
        new(
            [.. release.Process.Everything.Select(node => node.ResultPath).OfType<string>()],
            StepsAhead.UntilAsked(release, element).Any(IsLetter)
                ? [""]
                :
                [
                    .. ReadBy(release, (release.Process.Find(element) as UserTask)?.FormId),
                    .. ReadBy(release, release.Service.Apply.Form),
                ]
        );

    private static IEnumerable<string> ReadBy(Release release, string? id)
    {
        if (release.Form(id) is not { } form)
            return [];
        var slots = release
            .Texts.Values.SelectMany(book => book.Entries)
            .Where(text => text.Key.StartsWith($"forms.{form.Id}.", StringComparison.Ordinal))
            .SelectMany(text => FormTemplate.Parse(text.Value, new Place(text.Key)).Value?.Slots ?? []);
        return form
            .Expressions.Concat(slots)
            .SelectMany(expression => expression.Paths)
            .Select(path => path.Root is "parent" or "_parent_" ? string.Join('.', path.Members) : path.ToString())
            .Concat(form.Fields.Select(field => field.Key));
    }

    private static bool IsLetter(FlowNode node) => node is ServiceTask { Type: ServiceKinds.IssueDocument };

    private static bool Within(string path, string whole) =>
        whole.Length == 0 || path == whole || path.StartsWith(whole + ".", StringComparison.Ordinal);
}
