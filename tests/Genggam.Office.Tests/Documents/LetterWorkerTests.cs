using System.Text.Json.Nodes;
using Genggam.Office.Documents;

namespace Genggam.Office.Tests.Documents;

public sealed class LetterWorkerTests(Workshop workshop) : IClassFixture<Workshop>
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_that_loops_is_stopped_with_a_number_and_the_next_one_is_made()
    {
        // Long enough that a worker starts and lays out the next letter on a busy machine; a loop eats memory meanwhile.
        await using var worker = new LetterWorker(new() { Time = TimeSpan.FromSeconds(6), Memory = 4L << 30 });
        var loop = await worker.RenderAsync(
            Workshop.Job(
                "#let f(n) = { let i = 0\n while i >= 0 { i = calc.rem(i + 1, 7) } }\n#range(9000000).map(n => range(9000).fold(0, (a, b) => a + b + n)).len()"
            ),
            Stop
        );
        Assert.Equal("DOC-104", Assert.IsType<RenderResult.Refused>(loop).Refusal.Number);
        Assert.IsType<RenderResult.Rendered>(await worker.RenderAsync(Workshop.Job("Halo"), Stop));
    }

    [Fact]
    public async Task A_letter_that_eats_memory_is_stopped_and_the_next_one_is_made()
    {
        await using var worker = new LetterWorker(new() { Memory = 300L << 20, Time = TimeSpan.FromSeconds(30) });
        var hungry = await worker.RenderAsync(
            Workshop.Job("#range(400).map(n => range(1000000).map(i => i + n)).len()"),
            Stop
        );
        Assert.Equal("DOC-105", Assert.IsType<RenderResult.Refused>(hungry).Refusal.Number);
        Assert.IsType<RenderResult.Rendered>(await worker.RenderAsync(Workshop.Job("Halo"), Stop));
    }

    [Fact]
    public async Task A_letter_that_grows_too_large_is_refused()
    {
        await using var worker = new LetterWorker(new() { Output = 20_000 });
        var large = await worker.RenderAsync(
            Workshop.Job("#for i in range(300) [Halaman #i #lorem(200) #pagebreak()]"),
            Stop
        );
        Assert.Equal("DOC-103", Assert.IsType<RenderResult.Refused>(large).Refusal.Number);
    }

    [Theory]
    [InlineData("#read(\"/etc/passwd\")", "not found")]
    [InlineData("#read(\"../../../etc/passwd\")", "access denied")]
    [InlineData("#image(\"/proc/self/environ\")", "not found")]
    [InlineData("#import \"@preview/cetz:0.3.0\": *", "failed to download")]
    [InlineData("#eval(\"import \\\"@local/cetz:0.3.0\\\": *\")", "not found")]
    public async Task A_letter_reaches_no_file_and_no_package(string template, string why)
    {
        var broken = Assert.IsType<RenderResult.Broken>(
            await workshop.Worker.RenderAsync(Workshop.Job(template), Stop)
        );
        Assert.Equal("DOC-101", broken.Refusal.Number);
        Assert.Contains(why, broken.Problems[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetTempPath(), broken.Refusal.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_a_letter_is_shown_with_its_line()
    {
        var broken = Assert.IsType<RenderResult.Broken>(
            await workshop.Worker.RenderAsync(Workshop.Job("Halo\n#tidak_ada"), Stop)
        );
        Assert.Equal(("/a/letters/x.typ", 3), (broken.Problems[0].File, broken.Problems[0].Line));
    }

    [Fact]
    public async Task One_letter_does_not_see_the_files_of_another()
    {
        var first = Workshop.Job("Rahasia");
        var secret = first with { Files = first.Files.Add("/a/secret.txt", "rahasia"u8.ToArray()) };
        Assert.IsType<RenderResult.Rendered>(await workshop.Worker.RenderAsync(secret, Stop));
        Assert.IsType<RenderResult.Broken>(
            await workshop.Worker.RenderAsync(Workshop.Job("#read(\"/a/secret.txt\")"), Stop)
        );
    }

    [Fact]
    public async Task The_same_letter_gives_the_same_bytes()
    {
        var job = Workshop.Job("Halo #json(bytes(sys.inputs.data)).nama", """{"nama":"Siti"}""");
        var once = Assert.IsType<RenderResult.Rendered>(await workshop.Worker.RenderAsync(job, Stop));
        var again = Assert.IsType<RenderResult.Rendered>(await workshop.Worker.RenderAsync(job, Stop));
        Assert.Equal(once.Bytes, again.Bytes);
    }

    [Theory]
    [InlineData("Toko ᗳ dan 中", "Toko □ dan □")]
    [InlineData("Toko \ueb12", "Toko □")]
    [InlineData("Toko \u10f3", "Toko □")]
    [InlineData("Tokos\u0e47\u1a17 se\u1a17", "Tokos□□ se□")]
    [InlineData("Budi\u0000 Santoso\u0007", "Budi Santoso")]
    [InlineData("\"ꦗ\" \\ꦮ\\", "\"□\" \\□\\")]
    public async Task Characters_that_no_font_has_stand_as_squares_and_the_letter_is_made(string typed, string shown)
    {
        async Task<byte[]> Letter(string name)
        {
            var data = new JsonObject { ["nama"] = new JsonArray(new JsonObject { ["x"] = name }) }.ToJsonString();
            var job = Workshop.Job("#upper(json(bytes(sys.inputs.data)).nama.at(0).x)", data);
            return Assert.IsType<RenderResult.Rendered>(await workshop.Worker.RenderAsync(job, Stop)).Bytes;
        }

        Assert.Equal(await Letter(shown), await Letter(typed));
    }

    [Fact]
    public async Task A_character_of_the_template_that_no_font_has_is_its_fault() =>
        Assert.IsType<RenderResult.Broken>(await workshop.Worker.RenderAsync(Workshop.Job("Halo 中"), Stop));

    [Fact]
    public async Task A_cancelled_letter_does_not_spoil_the_next()
    {
        await using var worker = new LetterWorker();
        await worker.WarmAsync(Stop);
        using var impatient = new CancellationTokenSource();
        var loop = worker.RenderAsync(
            Workshop.Job("#range(9000000).map(n => range(9000).fold(0, (a, b) => a + b + n)).len()"),
            impatient.Token
        );
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loop);
        Assert.IsType<RenderResult.Rendered>(await worker.RenderAsync(Workshop.Job("Halo"), Stop));
    }

    [Fact]
    public async Task The_preview_is_one_picture_of_the_pages()
    {
        var seen = await Letters.PreviewAsync(workshop.Worker, Samples.Order(), stop: Stop);
        var svg = System.Text.Encoding.UTF8.GetString(Assert.IsType<RenderResult.Rendered>(seen).Bytes);
        Assert.StartsWith("<svg", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", svg, StringComparison.OrdinalIgnoreCase);
    }
}
