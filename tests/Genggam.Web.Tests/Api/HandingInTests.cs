using System.Text.Json.Nodes;
using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Api;

public sealed class HandingInTests(Host host)
{
    [Fact]
    public async Task A_micro_business_is_decided_in_the_answer_to_its_application()
    {
        using var machine = await Machine.Of(host, "bkpm");
        var receipt = await machine.Apply(Forms.Nib, Forms.FoodStall());
        receipt.Ok(201);
        Assert.Equal("granted", (string)receipt.Body["determination"]!["outcome"]!);
        Assert.Matches("^BKPM-[0-9]{4}-[0-9]{6}-[0-9]{2}$", receipt["number"]);
        Assert.Matches("^[0-9A-Z]{5}-[0-9A-Z]{5}$", receipt["followCode"]);
        var read = await machine.Get(receipt.Location!.ToString());
        Assert.Equal(receipt["number"], (string)read.Ok()["number"]!);
    }

    [Fact]
    public async Task An_application_sent_again_with_its_key_gives_the_same_answer()
    {
        using var machine = await Machine.Of(host, "bkpm");
        var key = Guid.NewGuid().ToString();
        var first = await machine.Apply(Forms.Nib, Forms.FoodStall(), key);
        var again = await machine.Apply(Forms.Nib, Forms.FoodStall(), key);
        Assert.Equal(first.Ok(201).ToJsonString(), again.Ok(201).ToJsonString());
    }

    [Fact]
    public async Task An_application_that_a_rule_refused_is_refused_with_the_same_reason_when_it_is_sent_again()
    {
        using var machine = await Machine.Of(host, "bkpm");
        var rich = Forms.FoodStall();
        rich["answers"]!["usaha"]!["modal"] = 6_000_000_000L;
        var key = Guid.NewGuid().ToString();
        var first = (await machine.Apply(Forms.Nib, rich, key)).Refused(422, "GG-103");
        var again = (await machine.Apply(Forms.Nib, rich, key)).Refused(422, "GG-103");
        Assert.Equal(first["texts"]!.ToJsonString(), again["texts"]!.ToJsonString());
        Assert.Equal(first["rules"]?.ToJsonString(), again["rules"]?.ToJsonString());
        Assert.Contains("modal", again["texts"]!["id"]!.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_key_that_comes_with_another_application_is_refused()
    {
        using var machine = await Machine.Of(host, "bkpm");
        var key = Guid.NewGuid().ToString();
        (await machine.Apply(Forms.Nib, Forms.FoodStall(), key)).Ok(201);
        var other = Forms.FoodStall();
        other["applicant"]!["nik"] = "3578014503880003";
        (await machine.Apply(Forms.Nib, other, key)).Refused(409, "GG-106");
        (
            await machine.Send(HttpMethod.Post, $"/api/v1/services/{Forms.Nib}/applications", other.ToJsonString())
        ).Refused(400, "GG-709");
    }

    [Fact]
    public async Task Rows_that_a_program_sends_are_judged_row_by_row_and_what_is_computed_is_its_business_to_read()
    {
        using var machine = await Machine.Of(host, "dinkes-surabaya");
        var sent = JsonNode.Parse(
            """
            {"agency": "dinkes-surabaya", "applicant": {"nik": "3578014503880002"}, "answers": {"penjamah": {
              "jumlah": 3, "kursus": "ada", "tanpa_sertifikat": 0, "bersertifikat": [
                {"nama": "Sari Wulandari", "nomor": "HSM/1", "tanggal": "2024-05-02", "umur": 30},
                {"nama": "Joko Susilo", "tanggal": "2024-02-30"}]}}}
            """
        )!;
        var refused = (await machine.Apply("laik-higiene-sanitasi", sent)).Refused(422, "GG-102");
        var errors = refused["errors"]!
            .AsArray()
            .Select(e => ((string)e!["pointer"]!, (string)e["code"]!))
            .Where(e => e.Item1.StartsWith("/answers/penjamah/", StringComparison.Ordinal));
        Assert.Equal(
            [
                ("/answers/penjamah/bersertifikat/0/umur", "FORM-117"),
                ("/answers/penjamah/bersertifikat/1/nomor", "FORM-101"),
                ("/answers/penjamah/bersertifikat/1/tanggal", "FORM-115"),
            ],
            errors
        );
    }
}
