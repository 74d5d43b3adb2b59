using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Errors;

public sealed class OldPageTests(Host host)
{
    [Fact]
    public async Task A_page_whose_token_is_gone_gives_back_what_was_chosen_and_one_press_sends_it()
    {
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        await visitor.Open("/layanan/akta-kelahiran/cek");
        await visitor.Page.GetByLabel("Di Indonesia").CheckAsync();
        await visitor.Page.Context.ClearCookiesAsync(new() { Name = "genggam.form" });
        await visitor.Press("Lihat jawaban");
        Assert.Contains("WEB-400", await visitor.Heard(), StringComparison.Ordinal);
        await visitor.Press("Kirim lagi");
        Assert.EndsWith("/layanan/akta-kelahiran/cek", visitor.Page.Url, StringComparison.Ordinal);
        Assert.True(await visitor.Page.GetByLabel("Di Indonesia").IsCheckedAsync());
    }
}
