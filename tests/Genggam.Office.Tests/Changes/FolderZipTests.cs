using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Genggam.Engine;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes;
using Genggam.Standards;

namespace Genggam.Office.Tests.Changes;

public sealed class FolderZipTests
{
    private static readonly byte[] Yaml = "id: x\n"u8.ToArray();

    public static TheoryData<string> Shipped => ["akta-kelahiran", "laik-higiene-sanitasi", "nib-mikro-risiko-rendah"];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_folder_that_is_packed_and_unpacked_has_the_same_hash(string service)
    {
        var release = ServiceFolder.Read(Path.Combine(Town.ShippedServices, service)).Value!;
        var packed = FolderZip.Pack(service, release.Parts);
        Assert.Equal(packed, FolderZip.Pack(service, release.Parts));
        var parts = release.Parts.Where(p => p.Key.StartsWith("shared/letters/", StringComparison.Ordinal));
        var again = Files(packed).Select(f => KeyValuePair.Create(f.Key, f.Value.ToImmutableArray())).Concat(parts);
        var problems = new List<Problem>();
        var read = ServiceFolder.FromParts(again.ToImmutableSortedDictionary(StringComparer.Ordinal), problems);
        Assert.Equal(release.Hash, read.Hash);
    }

    [Fact]
    public void The_folder_may_lie_at_the_top_or_below_others_and_what_systems_leave_behind_is_no_file()
    {
        Assert.Equal(
            ["service.yaml", "shared/legal.yaml"],
            Files(Zip(("service.yaml", Yaml), ("legal.yaml", Yaml))).Keys.Order()
        );
        var nested = Zip(
            ("kerja/services/akta/service.yaml", Yaml),
            ("kerja/services/akta/texts/id.yaml", Yaml),
            ("kerja/services/akta/.DS_Store", Yaml),
            ("kerja/services/akta/overlays/73.71/overlay.yaml", Yaml),
            ("kerja/services/legal.yaml", Yaml),
            ("kerja/services/calendars/2026.yaml", Yaml),
            ("kerja/README.md", Yaml)
        );
        Assert.Equal(["service.yaml", "shared/legal.yaml", "texts/id.yaml"], Files(nested).Keys);
    }

    [Fact]
    public void Of_several_overlays_the_one_of_the_region_is_taken()
    {
        var packed = Zip(("a/11/overlay.yaml", Yaml), ("a/73.71/overlay.yaml", Yaml), ("a/73.71/texts/id.yaml", Yaml));
        var region = Assert.IsType<UnpackResult.Unpacked>(FolderZip.Unpack(new MemoryStream(packed), "akta@73.71"));
        Assert.Equal(["overlay.yaml", "texts/id.yaml"], region.Files.Keys);
    }

    [Fact]
    public void What_is_no_zip_or_no_folder_or_too_large_is_refused_with_its_place()
    {
        Assert.Equal("zip", Refused(Yaml));
        Assert.Equal("service.yaml", Refused(Zip(("process.bpmn", Yaml))));
        Assert.Equal(
            "process.bpmn",
            Refused(Zip(("service.yaml", Yaml), ("process.bpmn", new byte[2 * 1024 * 1024 + 1])))
        );
        var many = Enumerable.Range(0, 1001).Select(n => ($"a{n}.dmn", Yaml)).Append(("service.yaml", Yaml));
        Assert.StartsWith("1002", Refused(Zip([.. many])), StringComparison.Ordinal);
        var bomb = Enumerable.Range(0, 30).Select(n => ($"z{n:00}.dmn", new byte[2 * 1024 * 1024]));
        Assert.Equal("z19.dmn", Refused(Zip([("service.yaml", Yaml), .. bomb])));
        Assert.Equal("a.dmn", Refused(Zip(("service.yaml", Yaml), ("a.dmn", Yaml), ("a.dmn", Yaml))));
    }

    [Fact]
    public async Task A_folder_takes_the_place_of_a_change_and_leads_nowhere_else()
    {
        await using var bureau = new Bureau();
        await bureau.InitializeAsync();
        var change = await bureau.Open();
        var draft = await bureau.Load(change);
        var files = Files(FolderZip.Pack(Bureau.Service, draft.Parts));
        var folders = bureau.Get<FolderDesk>();

        var away = files.Remove("examples/08-hari-ke-61.yaml").SetItem("tambahan.form", Encoding.UTF8.GetBytes("{}"));
        var done = Assert.IsType<ChangeResult.Done>(await folders.Replace(change.Id, change.Steps, away, bureau.Rina));
        Assert.Equal(["examples/08-hari-ke-61.yaml", "tambahan.form"], (await bureau.Load(done.Change)).Changed);

        var sneaky = files.Add("../agencies.yaml", Yaml);
        var no = Assert.IsType<ChangeResult.Refused>(
            await folders.Replace(change.Id, done.Change.Steps, sneaky, bureau.Rina)
        );
        Assert.Equal((ChangeRefusal.Unfit, "../agencies.yaml"), (no.Refusal.Number, no.Refusal.Slots[0]));
    }

    [Fact]
    public async Task Who_asks_for_the_same_folder_twice_has_one_change_and_what_fails_is_given_up()
    {
        await using var bureau = new Bureau();
        await bureau.InitializeAsync();
        var live = bureau.Get<ServiceCatalogue>().Find(Bureau.Service)!;
        var parts = live.Parts.SetItem(
            Bureau.Texts,
            [
                .. Encoding.UTF8.GetBytes(
                    Bureau.Summary(Encoding.UTF8.GetString(live.Parts[Bureau.Texts].AsSpan()), "Baru")
                ),
            ]
        );
        var files = Files(FolderZip.Pack(Bureau.Service, parts));
        var ask = new PublicationAsk(ReleaseHash.Of(parts), null, "Dari Git", null, null);

        var first = Assert.IsType<ChangeResult.Done>(await Ask(ask)).Change;
        Assert.Equal(ChangeState.Asked, first.State);
        Assert.Equal(first.Id, Assert.IsType<ChangeResult.Done>(await Ask(ask)).Change.Id);
        var other = Assert.IsType<ChangeResult.Refused>(await Ask(ask with { Hash = live.Hash }));
        Assert.Equal(ChangeRefusal.OtherHash, other.Refusal.Number);
        var states = await bureau.Get<ChangeDesk>().Of(Bureau.Service, 10);
        Assert.Equal(["asked", "givenup"], states.Select(s => s.State).Order(StringComparer.Ordinal));

        Task<ChangeResult> Ask(PublicationAsk what) =>
            bureau.Get<FolderDesk>().Ask(Bureau.Service, "Dari Git", files, what, bureau.Rina, bureau.Cancel);
    }

    private static ImmutableSortedDictionary<string, byte[]> Files(byte[] packed) =>
        Assert.IsType<UnpackResult.Unpacked>(FolderZip.Unpack(new MemoryStream(packed))).Files;

    private static string Refused(byte[] packed) =>
        Assert.IsType<UnpackResult.Refused>(FolderZip.Unpack(new MemoryStream(packed))).Refusal.Slots[0];

    private static byte[] Zip(params IReadOnlyList<(string Path, byte[] Bytes)> files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, bytes) in files)
            {
                using var file = zip.CreateEntry(path).Open();
                file.Write(bytes);
            }
        return packed.ToArray();
    }
}
