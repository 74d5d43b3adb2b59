using System.Text;
using Genggam.Engine;
using Genggam.Office.Catalogue;

namespace Genggam.Office.Changes.Sandbox;

/// <summary>Walks that become examples of their draft.</summary>
public sealed class WalkExamples(ChangeDesk changes)
{
    /// <summary>Writes the walk into the draft as an example that says how it ended.</summary>
    /// <param name="path">The file that it became.</param>
    public async Task<(WalkRefusal? No, ChangeResult? Result, string Path)> Save(Walk walk, string name, Actor by)
    {
        if (walk.Broken is { } broken)
            return (new WalkRefusal(WalkRefusal.Broken, WalkDesk.Number(broken)), null, "");
        if (
            walk.Moments.IsEmpty
            || !walk.Case.Incidents.IsEmpty
            || name.Trim().Length is 0 or > ChangeDesk.LongestTitle
        )
            return (new WalkRefusal(WalkRefusal.NothingToSave), null, "");
        var path = ExampleFileName.Next(walk.Draft.Parts.Keys, name);
        var bytes = Encoding.UTF8.GetBytes(ExampleText.Write(AsExample(walk, name.Trim())));
        var files = new Dictionary<string, byte[]?>(StringComparer.Ordinal) { [path] = bytes };
        return (null, await changes.Save(walk.Draft.Change.Id, walk.Draft.Change.Steps, files, by), path);
    }

    internal static Example AsExample(Walk walk, string name)
    {
        var end = walk.Told.End;
        var isOpen = walk.Case.Status == CaseStatus.Open;
        return walk.Paper.Told with
        {
            Name = name,
            Then = end with
            {
                Waiting = isOpen ? end.Waiting : null,
                Documents = walk.Case.Status == CaseStatus.New ? null : end.Documents,
                Deadline = isOpen ? end.Deadline : null,
            },
        };
    }
}
