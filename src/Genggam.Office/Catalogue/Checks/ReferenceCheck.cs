using Genggam.Engine;
using Genggam.Office.Applications;
using Genggam.Standards;
using Genggam.Standards.Forms;

namespace Genggam.Office.Catalogue.Checks;

/// <summary>
/// What <c>service.yaml</c> names in the folder: SVC-103 a form, SVC-104 a decision, SVC-105 a template, SVC-106 a task,
/// SVC-111 a role, SVC-112 a subject; and what forms name, SVC-107 a source of answers.
/// </summary>
internal static class ReferenceCheck
{
    private const string Named = "service.yaml";

    public static IEnumerable<Problem> Problems(Release release) =>
        Asked(release).Concat(Letters(release)).Concat(Tasks(release)).Concat(Sources(release));

    /// <summary>That a name is missing was said where it was read.</summary>
    private static IEnumerable<Problem> Asked(Release release)
    {
        var (apply, check) = (release.Service.Apply, release.Service.Check);
        return
        [
            .. Form(apply.Form, "apply"),
            .. Form(check.Form, "check"),
            .. Decision(check.Decision, "check"),
            .. apply.Guard is { } guard ? Decision(guard, "apply") : [],
            .. release.Service.Transition is { } provision ? Decision(provision, "transition") : [],
        ];

        IEnumerable<Problem> Form(string id, string where) =>
            id.Length == 0 || release.Forms.ContainsKey(id)
                ? []
                : [Wrong("SVC-103", $"There is no form {id}.form{Nearest.Meant(id, release.Forms.Keys)}", where)];

        IEnumerable<Problem> Decision(string id, string where) =>
            id.Length == 0 || release.Decisions.ContainsKey(id)
                ? []
                :
                [
                    Wrong(
                        "SVC-104",
                        $"No DMN file has the decision {id}{Nearest.Meant(id, release.Decisions.Keys)}",
                        where
                    ),
                ];
    }

    private static IEnumerable<Problem> Letters(Release release)
    {
        var service = release.Service;
        foreach (var letter in service.Letters.Values)
            if (!release.Parts.ContainsKey(letter.Template))
                yield return Wrong("SVC-105", $"The template {letter.Template} is not in the folder.", letter.Id);
        foreach (var letter in service.Letters.Values)
        {
            if (letter.SignerRole is { } signer && !service.Roles.Contains(signer))
                yield return Role(signer, $"letters.{letter.Id}.signer", service);
            if (letter.Subject != EntryCodec.Applicant && !service.Subjects.ContainsKey(letter.Subject))
                yield return Wrong(
                    "SVC-112",
                    $"{letter.Subject} is none of the subjects{Nearest.Meant(letter.Subject, service.Subjects.Keys)}",
                    $"letters.{letter.Id}.subject"
                );
        }
        if (service.Returns.SupervisorRole is { } supervisor && !service.Roles.Contains(supervisor))
            yield return Role(supervisor, "returns.supervisor", service);
    }

    private static IEnumerable<Problem> Tasks(Release release) =>
        release
            .Service.Separation.SelectMany(group => group)
            .Where(element => release.Process.Find(element) is null)
            .Select(element => Wrong("SVC-106", $"The process has no task {element}.", "separation"));

    private static IEnumerable<Problem> Sources(Release release)
    {
        foreach (var (id, form) in release.Forms)
        foreach (var field in form.Fields.Where(f => f.Source is { } source && !Prefill.IsSource(source)))
            yield return new Problem(
                "SVC-107",
                $"No answer ever has the source {field.Source}.",
                new Place($"{id}.form", field.Key)
            );
    }

    private static Problem Role(string role, string where, ServiceDefinition service) =>
        Wrong("SVC-111", $"{role} is none of the roles{Nearest.Meant(role, service.Roles)}", where);

    private static Problem Wrong(string number, string message, string where) =>
        new(number, message, new Place(Named, where));
}
