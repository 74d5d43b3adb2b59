using System.Collections.Immutable;
using Genggam.Standards.Feel;

namespace Genggam.Office.PastCases.Profiles;

/// <summary>How a value comes about. A closed set.</summary>
internal abstract record Draw
{
    private Draw() { }

    public abstract FeelValue Take(Drawing drawing);

    public sealed record OneOf(Weighted<FeelValue> Values) : Draw
    {
        public override FeelValue Take(Drawing drawing) => Values.Draw(drawing.Dice);
    }

    /// <summary>What follows from the answers before it.</summary>
    public sealed record Follows(FeelExpression Expression) : Draw
    {
        public override FeelValue Take(Drawing drawing) => drawing.Ask(Expression);
    }

    /// <summary>A whole number around a median; <paramref name="Step"/> rounds it as people do.</summary>
    public sealed record Number(Spread Spread, int Step, double Least, double Most) : Draw
    {
        public override FeelValue Take(Drawing drawing) =>
            (decimal)Math.Clamp(Math.Round(Spread.Draw(drawing.Dice) / Step) * Step, Least, Most);
    }

    public sealed record Between(int From, int To) : Draw
    {
        public override FeelValue Take(Drawing drawing) => drawing.Dice.Between(From, To);
    }

    /// <summary>A day so many days from today, back where they are negative.</summary>
    public sealed record Day(Weighted<(int From, int To)> Days) : Draw
    {
        public override FeelValue Take(Drawing drawing)
        {
            var (from, to) = Days.Draw(drawing.Dice);
            return FeelDate.Of(drawing.Today.AddDays(drawing.Dice.Between(from, to)));
        }
    }

    public sealed record Text(ImmutableArray<Template> Templates) : Draw
    {
        public override FeelValue Take(Drawing drawing) => drawing.Dice.One(Templates).Fill(drawing);
    }

    /// <summary>Name and NIK of somebody who does not exist.</summary>
    /// <param name="Women">The share of women.</param>
    public sealed record Person(double Women, int From, int To) : Draw
    {
        public override FeelValue Take(Drawing drawing) => drawing.Somebody(Women, From, To);
    }

    /// <summary>The file that people hand in under this name.</summary>
    public sealed record File(Weighted<string> Names) : Draw
    {
        public override FeelValue Take(Drawing drawing) => drawing.HandIn(Names.Draw(drawing.Dice));
    }

    /// <summary>A list of some of these.</summary>
    public sealed record Several(ImmutableArray<(string Item, double Share)> Items) : Draw
    {
        public override FeelValue Take(Drawing drawing)
        {
            var chosen = Items
                .Where(i => drawing.Dice.Falls(i.Share))
                .Select(i => (FeelValue)i.Item)
                .ToImmutableArray();
            return chosen.IsEmpty ? FeelValue.Null : new FeelList(chosen);
        }
    }

    /// <summary>A letter of the right answer left out or doubled, or two digits exchanged.</summary>
    public sealed record Misspelt : Draw
    {
        public override FeelValue Take(Drawing drawing) =>
            drawing.Right is FeelString { Value: var right } ? Spelling.Wrong(right, drawing.Dice) : drawing.Right;
    }
}
