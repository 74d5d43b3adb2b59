using Genggam.Engine;

namespace Genggam.Office.Watching;

/// <summary>The kinds of effects that are watched apart, as the outbox names them.</summary>
internal static class EffectKinds
{
    public const string Letter = nameof(Effect.IssueDocument);
    public const string Notice = nameof(Effect.SendNotice);
}
