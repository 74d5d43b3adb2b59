using System.Net;
using Genggam.Web.Api;
using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Errors;

public sealed class ProblemPageTests(Host host)
{
    [Fact]
    public async Task The_type_of_every_problem_of_the_API_is_the_address_of_a_page_in_every_language()
    {
        using var client = host.Client();
        Assert.NotEmpty(ProblemNumbers.All);
        foreach (var number in ProblemNumbers.All)
        {
            var page = await client.GetStringAsync($"/galat/{number}", TestContext.Current.CancellationToken);
            Assert.Contains($"{number}:", page, StringComparison.Ordinal);
            Assert.Contains("""<section lang="id">""", page, StringComparison.Ordinal);
            Assert.Contains("""<section lang="en">""", page, StringComparison.Ordinal);
            Assert.DoesNotContain("problems.", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("FORM-101", "belum diisi")]
    [InlineData("FORM-118", "bukan NIK pemohon")]
    [InlineData("API-101", "tidak dikenal")]
    public async Task So_is_the_number_of_a_rule_of_a_field(string number, string words)
    {
        using var client = host.Client();
        var page = await client.GetStringAsync($"/galat/{number}", TestContext.Current.CancellationToken);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("""<section lang="en">""", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/galat/GG-999")]
    [InlineData("/galat/FORM-999")]
    [InlineData("/galat/gg-102")]
    [InlineData("/galat/apa-saja")]
    public async Task A_number_that_is_none_has_no_page(string path)
    {
        using var client = host.Client();
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("WEB-404", page, StringComparison.Ordinal);
    }
}
