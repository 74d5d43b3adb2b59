using Genggam.Standards.Feel;

namespace Genggam.Engine.Tests.Migrating;

/// <summary>Whether two cases are one and the same, beside how many entries they have and when the last was.</summary>
internal static class SameCase
{
    public static void Assert(Case expected, Case found, bool otherRelease = false)
    {
        Xunit.Assert.Equal(expected.Status, found.Status);
        Xunit.Assert.Equal(expected.Deadline, found.Deadline);
        Xunit.Assert.Equal(expected.ClockFrom, found.ClockFrom);
        Xunit.Assert.True(FeelEquality.Same(expected.Data, found.Data));
        Xunit.Assert.Equal(expected.LastToken, found.LastToken);
        Xunit.Assert.Equal(expected.Tokens, found.Tokens);
        Xunit.Assert.Equal(expected.Tasks.Keys, found.Tasks.Keys);
        foreach (var (task, now) in expected.Tasks.Values.Zip(found.Tasks.Values))
            Xunit.Assert.Equal(task with { Proposed = [] }, now with { Proposed = [] });
        Xunit.Assert.Equal(expected.Timers, found.Timers);
        Xunit.Assert.Equal(expected.Subscriptions, found.Subscriptions);
        Xunit.Assert.Equal(expected.Scopes.Keys, found.Scopes.Keys);
        foreach (var (scope, now) in expected.Scopes.Values.Zip(found.Scopes.Values))
            Xunit.Assert.Equal(Told(scope), Told(now));
        Xunit.Assert.Equal(expected.Subjects, found.Subjects);
        Xunit.Assert.Equal(expected.DoneBy, found.DoneBy);
        Xunit.Assert.Equal(expected.TimesOpened, found.TimesOpened);
        Xunit.Assert.Equal(expected.Returns, found.Returns);
        Xunit.Assert.Equal(expected.Defects, found.Defects);
        Xunit.Assert.Equal(expected.Incidents.Keys, found.Incidents.Keys);
        Xunit.Assert.Equal(expected.Determination?.Outcome, found.Determination?.Outcome);
        Xunit.Assert.Equal(expected.Outcome, found.Outcome);
        if (!otherRelease)
            Xunit.Assert.Equal(expected.Release, found.Release);
    }

    private static string Told(Scope scope) =>
        $"{scope.Id} {scope.Kind} {scope.Element} {scope.Parent} {scope.Token} {scope.Inside} {scope.Interrupted} {scope.Total} {scope.Started} {scope.Completed} {scope.Round} {FeelJson.Plain(scope.Locals)} {scope.Items.Length} {scope.Collected.Count}";
}
