using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Standards.Feel;

namespace Genggam.Office.Cases;

/// <summary>
/// By what an officer finds a case: the names and NIKs that its applicant gave. A field counts where its form says that
/// it is a NIK or the person's own name, or where a letter names its holder by it.
/// </summary>
internal static class CaseTerms
{
    public static ImmutableArray<SearchTerm> Of(Release release, Case after, CaseEntry entry)
    {
        if (entry.Refused is not null || entry.Command is not (Command.Submit or Command.Complete))
            return [];
        if (entry.Stamp.Actor.Id != after.Applicant)
            return [];
        return
        [
            .. Paths(release, after)
                .Distinct(StringComparer.Ordinal)
                .Select(path => (Subject: Of(release, after, path), Value: after.Data.At(path)))
                .Where(t => t.Value is FeelString { Value.Length: > 0 })
                .Select(t => new SearchTerm(t.Subject, ((FeelString)t.Value).Value)),
        ];
    }

    private static IEnumerable<string> Paths(Release release, Case after) =>
        (release.Form(release.Service.Apply.Form)?.Fields ?? [])
            .SelectMany(f => f.Each(after.Data))
            .Where(f => f.Shape == "nik" || f.Source == "person.name")
            .Select(f => f.Key)
            .Concat(release.Service.Letters.Values.Select(l => l.Holder));

    private static SubjectId Of(Release release, Case after, string path)
    {
        var role = path.Split('.')[0];
        return new SubjectId(
            after.Subjects[
                release.Service.Subjects.ContainsKey(role) && after.Subjects.ContainsKey(role)
                    ? role
                    : EntryCodec.Applicant
            ]
        );
    }
}
