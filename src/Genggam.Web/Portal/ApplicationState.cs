using Genggam.Office.Applications;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Web.Portal;

/// <summary>How far an application is: which pages its answers call for, and which are answered.</summary>
internal sealed class ApplicationState(OpenApplication application, FormModel form, FeelEnvironment environment)
{
    public FormModel Form { get; } = form;

    /// <summary>Pages that have something to ask, given the answers so far.</summary>
    public IReadOnlyList<FormPage> Pages { get; } =
    [.. form.Pages.Where(p => form.Visible(p, application.Data, environment).Any())];

    public bool IsDone(FormPage page) =>
        application.Done.Contains(page.Id) && Form.Validate(page, application.Data, environment).Count == 0;

    public bool IsComplete => Pages.All(IsDone);

    /// <summary>The page to go on with; null where all are answered.</summary>
    public FormPage? Next => Pages.FirstOrDefault(p => !IsDone(p));
}
