namespace Genggam.Standards.Feel.Run;

/// <summary>Names and their values, the inner ones before the outer: those of a context, or one alone.</summary>
internal sealed class Scope
{
    private readonly Scope? outer;
    private readonly FeelContext? names;
    private readonly string? name;
    private readonly FeelValue? value;

    public Scope(FeelContext names, Scope? outer = null) => (this.names, this.outer) = (names, outer);

    private Scope(string name, FeelValue value, Scope outer) =>
        (this.name, this.value, this.outer) = (name, value, outer);

    public FeelValue? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope.outer)
            if (scope.names is null)
            {
                if (scope.name == name)
                    return scope.value;
            }
            else if (scope.names.TryGet(name, out var value))
                return value;
        return null;
    }

    public Scope With(string name, FeelValue value) => new(name, value, this);
}
