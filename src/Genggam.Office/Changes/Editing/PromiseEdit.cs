using System.Collections.Immutable;
using System.Text;

namespace Genggam.Office.Changes;

/// <summary>What a service promises, as plain values of <c>service.yaml</c>.</summary>
public static class PromiseEdit
{
    /// <summary>The file that the values stand in.</summary>
    public const string File = "service.yaml";

    /// <summary>Values that are changed on a page of their own, each with what it may be; empty where that is open.</summary>
    public static readonly ImmutableArray<(string Path, ImmutableArray<string> Choices)> Values =
    [
        ("edition", []),
        ("fee.amount", []),
        ("fee.legal_basis", []),
        ("time_limit.amount", []),
        ("time_limit.unit", ["minutes", "hours", "working-hours", "working-days", "calendar-days"]),
        ("time_limit.legal_basis", []),
        ("deemed_approval.applies", ["true", "false"]),
        ("retention.years", []),
        ("retention.may_erase", ["true", "false"]),
        ("drafts_on_new_release", ["keep", "upgrade"]),
        ("returns.without_supervisor", []),
    ];

    /// <summary>The values as they are; what the file does not say is not among them.</summary>
    public static ImmutableSortedDictionary<string, string> Read(Draft draft) => Read(draft.Parts);

    internal static ImmutableSortedDictionary<string, string> Read(
        ImmutableSortedDictionary<string, ImmutableArray<byte>> parts
    ) =>
        (parts.TryGetValue(File, out var yaml) ? YamlEdit.Read(Encoding.UTF8.GetString(yaml.AsSpan())) : null)
        ?? ImmutableSortedDictionary<string, string>.Empty;

    public static EditOutcome Change(Draft draft, IEnumerable<TypedValue> values)
    {
        if (draft.Text(File) is not { } yaml)
            return EditOutcome.No(ChangeRefusal.Unknown);
        foreach (var value in values.Where(v => v.Now != v.Was))
        {
            if (Values.FirstOrDefault(v => v.Path == value.Id) is not { Path: { } path, Choices: var choices })
                return EditOutcome.No(ChangeRefusal.Unfit, value.Id);
            var there = YamlEdit.Read(yaml)?.GetValueOrDefault(path) ?? "";
            if (there == value.Now)
                continue;
            if (there != value.Was)
                return EditOutcome.No(ChangeRefusal.Conflict, path, there);
            if (
                (!choices.IsEmpty && !choices.Contains(value.Now))
                || YamlEdit.Set(yaml, path, value.Now) is not { } edited
            )
                return EditOutcome.No(ChangeRefusal.CannotEdit, path, File);
            yaml = edited;
        }
        return EditOutcome.Of(File, yaml);
    }
}
