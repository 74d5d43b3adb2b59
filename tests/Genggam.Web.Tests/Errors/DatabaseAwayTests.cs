using System.Diagnostics;
using System.Net;
using Genggam.Journal;
using Genggam.Journal.Tests;
using Genggam.Web.Tests.Api;
using Genggam.Web.Tests.Harness;
using Genggam.Web.Tests.Journeys;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Genggam.Web.Tests.Errors;

/// <summary>PostgreSQL is really stopped, and really started again.</summary>
public sealed class DatabaseAwayTests(Host host, PostgresCluster cluster) : IClassFixture<PostgresCluster>
{
    private const string Password = "empat kata yang mudah";

    [Fact]
    public async Task A_database_that_goes_away_in_mid_request_loses_nothing_that_was_typed()
    {
        await using var program = Program("mid");
        var address = program.Start();
        var mother = await People.Citizen(program.Services);
        await using var visitor = await host.Visitor(Screen.Phone, address: address);
        await mother.SignIn(visitor);
        var answers = Birth.Answers(mother);
        var journey = await Birth.ToThePageOfTheFamily(host, visitor, answers);
        await journey.FillInPage(answers);
        await visitor.Turn(async () =>
        {
            await using var held = await HoldDrafts("mid");
            var pressed = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Simpan dan lanjutkan" }).ClickAsync();
            await UntilSomebodyWaits();
            await cluster.Stop();
            await pressed;
        });
        Assert.Contains("WEB-503", await visitor.Heard(), StringComparison.Ordinal);

        await cluster.Start();
        await visitor.Press("Kirim lagi");
        var kept = visitor.Page.GetByLabel(journey.Label("keluarga.alamat"));
        Assert.Equal(answers["keluarga.alamat"], await kept.InputValueAsync());
        await journey.FillIn(answers);
        await journey.Hands.Press("Kirim permohonan");
        Assert.Contains("Permohonan terkirim", await visitor.Heard(), StringComparison.Ordinal);
        var journal = program.Services.GetRequiredService<JournalStore>();
        var subject = await journal.Subjects.OfNik(mother.Nik);
        Assert.Single((await journal.Cases.OfApplicant(subject, 10)).Rows);
    }

    [Fact]
    public async Task The_page_about_a_database_that_is_away_asks_it_nothing_and_never_shows_a_password()
    {
        // Who is signed in is looked up again at every request.
        await using var program = Program(
            "pass",
            services => services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.Zero)
        );
        var address = program.Start();
        var citizen = await People.Citizen(program.Services);
        await using var visitor = await host.Visitor(Screen.Phone, script: false, address);
        await using var signedIn = await host.Visitor(Screen.Phone, script: false, address);
        await citizen.SignIn(signedIn);
        await visitor.Open("/daftar?lang=en");
        await visitor.Page.GetByLabel("NIK").FillAsync("3578015203950007");
        await visitor.Page.GetByLabel("Full name").FillAsync("Rina Contoh");
        await visitor.Page.GetByLabel("Mobile number").FillAsync("0812-9999-0007");
        await visitor.Page.GetByLabel("Password").FillAsync(Password);

        await cluster.Stop();
        await visitor.Press("Create account");
        Assert.Contains("WEB-503", await visitor.Heard(), StringComparison.Ordinal);
        Assert.DoesNotContain(Password, await visitor.Page.ContentAsync(), StringComparison.Ordinal);
        var answer = await signedIn.Open("/berkas");
        Assert.Equal(503, answer.Status);
        Assert.Equal("60", answer.Headers["retry-after"]);
        Assert.Contains("WEB-503", await signedIn.Heard(), StringComparison.Ordinal);
        using var proxy = new HttpClient { BaseAddress = address };
        await Until(proxy, "/readyz", HttpStatusCode.ServiceUnavailable);
        await Until(proxy, "/healthz", HttpStatusCode.OK);

        await cluster.Start();
        await Until(proxy, "/readyz", HttpStatusCode.OK);
        await visitor.Page.GetByLabel("Password").FillAsync(Password);
        await visitor.Press("Send again");
        Assert.EndsWith("/konfirmasi", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Equal(200, (await signedIn.Open("/berkas")).Status);
    }

    [Fact]
    public async Task A_program_is_told_to_come_again_where_the_accounts_are_away_too()
    {
        await using var program = Program("api");
        program.Start();
        // Its token was never looked at: the first look is into the accounts.
        using var machine = await Machine.Of(program, "bkpm");
        await cluster.Stop();
        (await machine.Get("/api/v1/cases")).Refused(503, "GG-713");
        await cluster.Start();
        Assert.Equal(200, (await machine.Get("/api/v1/cases")).Status);
    }

    [Fact]
    public async Task Connections_of_the_accounts_that_were_cut_while_nobody_asked_cost_nobody_a_request()
    {
        await using var program = Program(
            "cut",
            services => services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.Zero)
        );
        var address = program.Start();
        var citizen = await People.Citizen(program.Services);
        await using var signedIn = await host.Visitor(Screen.Phone, script: false, address);
        await citizen.SignIn(signedIn);
        await using (var connection = new NpgsqlConnection(Unpooled("postgres")))
        {
            await connection.OpenAsync(Cancel);
            await using var cut = new NpgsqlCommand(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'cut'",
                connection
            );
            await cut.ExecuteNonQueryAsync(Cancel);
        }
        Assert.Equal(200, (await signedIn.Open("/berkas")).Status);
    }

    private Installation Program(string name, Action<IServiceCollection>? configure = null) =>
        new(new Dictionary<string, string> { ["Genggam:Postgres"] = cluster.NewDatabase(name) }, configure: configure);

    /// <summary>A connection that is kept is dead after the server was stopped.</summary>
    private string Unpooled(string name) => $"{cluster.DatabaseOf(name)};Pooling=false";

    /// <summary>Writers of drafts wait for this connection; readers do not.</summary>
    private async Task<NpgsqlConnection> HoldDrafts(string name)
    {
        var connection = new NpgsqlConnection(Unpooled(name));
        await connection.OpenAsync(Cancel);
        await using var hold = new NpgsqlCommand(
            "BEGIN; LOCK TABLE genggam.application_draft IN EXCLUSIVE MODE",
            connection
        );
        await hold.ExecuteNonQueryAsync(Cancel);
        return connection;
    }

    private async Task UntilSomebodyWaits()
    {
        await using var connection = new NpgsqlConnection(Unpooled("postgres"));
        await connection.OpenAsync(Cancel);
        await using var ask = new NpgsqlCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'",
            connection
        );
        var patience = Stopwatch.StartNew();
        while (await ask.ExecuteScalarAsync(Cancel) is 0L)
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(1), "Nobody waits for the table.");
    }

    private static async Task Until(HttpClient proxy, string path, HttpStatusCode expected)
    {
        var patience = Stopwatch.StartNew();
        while ((await proxy.GetAsync(path, Cancel)).StatusCode != expected)
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(1), $"{path} is never {expected}.");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
