using System.Collections.Immutable;
using Genggam.Engine;

namespace Genggam.Office.Changes.Sandbox;

/// <summary>Who can play an officer in a walk: two for each role of the service, and who already acted in it.</summary>
public static class WalkCast
{
    private static readonly ImmutableArray<string> Names =
    [
        "siti",
        "budi",
        "hartono",
        "ratna",
        "wayan",
        "yosef",
        "made",
        "intan",
        "joko",
        "dewi",
        "tigor",
        "lestari",
    ];

    /// <summary>Those of the task's role first, then its supervisors, then whoever did a step before.</summary>
    public static ImmutableArray<Actor> For(Walk walk, OpenTask task)
    {
        var service = walk.Release.Service;
        var roles = service
            .Roles.Append(service.Returns.SupervisorRole ?? "")
            .Where(r => r.Length > 0)
            .Distinct()
            .ToList();
        var before = walk
            .Paper.Told.Steps.OfType<ExampleStep.Complete>()
            .Where(s => !s.Roles.IsEmpty)
            .Select(s =>
                Actor.Officer(s.By, walk.Agency, [.. s.Roles.Append(task.Role).Distinct(StringComparer.Ordinal)])
            );
        return
        [
            .. Of(task.Role)
                .Concat(service.Returns.SupervisorRole is { } supervisor ? Of(supervisor) : [])
                .Concat(before)
                .DistinctBy(a => a.Id),
        ];

        IEnumerable<Actor> Of(string role)
        {
            var at = roles.IndexOf(role);
            return Enumerable.Range(0, 2).Select(i => Actor.Officer(Name(2 * Math.Max(at, 0) + i), walk.Agency, role));
        }
    }

    public static Actor? Find(Walk walk, OpenTask task, string? id) => For(walk, task).FirstOrDefault(a => a.Id == id);

    private static string Name(int index) =>
        index < Names.Length ? Names[index] : $"{Names[index % Names.Length]}{index / Names.Length + 1}";
}
