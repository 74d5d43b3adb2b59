using System.Collections.Immutable;
using Genggam.Standards;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>What expressions see, and where what they give is written (BPMN 2.0, 10.4).</summary>
internal sealed partial class ProcessRun
{
    /// <summary>Warnings that a case keeps.</summary>
    private const int MaxWarnings = 20;

    /// <summary>Lays a value over the innermost scope that has a variable of that name; without one, over the case data.</summary>
    /// <param name="path">A variable, or a dotted path into one.</param>
    public void Write(string? path, FeelValue value, int? scope)
    {
        if (path is null)
            return;
        var values = new Personal(FeelContext.Empty.WithAt(path, value));
        var name = path.Split('.')[0];
        while (scope is { } id)
        {
            var here = State.Scopes[id];
            var noted = NotesWrites(here, name);
            if (noted || here.Locals.TryGet(name, out _) || KeepsWrites(here))
            {
                Emit(new CaseEvent.LocalsWritten(id, values));
                if (!noted)
                    return;
            }
            scope = here.Parent;
        }
        Emit(new CaseEvent.DataWritten(values));
    }

    private FeelValue Evaluate(FeelText text, int? scope, FeelContext? also = null) =>
        Evaluate(text, scope, out _, also);

    /// <param name="failed">Where the value is null because it could not be computed: number and place of why.</param>
    private FeelValue Evaluate(FeelText text, int? scope, out string? failed, FeelContext? also = null)
    {
        failed = null;
        if (text.Parsed?.Evaluate(WithCase(Visible(scope, also)), Environment) is not { } result)
            return FeelValue.Null;
        // The first says why; those after it follow from it.
        if (result.Value.IsNull && Warn(result.Warnings.Take(1)) is [var first])
            failed = first;
        if (!HoldsFunction(result.Value))
            return result.Value;
        if (Warn([new Problem(Incidents.NoValue, "A function is no data.", text.At)]) is [var function])
            failed = function;
        return FeelValue.Null;
    }

    /// <summary>Functions are not data: neither the case nor its journal can keep one.</summary>
    private static bool HoldsFunction(FeelValue value) => value.Anywhere(v => v is FeelFunction);

    private bool Holds(FeelText condition, int? scope, FeelContext? also = null)
    {
        var value = Evaluate(condition, scope, also);
        if (value is not (FeelBoolean or FeelNull))
            Warn([new Problem(Incidents.NoValue, "A condition is neither true nor false.", condition.At)]);
        return value is FeelBoolean { Value: true };
    }

    /// <summary>Keeps in the case, once each, why a value is missing; number and place, for what is said may quote data.</summary>
    private ImmutableArray<string> Warn(IEnumerable<Problem> problems)
    {
        if (World.Level < EngineLevel.Three)
            return [];
        ImmutableArray<string> said = [.. problems.Select(p => $"{p.Number} {p.Place}").Distinct()];
        var unsaid = said.Except(State.Warnings).Take(MaxWarnings - State.Warnings.Length).ToImmutableArray();
        if (!unsaid.IsEmpty)
            Emit(new CaseEvent.Warned(unsaid));
        return said;
    }

    /// <summary>The case data with the variables of the scopes over it, the inner ones last.</summary>
    private FeelContext Visible(int? scope, FeelContext? also = null)
    {
        if (scope is not { } id)
            return Over(State.Data, also);
        var here = State.Scopes[id];
        var around = ReadsAround(here) ? Visible(here.Parent) : Handed(here);
        return Over(Over(around, here.Locals), also);
    }

    private static FeelContext Over(FeelContext below, FeelContext? above)
    {
        foreach (var name in above is null ? [] : above.Names)
            below = below.With(name, above![name]);
        return below;
    }

    private bool KeepsWrites(Scope scope) =>
        scope.Kind == ScopeKind.Body && Node(scope.Element) is CallActivity { Writes: false };

    /// <summary>What a called process writes around itself it must see, also where it sees nothing else there.</summary>
    private bool NotesWrites(Scope scope, string name) =>
        World.Level >= EngineLevel.Three
        && scope.Kind == ScopeKind.Body
        && Node(scope.Element) is CallActivity { Reads: false, Writes: true } call
        && !Process.Inside(call)!.Declares.Contains(name);

    /// <summary>What a call hands to a process that sees nothing else of its caller: its inputs.</summary>
    private FeelContext Handed(Scope body) =>
        World.Level >= EngineLevel.Three && InstanceOf((Activity)Node(body.Element), body.Parent) is { } instance
            ? instance.Locals
            : FeelContext.Empty;

    private bool ReadsAround(Scope scope) =>
        scope.Kind != ScopeKind.Body || Node(scope.Element) is not CallActivity { Reads: false };

    /// <summary>The case itself stands under <c>berkas</c>.</summary>
    private FeelContext WithCase(FeelContext data) => data.With(HiddenNames.OfCase, OwnFacts.Of(World, State, at));

    /// <summary>What the mappings of a node say, or what came with an event under the node's own name.</summary>
    private void MapOut(FlowNode node, int? from, int? to, FeelContext? came = null)
    {
        foreach (var mapping in node.Outputs)
            Write(mapping.Target, Evaluate(mapping.Source, from, came), to);
        if (node.Outputs.IsEmpty && came is { Names.IsEmpty: false })
            Write(node.Id, came, to);
    }
}
