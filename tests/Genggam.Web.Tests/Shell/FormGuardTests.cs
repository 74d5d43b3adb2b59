using System.Net;
using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Shell;

public sealed class FormGuardTests(Host host)
{
    [Theory]
    [InlineData(100_000)]
    [InlineData(10_000_000)]
    public async Task A_field_with_far_too_much_text_is_refused_with_number_and_remedy(int letters)
    {
        using var client = host.Client();
        using var form = new FormUrlEncodedContent([new("anak.nama", new string('a', letters))]);
        using var response = await client.PostAsync(
            "/layanan/akta-kelahiran/cek",
            form,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("WEB-413", page);
        Assert.Contains("persingkat jawabannya", page);
    }

    [Fact]
    public async Task A_form_that_is_too_large_as_a_whole_gives_its_long_answers_back_to_be_shortened()
    {
        using var client = host.Client();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var answers = Enumerable.Range(0, 10).Select(i => KeyValuePair.Create($"isian{i}", new string('a', 60_000)));
        using var form = new FormUrlEncodedContent([new("anak.nama", "Siti"), .. answers]);
        using var response = await client.PostAsync(
            "/layanan/akta-kelahiran/cek",
            form,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(10, page.Split("<textarea").Length - 1);
        Assert.Contains("value=\"Siti\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_a_number()
    {
        using var client = host.Client();
        using var form = new FormUrlEncodedContent([new("_handler", "cek")]);
        using var response = await client.PostAsync(
            "/layanan/akta-kelahiran/cek",
            form,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("WEB-400", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
