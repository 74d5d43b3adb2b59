using Genggam.Web.Tests.Harness;
using Genggam.Web.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Genggam.Web.Tests.Shell;

/// <summary>The same data folder under a program that was stopped and started again.</summary>
public sealed class RestartTests(Host host) : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("genggam-restart-");

    private string Data => Path.Combine(folder.FullName, "data");

    private string Services => Path.Combine(folder.FullName, "services");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Nobody_is_signed_out_by_a_restart_and_keys_are_read_by_their_owner_alone()
    {
        await using var visitor = await host.Visitor();
        await using (var before = new Installation(data: Data))
        {
            var address = before.Start();
            var citizen = await People.Citizen(before.Services);
            await visitor.Page.GotoAsync(new Uri(address, "/masuk").ToString());
            await visitor.Page.GetByLabel("NIK").FillAsync(citizen.Nik);
            await visitor.Page.GetByLabel("Kata sandi").FillAsync(Genggam.Office.People.DemoPeople.Password);
            await visitor.Press("Masuk");
        }
        await using var after = new Installation(data: Data);
        var again = new Uri(after.Start(), "/berkas");
        Assert.Equal(200, (await visitor.Open(again.ToString())).Status);
        Assert.Equal(again.ToString(), visitor.Page.Url);

        var keys = Directory.GetFiles(Path.Combine(Data, "keys"), "*", SearchOption.AllDirectories);
        Assert.NotEmpty(keys);
        foreach (var file in keys)
            if (!OperatingSystem.IsWindows())
                Assert.Equal(OwnerOnly, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task A_service_whose_folder_breaks_is_named_and_left_out_and_what_was_begun_with_it_stays()
    {
        Installation.CopyServices(Services);
        var settings = new Dictionary<string, string> { ["Genggam:Services"] = Services };
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        string page;
        await using (var before = new Installation(settings, Data))
        {
            var address = before.Start();
            var mother = await People.Citizen(before.Services);
            await using var writer = await host.Visitor(Screen.Phone, address: address);
            await mother.SignIn(writer);
            var journey = await Birth.ToThePageOfTheFamily(host, writer, Birth.Answers(mother));
            await writer.Page.GetByLabel(journey.Label("keluarga.alamat")).FillAsync("Jalan Mawar Contoh 7");
            await writer.Press("Simpan dan lanjutkan");
            page = new Uri(writer.Page.Url).AbsolutePath;
            await visitor.Page.Context.AddCookiesAsync(
                (await writer.Page.Context.CookiesAsync()).Select(c => new Cookie
                {
                    Name = c.Name,
                    Value = c.Value,
                    Domain = c.Domain,
                    Path = c.Path,
                })
            );
        }
        await File.WriteAllTextAsync(
            Path.Combine(Services, Birth.Service, "process.bpmn"),
            "<bpmn:definitions",
            Cancel
        );

        using var log = new LogBook();
        await using var after = new Installation(settings, Data, s => s.AddSingleton<ILoggerProvider>(log));
        var now = after.Start();
        Assert.Contains(
            log.Lines,
            line => line.StartsWith($"{Birth.Service} is not published from its folder: ", StringComparison.Ordinal)
        );
        foreach (var closed in new[] { "", "/cek", "/ajukan" })
        {
            var answer = await visitor.Open(new Uri(now, $"/layanan/{Birth.Service}{closed}").ToString());
            Assert.Equal(503, answer.Status);
            var heard = await visitor.Heard();
            Assert.Contains("GG-111", heard, StringComparison.Ordinal);
            Assert.Contains("Akta kelahiran", heard, StringComparison.Ordinal);
            Assert.Contains("datanglah ke loket", heard, StringComparison.Ordinal);
            Assert.Contains("Pencatatan Sipil Kota Surabaya", heard, StringComparison.Ordinal);
        }
        Assert.Equal(200, (await visitor.Open(new Uri(now, $"/layanan/{Stall.Service}").ToString())).Status);
        Assert.Equal(200, (await visitor.Open(new Uri(now, page).ToString())).Status);
        Assert.Equal("Jalan Mawar Contoh 7", await visitor.Page.Locator("[name='keluarga.alamat']").InputValueAsync());
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
