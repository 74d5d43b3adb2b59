using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Standards.Feel;

namespace Genggam.Office.Cases;

/// <summary>
/// Under whose key the data of a case lies, role by role. A person whose NIK is given is the same subject in every case;
/// others get a key of this case's own. An answer that the form hides names nobody.
/// </summary>
public sealed class Pseudonyms
{
    private readonly Func<string, Task<SubjectId>> ofNik;
    private readonly Func<Task<SubjectId>> create;
    private readonly TimeProvider clock;

    public Pseudonyms(JournalStore journal, TimeProvider clock)
        : this(journal.Subjects.OfNik, journal.Subjects.Create, clock) { }

    internal Pseudonyms(Func<string, Task<SubjectId>> ofNik, Func<Task<SubjectId>> create, TimeProvider clock) =>
        (this.ofNik, this.create, this.clock) = (ofNik, create, clock);

    private FeelEnvironment Now => new(clock.GetUtcNow());

    /// <summary>Of a case that is handed in.</summary>
    internal async Task<ImmutableSortedDictionary<string, Guid>> Of(
        Release release,
        FeelContext data,
        SubjectId applicant
    )
    {
        var subjects = ImmutableSortedDictionary.CreateBuilder<string, Guid>(StringComparer.Ordinal);
        subjects[EntryCodec.Applicant] = applicant.Value;
        var others = Others(release).ToList();
        var known = others.Count == 0 ? data : release.Form(release.Service.Apply.Form)?.Computed(data, Now) ?? data;
        foreach (var (role, subject) in others)
            subjects[role] = (await Of(known, subject)).Value;
        return subjects.ToImmutable();
    }

    /// <summary>
    /// An answer of the applicant that corrects the NIK of somebody, with the subject of the right one: the case must not
    /// hang on the key of whoever has the wrong one.
    /// </summary>
    internal async Task<Command> Corrected(LoadedCase loaded, Command command)
    {
        var state = loaded.Case;
        if (
            command is not Command.Complete done
            || !state.Tasks.TryGetValue(done.Task, out var task)
            || task.Role != OpenTask.ApplicantRole
        )
            return command;
        var others = Others(loaded.Release).Where(o => state.Subjects.ContainsKey(o.Key)).ToList();
        if (others.Count == 0)
            return command;
        var change = loaded.Release.Form(task.Form)?.Computed(state.Data, done.Data.Values, Now) ?? done.Data.Values;
        var after = state.Data.Merge(change);
        var named = ImmutableSortedDictionary.CreateBuilder<string, Guid>(StringComparer.Ordinal);
        foreach (var (role, subject) in others)
            if (subject.NikPath is { } path && !FeelEquality.Same(state.Data.At(path), after.At(path)))
                named[role] = (await Of(after, subject)).Value;
        return named.Count == 0 ? command : done with { Subjects = named.ToImmutable() };
    }

    /// <summary>A command with the subjects that it needs and its sender cannot know.</summary>
    internal async Task<Command> Of(LoadedCase loaded, Command command) =>
        command is Command.Migrate move ? await Apart(loaded, move) : await Corrected(loaded, command);

    /// <summary>People whom the release that the case moves to keeps apart, and the one it leaves did not.</summary>
    private async Task<Command> Apart(LoadedCase loaded, Command.Migrate move)
    {
        var named = ImmutableSortedDictionary.CreateBuilder<string, Guid>(StringComparer.Ordinal);
        foreach (var (role, subject) in Others(loaded.Release))
            if (!loaded.Case.Subjects.ContainsKey(role))
                named[role] = (await Of(loaded.Case.Data, subject)).Value;
        return named.Count == 0 ? move : move with { Subjects = named.ToImmutable() };
    }

    private static IEnumerable<KeyValuePair<string, Subject>> Others(Release release) =>
        release.Service.Subjects.Where(s => s.Key != EntryCodec.Applicant);

    private async Task<SubjectId> Of(FeelContext data, Subject subject) =>
        subject.NikPath is { } path && data.At(path) is FeelString nik ? await ofNik(nik.Value) : await create();
}
