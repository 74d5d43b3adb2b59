using Genggam.Standards.Dmn.Run;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Compiled;

namespace Genggam.Standards.Dmn.Compiled;

/// <summary>A decision with its logic compiled and its requirements at slots.</summary>
internal sealed class CompiledDecision(DmnModel model, Decision source, int index)
{
    private (Func<CompiledRun, FeelValue?> Value, int Slot)[] required = [];
    private BoxCode? logic;
    private CompiledTable? table;
    private (int Input, int Slot)[]? given;
    private int size;

    public Decision Source => source;

    /// <summary>Resolves what the decision requires; decisions may require each other in any order.</summary>
    public void Link(CompiledDecision[] decisions)
    {
        var layout = new FrameLayout();
        var required = new List<(Func<CompiledRun, FeelValue?>, int)>();
        Names? names = null;
        foreach (var reference in source.Requires)
        {
            if (Requirement(reference, decisions) is not var (name, value))
                continue;
            var slot = layout.Next();
            required.Add((value, slot));
            names = new Names(name, slot, names);
        }
        // What stands in a context of an import's name is gathered by the interpreter, all at once.
        if (source.Requires.Any(r => model.Resolve(r).Import is not null))
        {
            required.Clear();
            layout = new FrameLayout();
            names = new Names(null, layout.Next(), null);
            required.Add((run => new ModelRun(model, run.Session).Required(source.Requires), 0));
        }
        var boxes = new BoxCompiler(source.Name, layout);
        if (source.Logic is DecisionTable only)
            (table, logic) = boxes.Compile(only, names);
        else
            logic = source.Logic is { } box ? boxes.Compile(box, names) : null;
        given = Inputs();
        this.required = [.. required];
        size = layout.Size;
    }

    /// <summary>
    /// The same as <see cref="Value"/> for a table of constants over input data, where nothing is to be said of it; null
    /// for all else.
    /// </summary>
    public DmnResult? AtOnce(FeelContext inputs, FeelEnvironment environment)
    {
        if (table is null || given is null)
            return null;
        var frame = new FeelValue?[size];
        foreach (var (input, slot) in given)
        {
            var data = model.Inputs[input];
            var value = inputs.Near(data.Name, input);
            if (!Typing.IsPlainly(value, data.Type))
                return null;
            frame[slot] = value;
        }
        // The decision and its table are a step and a level each.
        return
            table.AtOnce(frame, environment.MaxSteps - 2, environment.MaxDepth - 2, out var fired) is { } found
            && Typing.IsPlainly(found, source.Logic!.Type)
            && Typing.IsPlainly(found, source.Type)
            ? new DmnResult(found, fired, [])
            : null;
    }

    /// <summary>The input data that the decision requires, with their slots; null where it requires anything else.</summary>
    private (int, int)[]? Inputs()
    {
        var places = source
            .Requires.Select(id => model.Inputs.Index().FirstOrDefault(i => i.Item.Id == id, (-1, null!)).Index)
            .ToArray();
        return Array.TrueForAll(places, p => p >= 0) ? [.. places.Select((input, slot) => (input, slot))] : null;
    }

    public FeelValue Value(CompiledRun run)
    {
        if (run.Known(index) is { } known)
            return known;
        var evaluation = run.Evaluation;
        if (!run.Begin(index))
            return evaluation.Warn("DMN-202", $"The decision {source.Name} needs itself.", source.At);
        var value = FeelValue.Null;
        if (evaluation.Enter(source.At))
        {
            var frame = new FeelValue?[size];
            foreach (var (requirement, slot) in required)
                frame[slot] = requirement(run);
            if (logic is not null)
                value = logic(run, frame);
            value = evaluation.Leave(Typing.Typed(evaluation, value, source.Type, source.At), source.At);
        }
        run.End(index);
        return run.Know(index, value);
    }

    private (string Name, Func<CompiledRun, FeelValue?> Value)? Requirement(string id, CompiledDecision[] decisions)
    {
        if (model.Find(id) is { } decision)
        {
            var compiled = decisions.First(d => ReferenceEquals(d.Source, decision));
            return (decision.Name, compiled.Value);
        }
        for (var i = 0; i < model.Inputs.Length; i++)
        {
            var input = i;
            if (model.Inputs[i].Id == id)
                return (model.Inputs[i].Name, run => run.Input(input));
        }
        var name =
            model.Knowledge.FirstOrDefault(k => k.Id == id)?.Name
            ?? model.Services.FirstOrDefault(s => s.Id == id)?.Name;
        return name is null ? null : (name, run => new ModelRun(model, run.Session).Element(id)!.Value.Value);
    }
}
