using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Genggam.Office.Documents;
using Genggam.Office.Documents.Signing;

namespace Genggam.Office.Tests.Documents;

/// <summary>A letter worker, demo keys and a folder, shared by the tests of documents.</summary>
public sealed class Workshop : IAsyncLifetime
{
    internal static readonly DateTimeOffset Now = new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero);

    internal LetterWorker Worker { get; } = new();
    internal string Folder { get; } = Directory.CreateTempSubdirectory("genggam-documents-").FullName;
    internal DemoCertificates Keys { get; private set; } = null!;

    public ValueTask InitializeAsync()
    {
        Keys = DemoCertificates.Open(Path.Combine(Folder, "keys"), Now);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await Worker.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    internal PadesSigner Signer() =>
        new(Keys.Official("Rahmat Hidayat, S.Sos.", "Kepala Dinas", "Dispendukcapil Kota Surabaya"));

    internal async Task<IssueResult.Issued> IssueAsync(bool demo = true)
    {
        var result = await new Letters(Worker, Keys.QrKey).IssueAsync(
            Samples.Order(demo),
            Signer(),
            TestContext.Current.CancellationToken
        );
        return Assert.IsType<IssueResult.Issued>(result);
    }

    internal string Save(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Runs one of poppler's tools and gives what it printed.</summary>
    internal static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(tool, arguments)
            {
                RedirectStandardOutput = true,
                StandardOutputEncoding = Encoding.UTF8,
            }
        )!;
        var text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return text;
    }

    internal static RenderJob Job(string template, string data = "{}", PageFormat format = PageFormat.Pdf) =>
        new(
            "/a/letters/x.typ",
            ImmutableSortedDictionary<string, byte[]>.Empty.Add(
                "/a/letters/x.typ",
                Encoding.UTF8.GetBytes("#set document(title: \"x\")\n" + template)
            ),
            data,
            format,
            Now
        );
}
