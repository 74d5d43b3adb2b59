using System.Text.Json.Serialization;
using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Journeys;

/// <summary>How a person works the page.</summary>
public enum Hand
{
    Pointer,
    Keyboard,
}

/// <summary>Types, chooses and presses with the pointer, or with nothing but keys.</summary>
internal sealed class Hands
{
    /// <summary>The smallest picture there is: one pixel.</summary>
    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    );

    private readonly Visitor visitor;
    private readonly Hand hand;
    private readonly IKeyboard keys;

    public Hands(Visitor visitor, Hand hand)
    {
        (this.visitor, this.hand, keys) = (visitor, hand, visitor.Page.Keyboard);
        // Listening from the start: a browser that is told so only when the key comes may open its own dialogue first.
        if (hand == Hand.Keyboard)
            visitor.Page.FileChooser += (_, _) => { };
    }

    public Task Type(string label, string text) => Type(visitor.Page.GetByLabel(label, new() { Exact = true }), text);

    public async Task Type(ILocator box, string text)
    {
        if (hand == Hand.Pointer)
        {
            await box.FillAsync(text);
            return;
        }
        await TabTo(box);
        await keys.PressAsync("Control+A");
        await keys.TypeAsync(text);
    }

    /// <summary>Ticks a box or chooses an answer.</summary>
    public async Task Choose(ILocator box)
    {
        if (await box.IsCheckedAsync())
            return;
        if (hand == Hand.Pointer)
            await box.CheckAsync(new() { Force = true });
        else
        {
            await TabTo(box);
            if (!await box.IsCheckedAsync())
                await keys.PressAsync("Space");
        }
        Assert.True(await box.IsCheckedAsync());
    }

    /// <summary>Picks from a list that drops down.</summary>
    public async Task Pick(ILocator list, string value)
    {
        if (hand == Hand.Pointer)
        {
            await list.SelectOptionAsync(value);
            return;
        }
        await TabTo(list);
        await keys.PressAsync("Home");
        for (var presses = 0; await list.InputValueAsync() != value; presses++)
        {
            Assert.True(presses < 100, $"No option {value} in {list}");
            await keys.PressAsync("ArrowDown");
        }
    }

    public async Task Attach(ILocator field, string name)
    {
        var file = new FilePayload
        {
            Name = name,
            MimeType = "image/png",
            Buffer = Picture,
        };
        if (hand == Hand.Pointer)
        {
            await field.SetInputFilesAsync(file);
            return;
        }
        await TabTo(field);
        var chooser = await visitor.Page.RunAndWaitForFileChooserAsync(() => keys.PressAsync("Space"));
        await chooser.SetFilesAsync(file);
    }

    /// <summary>Opens what is folded away on the same page.</summary>
    public async Task Unfold(string text)
    {
        var summary = visitor.Page.GetByText(text);
        if (hand == Hand.Pointer)
            await summary.ClickAsync();
        else
        {
            await TabTo(summary);
            await keys.PressAsync("Enter");
        }
    }

    /// <summary>Presses a button or link that leads to another page.</summary>
    public async Task Press(string name) => await Press(await visitor.Target(name));

    public async Task Press(ILocator target)
    {
        if (hand == Hand.Pointer)
        {
            await visitor.Turn(() => target.ClickAsync());
            return;
        }
        await TabTo(target);
        await visitor.Turn(() => keys.PressAsync("Enter"));
    }

    /// <summary>
    /// Presses Tab until the target has the focus; inside a group of answers, which Tab comes to once, the arrows. The page
    /// is asked for the way only now and then: it says how many presses surely lie before the target.
    /// </summary>
    private async Task TabTo(ILocator target)
    {
        for (var presses = 0; presses < 400; )
        {
            var way = await target.EvaluateAsync<Way>(
                """
                e => {
                    const a = document.activeElement;
                    const goal = e.closest('summary') ?? e;
                    if (a === goal) return { count: 0 };
                    const radio = x => x.type === 'radio';
                    if (radio(goal) && radio(a) && a.name === goal.name) return { key: 'ArrowDown', count: 1 };
                    const stops = [...document.querySelectorAll('a[href],button,input,select,textarea,summary,iframe,[tabindex]')]
                        .filter(x => x.tabIndex >= 0 && x.checkVisibility())
                        .filter((x, i, all) => !radio(x) || all.findIndex(y => radio(y) && y.name === x.name) === i);
                    const at = x => stops.findIndex(y => y === x || (radio(x) && y.name === x.name));
                    return { key: 'Tab', count: Math.max(1, at(goal) - at(a) - 2) };
                }
                """
            );
            if (way.Count == 0)
                return;
            for (var i = 0; i < way.Count; i++, presses++)
                await keys.PressAsync(way.Key!);
        }
        Assert.Fail($"The keyboard never comes to {target} on {visitor.Page.Url}");
    }

    private sealed class Way
    {
        [JsonPropertyName("key")]
        public string? Key { get; set; }

        [JsonPropertyName("count")]
        public int Count { get; set; }
    }
}
