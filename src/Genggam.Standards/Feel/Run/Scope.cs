namespace Genggam.Standards.Feel.Run;

/// <summary>Names and their values, the inner ones before the outer.</summary>
internal sealed class Scope(FeelContext names, Scope? outer = null)
{
    public FeelValue? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
            if (scope.Names.TryGet(name, out var value))
                return value;
        return null;
    }

    public FeelContext Names { get; } = names;

    private Scope? Outer { get; } = outer;

    public Scope With(string name, FeelValue value) => new(FeelContext.Empty.With(name, value), this);
}
