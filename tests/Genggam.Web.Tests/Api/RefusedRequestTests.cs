using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Office.People;
using Genggam.Web.Api;
using Genggam.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Genggam.Web.Tests.Api;

public sealed class RefusedRequestTests(Host host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_of_another_agency_is_not_there_and_another_agency_cannot_be_named()
    {
        using var central = await Machine.Of(host, "bkpm");
        var receipt = await central.Apply(Forms.Nib, Forms.FoodStall());
        receipt.Ok(201);
        using var stranger = await Machine.Of(host, "dukcapil-sleman");
        (await stranger.Get(receipt.Location!.ToString())).Refused(404, "GG-304");
        (await stranger.Apply(Forms.Nib, Forms.FoodStall())).Refused(403, "GG-711");
        var listed = (await stranger.Get("/api/v1/cases?limit=200")).Ok()["items"]!.AsArray();
        Assert.DoesNotContain(listed, c => (string)c!["id"]! == receipt["id"]);
    }

    [Fact]
    public async Task A_token_without_the_scope_is_told_which_one_is_needed()
    {
        using var reader = await Machine.Of(host, "bkpm", "cases:read");
        var refused = await reader.Apply(Forms.Nib, Forms.FoodStall());
        Assert.Contains("applications:submit", (string)refused.Refused(403, "GG-707")["detail"]!);
        (await reader.Get("/api/v1/cases")).Ok();
    }

    [Fact]
    public async Task No_token_and_a_token_of_another_make_are_refused_differently()
    {
        using var anyone = new Machine(host.Client());
        (await anyone.Get("/api/v1/cases")).Refused(401, "GG-705");
        anyone.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "bukan.token.apa");
        (await anyone.Get("/api/v1/cases")).Refused(401, "GG-706");
    }

    [Theory]
    [InlineData(-60, true, Tokens.Audience, 401)]
    [InlineData(3600, false, Tokens.Audience, 401)]
    [InlineData(3600, true, "lain", 401)]
    [InlineData(3600, true, null, 401)]
    [InlineData(3600, true, Tokens.Audience, 200)]
    public async Task A_token_counts_until_it_ends_with_our_signature_and_for_this_api(
        int seconds,
        bool ours,
        string? audience,
        int status
    )
    {
        var data = host.Services.GetRequiredService<Office.OfficeOptions>().Data;
        var key = ours ? TokenKeys.Open(Path.Combine(data, "keys")).Signing : new byte[32];
        var now = DateTime.UtcNow;
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = "http://localhost:5080/",
                Audience = audience,
                TokenType = "at+jwt",
                IssuedAt = now.AddHours(-2),
                Expires = now.AddSeconds(seconds),
                Claims = new Dictionary<string, object>
                {
                    ["sub"] = "demo-bkpm",
                    ["client_id"] = "demo-bkpm",
                    ["scope"] = "cases:read",
                },
                SigningCredentials = new SigningCredentials(
                    new SymmetricSecurityKey(key),
                    SecurityAlgorithms.HmacSha256
                ),
            }
        );
        using var machine = new Machine(host.Client());
        machine.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Assert.Equal(status, (await machine.Get("/api/v1/cases")).Status);
    }

    [Fact]
    public async Task The_session_of_a_browser_opens_nothing_here()
    {
        await using var visitor = await host.Visitor();
        await (await Journeys.People.Citizen(host)).Enter(visitor);
        var answer = await visitor.Page.Context.APIRequest.GetAsync(new Uri(host.Address, "/api/v1/cases").ToString());
        Assert.Equal(401, answer.Status);
        Assert.Equal("GG-705", (string)JsonNode.Parse(await answer.TextAsync())!["code"]!);
    }

    [Fact]
    public async Task A_removed_client_gets_no_token_and_a_wrong_secret_neither()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var clients = scope.ServiceProvider.GetRequiredService<Clients>();
        var added = (AddClientResult.Added)await clients.Add("sementara", "bkpm", [ClientScopes.ReadCases], [], Cancel);
        using var machine = await Machine.Of(host, added.Client.Id, added.Secret, null);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Token(added.Client.Id, "bukan rahasianya")).StatusCode);
        Assert.True(await clients.Remove(added.Client.Id, Cancel));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Token(added.Client.Id, added.Secret)).StatusCode);
        (await machine.Get("/api/v1/cases")).Refused(401, "GG-706");
    }

    [Theory]
    [InlineData("/applicant/nik", "\"357801\"", "/applicant/nik", "FORM-110")]
    [InlineData("/answers/usaha/pemilik", "\"x\"", "/answers/usaha/pemilik", "FORM-117")]
    [InlineData("/answers/pemohon", """{"nik":"3404011505850002"}""", "/answers/pemohon/nik", "FORM-118")]
    [InlineData("/answers/usaha/modal", "\"banyak\"", "/answers/usaha/modal", "FORM-107")]
    [InlineData("/answers/usaha/bentuk", "\"firma\"", "/answers/usaha/bentuk", "FORM-105")]
    public async Task A_wrong_answer_is_named_with_its_place_and_rule(
        string at,
        string value,
        string place,
        string rule
    )
    {
        using var machine = await Machine.Of(host, "bkpm");
        var body = Forms.FoodStall();
        var steps = at.Split('/')[1..];
        steps[..^1].Aggregate(body, (node, step) => node[step]!)[steps[^1]] = JsonNode.Parse(value);
        (await machine.Apply(Forms.Nib, body)).At(place, rule);
    }

    [Theory]
    [InlineData("2026-02-30", "FORM-115")]
    [InlineData("kemarin", "FORM-106")]
    public async Task A_date_that_does_not_exist_is_refused(string date, string rule)
    {
        using var machine = await Machine.Of(host, "dukcapil-surabaya");
        var paper = (await machine.Attach(Forms.Mother, "kk.png", Forms.Picture)).Ok(201);
        var body = Forms.BirthOf("Fajar Contoh", paper);
        body["answers"]!["anak"]!["tanggal_lahir"] = date;
        (await machine.Apply(Forms.Birth, body)).At("/answers/anak/tanggal_lahir", rule);
    }

    [Fact]
    public async Task A_file_of_somebody_else_cannot_be_named()
    {
        using var machine = await Machine.Of(host, "dukcapil-surabaya");
        var paper = (await machine.Attach("3404011505850002", "kk.png", Forms.Picture)).Ok(201);
        var refused = await machine.Apply(Forms.Birth, Forms.BirthOf("Gita Contoh", paper));
        Assert.All(
            refused.Refused(422, "GG-102")["errors"]!.AsArray(),
            e => Assert.Equal("FORM-114", (string)e!["code"]!)
        );
    }

    [Fact]
    public async Task A_body_that_is_broken_or_of_another_shape_is_told_where()
    {
        using var machine = await Machine.Of(host, "bkpm");
        var path = $"/api/v1/services/{Forms.Nib}/applications";
        var broken = await machine.Send(HttpMethod.Post, path, "{\"agency\":\n  oops", "k");
        Assert.Contains("2", (string)broken.Refused(400, "GG-701")["detail"]!);
        var body = Forms.FoodStall();
        body["applicant"]!["umur"] = 3;
        var shape = (await machine.Apply(Forms.Nib, body)).Refused(400, "GG-702");
        Assert.Equal("/applicant/umur", (string)shape["errors"]![0]!["pointer"]!);
    }

    [Fact]
    public async Task What_is_too_large_or_of_another_kind_is_refused()
    {
        using var machine = await Machine.Of(host, "bkpm");
        var body = Forms.FoodStall();
        body["answers"]!["usaha"]!["alamat"] = new string('a', 2 * 1024 * 1024);
        (await machine.Apply(Forms.Nib, body)).Refused(413, "GG-703");
        using var text = new StringContent("halo", Encoding.UTF8, "text/plain");
        using var sent = await machine.Http.PostAsync($"/api/v1/services/{Forms.Nib}/applications", text, Cancel);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, sent.StatusCode);
        Assert.Contains("GG-704", await sent.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_program_called_pdf_is_not_taken_as_an_attachment()
    {
        using var machine = await Machine.Of(host, "bkpm");
        (await machine.Attach(Forms.Mother, "surat.pdf", "MZ\0\0"u8.ToArray())).Refused(415, "GG-601");
        (await machine.Attach(Forms.Mother, "surat.pdf", [])).Refused(422, "GG-603");
        (await machine.Attach("12", "kk.png", Forms.Picture)).At("/nik", "FORM-110");
    }

    [Theory]
    [InlineData("kk.PNG", "kk.PNG")]
    [InlineData("../../kartu\r\nkeluarga.exe", "kartukeluarga.exe.png")]
    [InlineData("surat.pdf", "surat.pdf.png")]
    [InlineData(".png", "berkas.png")]
    public async Task A_file_is_named_as_what_it_is(string sent, string kept)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var owner = await scope.ServiceProvider.GetRequiredService<JournalStore>().Subjects.Create();
        var attachments = scope.ServiceProvider.GetRequiredService<Attachments>();
        var stored = await attachments.Add(owner, sent, new MemoryStream(Forms.Picture), Cancel);
        Assert.Equal(kept, Assert.IsType<AttachResult.Attached>(stored).File["nama"].ToString());
    }

    [Theory]
    [InlineData("/api/v1/tidak-ada", 404, "GG-710")]
    [InlineData("/api/v1/services/tidak-ada", 404, "GG-710")]
    [InlineData("/api/v1/cases?limit=0", 400, "GG-715")]
    [InlineData("/api/v1/cases?limit=banyak", 400, "GG-715")]
    [InlineData("/api/v1/cases?after=apa", 400, "GG-715")]
    [InlineData("/api/v1/cases?state=apa", 400, "GG-715")]
    [InlineData("/api/v1/cases/7b0f2c1c-0000-0000-0000-000000000000", 404, "GG-304")]
    [InlineData("/api/v1/documents/ABCD", 404, "GG-501")]
    public async Task Wrong_addresses_are_answered_as_problems_too(string path, int status, string number)
    {
        using var machine = await Machine.Of(host, "bkpm");
        (await machine.Get(path)).Refused(status, number);
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_know_is_named_so()
    {
        using var machine = await Machine.Of(host, "bkpm");
        (await machine.Send(HttpMethod.Delete, "/api/v1/cases")).Refused(405, "GG-714");
    }

    [Theory]
    [InlineData("en-GB,id;q=0.5", "en")]
    [InlineData("fr, en;q=0.2", "en")]
    [InlineData("fr", "id")]
    public async Task The_language_is_the_one_that_was_asked_for(string accepted, string language)
    {
        using var anyone = new Machine(host.Client());
        anyone.Http.DefaultRequestHeaders.Add("Accept-Language", accepted);
        var refused = (await anyone.Get("/api/v1/cases")).Refused(401, "GG-705");
        Assert.Equal((string)refused["texts"]![language]!["title"]!, (string)refused["title"]!);
    }

    [Fact]
    public void Every_number_has_its_words_in_every_language()
    {
        var texts = host.Services.GetRequiredService<ApiTexts>();
        foreach (var text in texts.All)
        foreach (var number in ProblemNumbers.All)
        foreach (var part in new[] { "title", "detail", "remedy" })
            Assert.NotNull(text.Find($"problems.{number}.{part}"));
    }

    [Fact]
    public async Task Cases_are_read_page_by_page_each_once()
    {
        using var machine = await Machine.Of(host, "bkpm");
        for (var n = 0; n < 3; n++)
            (await machine.Apply(Forms.Nib, Forms.FoodStall())).Ok(201);
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = (await machine.Get($"/api/v1/cases?limit=2{(after is null ? "" : $"&after={after}")}")).Ok();
            seen.AddRange(page["items"]!.AsArray().Select(i => (string)i!["id"]!));
            after = (string?)page["next"];
        } while (after is not null && seen.Count < 20);
        Assert.True(seen.Count >= 3);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    private async Task<HttpResponseMessage> Token(string id, string secret)
    {
        using var client = host.Client();
        using var form = new FormUrlEncodedContent([
            new("grant_type", "client_credentials"),
            new("client_id", id),
            new("client_secret", secret),
        ]);
        return await client.PostAsync("/connect/token", form, Cancel);
    }
}
