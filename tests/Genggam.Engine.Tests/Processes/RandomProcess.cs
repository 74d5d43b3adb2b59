using System.Globalization;
using CsCheck;
using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes;

/// <summary>Processes nobody thought of, whole ones and soups, and what is done at random in their cases.</summary>
internal static class RandomProcess
{
    public static void Step(RunningCase running, Random random)
    {
        var open = running.State.Tasks.Values.ToList();
        switch (random.Next(5))
        {
            case 0 when running.State.Timers.Values.MinBy(t => t.Due) is { } timer:
                running.Now = timer.Due > running.Now ? timer.Due : running.Now;
                running.Do(new Command.TimerDue(timer.Id), Actor.System);
                break;
            case 1:
                running.Tell("m");
                break;
            case 2 when running.State.Incidents.Values.FirstOrDefault() is { } incident:
                running.Do(new Command.Retry(incident.Element), RunningCase.Supervisor);
                break;
            case 3 when running.State.Awaited.Values.FirstOrDefault() is { } awaited:
                running.Do(new Command.EffectFailed(awaited.Effect, "x") { Code = "R" }, Actor.System);
                break;
            default:
                if (open.Count > 0)
                    running.Do(open[random.Next(open.Count)].Element);
                break;
        }
    }

    /// <summary>Everything that hangs on something hangs on something that is there.</summary>
    public static void Whole(Case state)
    {
        Assert.All(state.Tokens.Values, t => Assert.True(t.Scope is not { } s || state.Scopes.ContainsKey(s)));
        Assert.All(state.Scopes.Values, s => Assert.True(s.Parent is not { } p || state.Scopes.ContainsKey(p)));
        Assert.All(state.Scopes.Values, s => Assert.True(s.Token is not { } t || state.Tokens.ContainsKey(t)));
        Assert.All(state.Tasks.Values, t => Assert.Contains(t.Token, state.Tokens.Keys));
        Assert.All(state.Timers.Values, t => Assert.True(t.Token == 0 || state.Tokens.ContainsKey(t.Token)));
        Assert.All(state.Awaited.Values, a => Assert.Contains(a.Token, state.Tokens.Keys));
        Assert.All(state.Subscriptions.Values, s => Assert.True(s.Token is not { } t || state.Tokens.ContainsKey(t)));
        Assert.True(state.Tokens.Count > 0 || state.Scopes.Count > 0);
    }

    /// <param name="ways">Draws the flows and what is attached; the elements are the first one's.</param>
    public static string Soup(Random random, int size, Random? ways = null)
    {
        var ids = Enumerable.Range(0, size).Select(i => string.Create(CultureInfo.InvariantCulture, $"n{i}")).ToList();
        string Any() => ids[random.Next(size)];
        var elements = string.Concat(ids.Select(id => Element(id, random)));
        random = ways ?? random;
        var flows = Enumerable
            .Range(0, size + random.Next(size))
            .Select(_ => $"{Any()}-{Any()}")
            .Append($"s-{ids[0]}")
            .Distinct();
        var attached = string.Concat(
            Enumerable
                .Range(0, random.Next(3))
                .Select(i => Boundary($"b{i}", Any(), Definition(random), random.Next(2) == 0))
        );
        return Process(
            string.Join(' ', flows),
            Start() + elements + attached,
            "<message id=\"m\" name=\"m\"/><signal id=\"k\" name=\"k\"/><error id=\"r\" errorCode=\"R\"/><escalation id=\"n\" escalationCode=\"N\"/>"
        );
    }

    private static string Definition(Random random) =>
        random.Next(7) switch
        {
            0 => After("PT1H"),
            1 => Every("R2/PT1H"),
            2 => Event("message", "m"),
            3 => Event("signal", "k"),
            4 => When("jejak != null"),
            5 => Event("error", random.Next(2) == 0 ? "r" : null),
            _ => Event("escalation", "n"),
        };

