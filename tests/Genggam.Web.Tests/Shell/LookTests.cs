using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Shell;

/// <summary>What is asked of every page, asked of pages that do not keep it.</summary>
public sealed class LookTests(Host host)
{
    [Theory]
    [InlineData("image-alt", "<img src='/mark.svg'>")]
    [InlineData(
        "color-contrast",
        "<table bgcolor='#888888'><tr><td><font color='#777777'>abu-abu</font></td></tr></table>"
    )]
    [InlineData("pixels wide on a screen of 1280", "<img src='/mark.svg' alt='' width='5000'>")]
    public async Task A_page_is_found_at_fault(string fault, string body)
    {
        await using var visitor = await host.Visitor();
        await visitor.Page.SetContentAsync(
            $"<!DOCTYPE html><html lang='id'><head><title>Uji</title></head><body><main><h1>Uji</h1>{body}</main></body></html>"
        );

        var look = await Assert.ThrowsAnyAsync<Exception>(visitor.LookAround);
        Assert.Contains(fault, look.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<h1>Anak ke-2</h1>", "<h1>Anak ke-3</h1>", false)]
    [InlineData("<h1>Siti Contoh</h1>", "<h1>Rina Contoh</h1>", false)]
    [InlineData("<input value='a' value=\"Siti\">", "<input value='a' value=\"Tigor\">", false)]
    [InlineData("<h1>Siti</h1>", "<h1></h1>", true)]
    [InlineData("<h1>Siti</h1>", "<h2>Siti</h2>", true)]
    [InlineData("<b class=\"merah\">Siti</b>", "<b class=\"abu\">Siti</b>", true)]
    [InlineData("<p>Dewi</p>", "<p>Pertanggungjawabannyalah</p>", true)]
    public void A_state_that_only_says_otherwise_in_as_much_room_is_looked_at_once(string one, string other, bool both)
    {
        Assert.Equal(Look.State(one) != Look.State(other), both);
    }
}
