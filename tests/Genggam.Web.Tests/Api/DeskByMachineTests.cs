using System.Net;
using System.Text.Json.Nodes;
using Genggam.Office.People;
using Genggam.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Api;

public sealed class DeskByMachineTests(Host host)
{
    [Fact]
    public async Task A_birth_is_returned_corrected_verified_by_one_program_and_signed_by_another()
    {
        using var desk = await Machine.Of(host, "dukcapil-surabaya");
        var at = await HandIn(desk, "Bima Ariya Prasetyo");
        var task = Task(await desk.Get(at));
        (await Complete(desk, at, task, """{"outcome":"approve"}""")).Refused(409, "GG-209");
        (await desk.Post($"{at}/tasks/{task}/claim")).Ok();
        (await Complete(desk, at, task, """{"outcome":"return"}""")).Refused(422, "GG-206");
        var returned = await Complete(
            desk,
            at,
            task,
            """{"outcome":"return","defects":[{"field":"anak.nama","note":"Ejaan berbeda dengan surat."}]}"""
        );
        Assert.Equal("with-applicant", (string)returned.Ok()["state"]!);
        Assert.Equal("anak.nama", (string)returned.Body["defects"]![0]!["field"]!);

        var corrected = await Complete(
            desk,
            at,
            Task(returned),
            """{"outcome":"submit","data":{"anak":{"nama":"Bima Arya Prasetyo"}}}"""
        );
        Assert.Equal("open", (string)corrected.Ok()["state"]!);
        task = Task(corrected);
        (await desk.Post($"{at}/tasks/{task}/claim")).Ok();
        var verified = await Complete(
            desk,
            at,
            task,
            """{"outcome":"approve","data":{"dokumen_cocok":true,"siak_dicek":true}}"""
        );
        verified.Ok();

        task = Task(verified);
        (await desk.Post($"{at}/tasks/{task}/claim")).Refused(403, "GG-204");
        using var signer = await Another("dukcapil-surabaya", "penandatangan");
        (await signer.Post($"{at}/tasks/{task}/claim")).Ok();
        (await Complete(signer, at, task, """{"outcome":"approve","data":{"data_dibaca":true}}""")).Ok();

        var closed = await desk.Until($"{at}?include=answers", c => (string)c["state"]! == "closed");
        Assert.Equal("granted", (string)closed["determination"]!["outcome"]!);
        Assert.Equal("Bima Arya Prasetyo", (string)closed["answers"]!["anak"]!["nama"]!);
        await HasItsDocument(desk, at);
    }

    [Fact]
    public async Task A_completion_sent_again_with_its_key_changes_nothing_and_is_no_error()
    {
        using var desk = await Machine.Of(host, "dukcapil-surabaya");
        var at = await HandIn(desk, "Citra Contoh");
        var task = Task(await desk.Get(at));
        (await desk.Post($"{at}/tasks/{task}/claim")).Ok();
        const string body = """{"outcome":"return","defects":[{"field":"anak.nama","note":"Ejaan."}]}""";
        var path = $"{at}/tasks/{task}/complete";
        (await desk.Send(HttpMethod.Post, path, body, "sekali")).Ok();
        (await desk.Send(HttpMethod.Post, path, body, "sekali")).Ok();
        (await desk.Send(HttpMethod.Post, path, body)).Refused(409, "GG-201");
        (await desk.Send(HttpMethod.Post, path, body.Replace("Ejaan", "Lain"), "sekali")).Refused(409, "GG-106");
    }

    [Fact]
    public async Task Only_the_program_that_handed_in_acts_for_the_applicant()
    {
        using var filer = await Machine.Of(host, "dukcapil-surabaya");
        var at = await HandIn(filer, "Dian Contoh");
        using var other = await Another("dukcapil-surabaya", "verifikator");
        (await other.Post($"{at}/withdraw", new JsonObject())).Refused(403, "GG-716");
        var withdrawn = await filer.Post($"{at}/withdraw", new JsonObject { ["reason"] = "Salah kirim" });
        Assert.Equal("withdrawn", (string)withdrawn.Ok()["outcome"]!);
        (await filer.Post($"{at}/withdraw", new JsonObject())).Refused(409, "GG-301");
    }

    [Fact]
    public async Task Whatever_a_program_reads_of_a_case_is_recorded_for_the_citizen()
    {
        using var desk = await Machine.Of(host, "dukcapil-surabaya");
        var at = await HandIn(desk, "Eka Contoh");
        var id = new Journal.CaseId(Guid.Parse(at.Split('/')[^1]));
        var access = host.Services.GetRequiredService<Journal.JournalStore>().Access;
        Assert.Empty(await access.Read(id));
        Assert.Null((await desk.Get(at)).Ok()["answers"]);
        var look = Assert.Single(await access.Read(id));
        Assert.Equal(("demo-dukcapil-surabaya", "program", "review"), (look.Actor, look.Role, look.Purpose));

        using var other = await Another("dukcapil-surabaya", "verifikator");
        var task = Task(await desk.Get(at));
        (await other.Post($"{at}/tasks/{task}/claim")).Ok();
        var looks = await access.Read(id);
        Assert.Equal(2, looks.Length);
        Assert.NotEqual(look.Actor, looks[1].Actor);
    }

    private static async Task<string> HandIn(Machine machine, string child)
    {
        var paper = (await machine.Attach(Forms.Mother, "kk.png", Forms.Picture)).Ok(201);
        var receipt = await machine.Apply(Forms.Birth, Forms.BirthOf(child, paper));
        receipt.Ok(201);
        return receipt.Location!.ToString();
    }

    private async Task HasItsDocument(Machine machine, string at)
    {
        var document = Assert.Single((await machine.Get($"{at}/documents")).Ok()["items"]!.AsArray())!;
        using var anyone = new Machine(host.Client());
        var check = (await anyone.Get($"/api/v1/documents/{document["code"]}")).Ok();
        Assert.Equal("valid", (string)check["status"]!);
        Assert.True((bool)check["demo"]!);
        using var pdf = await machine.Http.GetAsync((string)document["pdf"]!, TestContext.Current.CancellationToken);
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
        using var stranger = await Machine.Of(host, "dukcapil-sleman");
        (await stranger.Get((string)document["pdf"]!)).Refused(404, "GG-501");
        (await stranger.Get($"{at}/documents")).Refused(404, "GG-304");
        using var refused = await anyone.Http.GetAsync((string)document["pdf"]!, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    /// <summary>A further program of an agency, as <c>genggam client add</c> makes one.</summary>
    private async Task<Machine> Another(string agency, string role)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var clients = scope.ServiceProvider.GetRequiredService<Clients>();
        var added = Assert.IsType<AddClientResult.Added>(
            await clients.Add(role, agency, ClientScopes.All, [role], TestContext.Current.CancellationToken)
        );
        return await Machine.Of(host, added.Client.Id, added.Secret, null);
    }

    private static string Task(Answer answer) => (string)Assert.Single(answer.Ok()["tasks"]!.AsArray())!["id"]!;

    private static Task<Answer> Complete(Machine machine, string at, string task, string body) =>
        machine.Post($"{at}/tasks/{task}/complete", JsonNode.Parse(body));
}