    private static string Element(string id, Random random)
    {
        var inner = $"{id}s-{id}t {id}t-{id}e";
        return random.Next(16) switch
        {
            0 or 1 => Task(id),
            2 => Script(id, "n", "1"),
            3 => $"<exclusiveGateway id=\"{id}\"/>",
            4 => $"<parallelGateway id=\"{id}\"/>",
            5 => $"<inclusiveGateway id=\"{id}\"/>",
            6 => Catch(id, random.Next(2) == 0 ? After("PT1H") : Event("message", "m")),
            7 => ThrowEvent(id, random.Next(2) == 0 ? Event("signal", "k") : Event("escalation", "n")),
            8 => End(id, random.Next(3) == 0 ? "<terminateEventDefinition/>" : ""),
            9 => End(id, Event("error", "r")),
            10 => Sub(id, inner, Start($"{id}s") + Task($"{id}t") + End($"{id}e", Event("error", "r"))),
            11 => Sub(
                id,
                inner,
                Start($"{id}s") + Script($"{id}t", "n", "1") + End($"{id}e", Event("escalation", "n"))
            ),
            12 => Sub(
                id,
                inner,
                $"<startEvent id=\"{id}s\" isInterrupting=\"{(random.Next(2) == 0 ? "true" : "false")}\">{Definition(random)}</startEvent>"
                    + Task($"{id}t")
                    + End($"{id}e"),
                "triggeredByEvent=\"true\""
            ),
            13 => Task(
                id,
                "<multiInstanceLoopCharacteristics><loopCardinality>=2</loopCardinality></multiInstanceLoopCharacteristics>"
            ),
            14 => Sub(
                id,
                inner,
                "<multiInstanceLoopCharacteristics isSequential=\"true\"><loopCardinality>=2</loopCardinality></multiInstanceLoopCharacteristics>"
                    + Start($"{id}s")
                    + Script($"{id}t", "n", "1")
                    + End($"{id}e")
            ),
            _ =>
                $"<serviceTask id=\"{id}\"><extensionElements><zeebe:taskDefinition type=\"issue-document\"/><zeebe:taskHeaders><zeebe:header key=\"letter\" value=\"izin\"/></zeebe:taskHeaders></extensionElements></serviceTask>",
        };
    }

    public sealed class Drawing
    {
        private int last;

        public string Flows { get; set; } = "";
        public string Elements { get; set; } = "";

        public string New(Func<string, string> element)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"n{++last}");
            Elements += element(id);
            return id;
        }

        public void Flow(string from, string to) => Flows += $" {from}-{to}";
    }

    /// <summary>A part of a process with one way in and one way out.</summary>
    public abstract record Block
    {
        public abstract (string First, string Last) Draw(Drawing on);
    }

    private sealed record One(int Kind) : Block
    {
        public override (string First, string Last) Draw(Drawing on)
        {
            var id = on.New(id =>
                Kind switch
                {
                    0 => Task(id),
                    1 => Mark(id),
                    2 => Catch(id, After("PT1H")),
                    3 => Task(
                        id,
                        "<multiInstanceLoopCharacteristics><loopCardinality>=2</loopCardinality></multiInstanceLoopCharacteristics>"
                    ),
                    _ => Script(id, "n", "1", "<standardLoopCharacteristics loopMaximum=\"3\"/>"),
                }
            );
            return (id, id);
        }
    }

    private sealed record Sequence(Block A, Block B) : Block
    {
        public override (string First, string Last) Draw(Drawing on)
        {
            var (a, b) = (A.Draw(on), B.Draw(on));
            on.Flow(a.Last, b.First);
            return (a.First, b.Last);
        }
    }

    private sealed record Split(string Gateway, Block A, Block B) : Block
    {
        public override (string First, string Last) Draw(Drawing on)
        {
            var split = on.New(id => $"<{Gateway} id=\"{id}\"/>");
            var join = on.New(id => $"<{Gateway} id=\"{id}\"/>");
            foreach (var part in new[] { A.Draw(on), B.Draw(on) })
            {
                on.Flow(split, part.First);
                on.Flow(part.Last, join);
            }
            return (split, join);
        }
    }

    private sealed record Within(Block Inside, int Loop) : Block
    {
        public override (string First, string Last) Draw(Drawing on)
        {
            var inner = new Drawing();
            var (first, last) = Inside.Draw(inner);
            var id = on.New(_ => "");
            string Renamed(string text) => text.Replace("\"n", $"\"{id}n", StringComparison.Ordinal);
            var loop =
                Loop == 0
                    ? ""
                    : $"<multiInstanceLoopCharacteristics isSequential=\"{(Loop == 1 ? "true" : "false")}\"><loopCardinality>=2</loopCardinality></multiInstanceLoopCharacteristics>";
            var flows = Drawn
                .Flows($"s-{first} {last}-e {inner.Flows}")
                .Replace("\"s\"", $"\"{id}s\"", StringComparison.Ordinal)
                .Replace("\"e\"", $"\"{id}e\"", StringComparison.Ordinal)
                .Replace("id=\"s_", $"id=\"{id}s_", StringComparison.Ordinal);
            on.Elements +=
                $"<subProcess id=\"{id}\">{loop}{Start($"{id}s")}{End($"{id}e")}{Renamed(inner.Elements)}{Renamed(flows)}</subProcess>";
            return (id, id);
        }
    }

    private static readonly string[] Gateways = ["parallelGateway", "inclusiveGateway", "exclusiveGateway"];

    public static Gen<Block> Blocks(int depth)
    {
        var one = Gen.Int[0, 4].Select(kind => (Block)new One(kind));
        if (depth == 0)
            return one;
        var inner = Blocks(depth - 1);
        return Gen.OneOf(
            one,
            Gen.Select(inner, inner, (a, b) => (Block)new Sequence(a, b)),
            Gen.Select(Gen.Int[0, 2], inner, inner, (kind, a, b) => (Block)new Split(Gateways[kind], a, b)),
            Gen.Select(inner, Gen.Int[0, 2], (a, loop) => (Block)new Within(a, loop))
        );
    }
}
