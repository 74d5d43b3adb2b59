using Genggam.Office.Catalogue;
using Genggam.Standards.Forms;
using Genggam.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Genggam.Web.Tests.Journeys;

/// <summary>How a person works the page.</summary>
public enum Hand
{
    Pointer,
    Keyboard,
}

/// <summary>
/// Somebody who fills in an application by what a screen reader would say: labels, options, buttons. Never by markup.
/// </summary>
internal sealed class Journey(Host host, Visitor visitor, string service, Hand hand = Hand.Pointer)
{
    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    );

    private readonly Engine.Release release = host.Services.GetRequiredService<ServiceCatalogue>().Find(service)!;

    private IPage Page => visitor.Page;

    private FormModel Form => release.Form(release.Service.Apply.Form)!;

    public string Label(FormModel form, string key) => release.TextsIn("id")[$"forms.{form.Id}.fields.{key}.label"];

    /// <summary>Answers page after page until the answers can be sent.</summary>
    public async Task FillIn(IReadOnlyDictionary<string, string> answers)
    {
        for (var pages = 0; !Page.Url.EndsWith("/kirim", StringComparison.Ordinal); pages++)
        {
            Assert.True(pages < 30, $"The journey does not end: {Page.Url}");
            var here = Form.Page(new Uri(Page.Url).Segments[^1].TrimEnd('/'))!;
            await Answer(Form, here.Fields, answers);
            await Press("Simpan dan lanjutkan");
        }
    }

    public async Task Answer(FormModel form, IEnumerable<FormField> fields, IReadOnlyDictionary<string, string> answers)
    {
        foreach (var field in fields.Where(f => answers.ContainsKey(f.Key)))
            if (await Shown(form, field))
                await Answer(form, field, answers[field.Key]);
    }

    public async Task Press(string name)
    {
        if (hand == Hand.Pointer)
            await visitor.Press(name);
        else
        {
            await TabTo(Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }));
            await Page.RunAndWaitForResponseAsync(
                () => Page.Keyboard.PressAsync("Enter"),
                response => response.Request.IsNavigationRequest && response.Status < 300
            );
            await Page.WaitForLoadStateAsync();
            await visitor.LookAround();
        }
    }

    private async Task<bool> Shown(FormModel form, FormField field) =>
        field.Kind is FieldKind.Choice or FieldKind.Date
            ? await Page.GetByRole(AriaRole.Group, new() { Name = Label(form, field.Key) }).CountAsync() > 0
            : await Page.GetByLabel(Label(form, field.Key), new() { Exact = true }).CountAsync() > 0;

    private async Task Answer(FormModel form, FormField field, string value)
    {
        var label = Label(form, field.Key);
        var group = Page.GetByRole(AriaRole.Group, new() { Name = label }).First;
        switch (field.Kind)
        {
            case FieldKind.Choice:
                var option = release.TextsIn("id")[$"forms.{form.Id}.fields.{field.Key}.options.{value}"];
                await Choose(group.GetByRole(AriaRole.Radio, new() { Name = option, Exact = true }));
                break;
            case FieldKind.Date:
                var parts = value.Split('-');
                await Type(group.GetByLabel("Tanggal", new() { Exact = true }), parts[2]);
                await Type(group.GetByLabel("Bulan", new() { Exact = true }), parts[1]);
                await Type(group.GetByLabel("Tahun", new() { Exact = true }), parts[0]);
                break;
            case FieldKind.YesNo:
                await Choose(Page.GetByRole(AriaRole.Checkbox, new() { Name = label, Exact = true }));
                break;
            case FieldKind.Dropdown:
                await Page.GetByLabel(label, new() { Exact = true }).SelectOptionAsync(value);
                break;
            case FieldKind.File:
                await Page.GetByLabel(label, new() { Exact = true })
                    .SetInputFilesAsync(
                        new FilePayload
                        {
                            Name = value,
                            MimeType = "image/png",
                            Buffer = Picture,
                        }
                    );
                break;
            default:
                await Type(Page.GetByLabel(label, new() { Exact = true }), value);
                break;
        }
    }

    private async Task Type(ILocator box, string text)
    {
        if (hand == Hand.Pointer)
        {
            await box.FillAsync(text);
            return;
        }
        await TabTo(box);
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.TypeAsync(text);
    }

    private async Task Choose(ILocator box)
    {
        if (await box.IsCheckedAsync())
            return;
        if (hand == Hand.Pointer)
        {
            await box.CheckAsync(new() { Force = true });
            return;
        }
        // Arrow keys walk inside a group of radios; Tab passes the group by.
        var radio = await box.GetAttributeAsync("type") == "radio";
        await TabTo(box, arrows: radio);
        await Page.Keyboard.PressAsync("Space");
        Assert.True(await box.IsCheckedAsync());
    }

    private async Task TabTo(ILocator target, bool arrows = false)
    {
        for (var presses = 0; presses < 250; presses++)
        {
            if (await Focused(target))
                return;
            var inGroup =
                arrows
                && await target.EvaluateAsync<bool>(
                    "e => document.activeElement && document.activeElement.name === e.name"
                );
            await Page.Keyboard.PressAsync(inGroup ? "ArrowDown" : "Tab");
        }
        Assert.Fail($"The keyboard never comes to {target} on {Page.Url}");
    }

    private static Task<bool> Focused(ILocator target) =>
        target.EvaluateAsync<bool>("e => e === document.activeElement");
}
