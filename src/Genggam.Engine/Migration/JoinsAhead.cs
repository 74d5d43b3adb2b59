using Genggam.Standards.Bpmn;

namespace Genggam.Engine;

/// <summary>
/// Parallel joins that would wait for ever: a token comes to them, but by one of their flows none can. Seen where a case
/// is put into the middle of a process whose branches it did not take.
/// </summary>
internal static class JoinsAhead
{
    /// <summary>The ids of such joins.</summary>
    public static IEnumerable<string> Stuck(ProcessModel process, IEnumerable<Token> tokens)
    {
        foreach (var around in tokens.GroupBy(t => t.Scope))
        {
            var here = around.ToList();
            var level = process.LevelOf(here[0].Element);
            foreach (var join in level.Nodes.OfType<ParallelGateway>())
            {
                var incoming = level.Incoming(join.Id).ToList();
                if (incoming.Count < 2)
                    continue;
                var comes = incoming.FindAll(f => Comes(level, join, f, here));
                if (comes.Count > 0 && comes.Count < incoming.Count)
                    yield return join.Id;
            }
        }
    }

    /// <summary>A token waits at the join by this flow, or can still come by it.</summary>
    private static bool Comes(ProcessModel level, ParallelGateway join, SequenceFlow flow, List<Token> tokens)
    {
        var before = level.Before([flow], join.Id);
        return tokens.Exists(t => t.Element == join.Id ? t.Flow == flow.Id : before.Contains(t.Element));
    }
}
