using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Feel.Compiled;

/// <summary>An expression compiled once: as <see cref="FeelExpression.Evaluate(FeelContext, FeelEnvironment)"/>, but faster.</summary>
internal sealed class CompiledExpression
{
    private const int Given = 0;

    private readonly Code code;
    private readonly int size;

    public CompiledExpression(FeelExpression expression)
    {
        var layout = new FrameLayout();
        code = new Compiler(layout).Compile(expression.Root, new Names(null, layout.Next(), null));
        size = layout.Size;
    }

    public FeelResult Evaluate(FeelContext scope, FeelEnvironment environment)
    {
        var evaluation = new Evaluation(environment);
        var frame = new FeelValue?[size];
        frame[Given] = scope;
        return new FeelResult(code(evaluation, frame), evaluation.Warnings);
    }
}
