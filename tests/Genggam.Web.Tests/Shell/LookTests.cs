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
}
