using Genggam.Office.Catalogue;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Forms;
using Genggam.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Journeys;

/// <summary>
/// Somebody who works the forms of a service by what a screen reader would say: labels, options, buttons. Never by markup.
/// </summary>
internal sealed class Journey(Host host, Visitor visitor, string service, Hand hand = Hand.Pointer)
{
    private readonly Engine.Release release = host.Services.GetRequiredService<ServiceCatalogue>().Find(service)!;

    public Hands Hands { get; } = new(visitor, hand);

    private IPage Page => visitor.Page;

    private FormModel Form => release.Form(release.Service.Apply.Form)!;

    /// <summary>What the page calls a field of the application.</summary>
    public string Label(string key) => Label(Form, key);

    /// <summary>What the button of an outcome says.</summary>
    public string Outcome(string task, string outcome) => release.TextsIn("id")[$"tasks.{task}.outcomes.{outcome}"];

    /// <summary>From the service to the page where the answers can be sent.</summary>
    /// <param name="agency">What the choice of an agency says, where there is one.</param>
    public async Task Apply(IReadOnlyDictionary<string, string> answers, string? agency = null)
    {
        await Begin(agency);
        await FillIn(answers);
    }

    /// <summary>From the service to the first page of the application.</summary>
    public async Task Begin(string? agency = null)
    {
        await visitor.Open($"/layanan/{service}/ajukan");
        if (agency is not null)
            await Hands.Choose(Page.GetByRole(AriaRole.Radio, new() { Name = agency }));
        await Hands.Press("Mulai");
        await Hands.Press("Lanjutkan");
    }

    /// <summary>Answers page after page until the answers can be sent.</summary>
    public async Task FillIn(IReadOnlyDictionary<string, string> answers)
    {
        for (var pages = 0; !Page.Url.EndsWith("/kirim", StringComparison.Ordinal); pages++)
        {
            Assert.True(pages < 30, $"The journey does not end: {Page.Url}");
            await FillInPage(answers);
            await Hands.Press("Simpan dan lanjutkan");
        }
    }

    /// <summary>Answers the page of the application that is open, without saving.</summary>
    public Task FillInPage(IReadOnlyDictionary<string, string> answers) =>
        Answer(Form, Form.Page(new Uri(Page.Url).Segments[^1].TrimEnd('/'))!.Fields, answers);

    /// <summary>Answers fields of the application where they are on the page.</summary>
    public Task Answer(IReadOnlyDictionary<string, string> answers) => Answer(Form, Form.Fields, answers);

    /// <summary>Does a task of an officer: answers its form and presses the outcome.</summary>
    public async Task Do(string task, string outcome, IReadOnlyDictionary<string, string> answers)
    {
        if (release.Process.Find(task) is UserTask { FormId: { } id } && release.Form(id) is { } form)
            await Answer(form, form.Fields, answers);
        await Hands.Press(Outcome(task, outcome));
    }

    private async Task Answer(
        FormModel form,
        IEnumerable<FormField> fields,
        IReadOnlyDictionary<string, string> answers
    )
    {
        foreach (var field in fields.Where(f => answers.ContainsKey(f.Key)))
            if (await Shown(form, field))
                await Answer(form, field, answers[field.Key]);
    }

    private string Label(FormModel form, string key) => release.TextsIn("id")[$"forms.{form.Id}.fields.{key}.label"];

    private async Task<bool> Shown(FormModel form, FormField field) =>
        field.Kind is FieldKind.Choice or FieldKind.Choices or FieldKind.Date
            ? await Page.GetByRole(AriaRole.Group, new() { Name = Label(form, field.Key) }).CountAsync() > 0
            : await Page.GetByLabel(Label(form, field.Key), new() { Exact = true }).CountAsync() > 0;

    private async Task Answer(FormModel form, FormField field, string value)
    {
        var label = Label(form, field.Key);
        var group = Page.GetByRole(AriaRole.Group, new() { Name = label }).First;
        var box = Page.GetByLabel(label, new() { Exact = true });
        switch (field.Kind)
        {
            case FieldKind.Choice:
                await Hands.Choose(group.GetByRole(AriaRole.Radio, new() { Name = Option(value), Exact = true }));
                break;
            case FieldKind.Choices:
                foreach (var one in value.Split(' '))
                    await Hands.Choose(group.GetByRole(AriaRole.Checkbox, new() { Name = Option(one), Exact = true }));
                break;
            case FieldKind.Date:
                var parts = value.Split('-');
                await Hands.Type(group.GetByLabel("Tanggal", new() { Exact = true }), parts[2]);
                await Hands.Type(group.GetByLabel("Bulan", new() { Exact = true }), parts[1]);
                await Hands.Type(group.GetByLabel("Tahun", new() { Exact = true }), parts[0]);
                break;
            case FieldKind.YesNo:
                await Hands.Choose(Page.GetByRole(AriaRole.Checkbox, new() { Name = label, Exact = true }));
                break;
            case FieldKind.Dropdown:
                await Hands.Pick(box, value);
                break;
            // The walk through a draft asks for the name of a file only.
            case FieldKind.File when await box.GetAttributeAsync("type") == "file":
                await Hands.Attach(box, value);
                break;
            default:
                await Hands.Type(box, value);
                break;
        }

        string Option(string chosen) => release.TextsIn("id")[$"forms.{form.Id}.fields.{field.Key}.options.{chosen}"];
    }
}
