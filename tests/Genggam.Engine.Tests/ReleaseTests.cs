using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Genggam.Engine.Tests;

/// <summary>What a release is known by, and what it says in which language.</summary>
public sealed class ReleaseTests
{
    [Fact]
    public void A_folder_with_nothing_in_it_has_the_hash_of_nothing() => Assert.Equal(Hex(SHA256.HashData([])), Hash());

    [Fact]
    public void A_single_file_is_hashed_with_its_path_under_its_branch()
    {
        Assert.Equal(Hex(Branch("behaviour", Leaf("process.bpmn"))), Hash("process.bpmn"));
        Assert.Equal(Hex(Branch("presentation", Leaf("texts/id.yaml"))), Hash("texts/id.yaml"));
        Assert.Equal(Hex(Branch("presentation", Leaf("letters/izin.typ"))), Hash("letters/izin.typ"));
        Assert.Equal(Hex(Branch("presentation", Leaf("shared/letters/a.typ"))), Hash("shared/letters/a.typ"));
        Assert.Equal(Hex(Branch("examples", Leaf("examples/01.yaml"))), Hash("examples/01.yaml"));
        Assert.Equal(Hex(Branch("behaviour", Leaf("old/texts/id.yaml"))), Hash("old/texts/id.yaml"));
    }

    [Fact]
    public void Files_of_a_branch_are_joined_in_a_tree_by_the_order_of_their_paths()
    {
        var (a, b, c, d, e) = (Leaf("a"), Leaf("b"), Leaf("c"), Leaf("d"), Leaf("e"));

        Assert.Equal(Hex(Branch("behaviour", Join(a, b))), Hash("b", "a"));
        Assert.Equal(Hex(Branch("behaviour", Join(Join(a, b), c))), Hash("c", "a", "b"));
        Assert.Equal(Hex(Branch("behaviour", Join(Join(a, b), Join(c, d)))), Hash("a", "b", "c", "d"));
        Assert.Equal(Hex(Branch("behaviour", Join(Join(Join(a, b), Join(c, d)), e))), Hash("a", "b", "c", "d", "e"));
    }

    [Fact]
    public void The_branches_are_joined_behaviour_then_examples_then_presentation() =>
        Assert.Equal(
            Hex(
                Join(
                    Join(Branch("behaviour", Leaf("process.bpmn")), Branch("examples", Leaf("examples/1"))),
                    Branch("presentation", Leaf("texts/id"))
                )
            ),
            Hash("texts/id", "process.bpmn", "examples/1")
        );

    [Fact]
    public void A_release_speaks_the_language_it_is_asked_for_or_its_first_or_none()
    {
        var release = SampleService.World().Core;
        Assert.Same(TextBook.Empty, release.TextsIn("en"));
        Assert.Equal("id", TextBook.Empty.Language);

        var first = new TextBook("id", ImmutableSortedDictionary<string, string>.Empty.Add("name", "Izin"));
        var second = new TextBook("en", ImmutableSortedDictionary<string, string>.Empty.Add("name", "Licence"));
        release = release with { Texts = release.Texts.Add("id", first) };
        Assert.Same(first, release.TextsIn("en"));
        release = release with { Texts = release.Texts.Add("en", second) };
        Assert.Same(second, release.TextsIn("en"));
        Assert.Same(first, release.TextsIn("jv"));
    }

    [Fact]
    public void A_text_that_is_missing_shows_as_its_key()
    {
        var book = new TextBook("id", ImmutableSortedDictionary<string, string>.Empty.Add("name", "Izin"));
        Assert.Equal(("Izin", "nama"), (book["name"], book["nama"]));
        Assert.Equal(("Izin", null), (book.Find("name"), book.Find("nama")));
    }

    [Fact]
    public void A_list_of_texts_ends_where_its_numbers_end()
    {
        var book = new TextBook(
            "id",
            new Dictionary<string, string>
            {
                ["satu"] = "Sendiri",
                ["banyak.1"] = "A",
                ["banyak.2"] = "B",
                ["banyak.4"] = "D",
            }.ToImmutableSortedDictionary()
        );
        Assert.Equal(["Sendiri"], book.List("satu"));
        Assert.Equal(["A", "B"], book.List("banyak"));
        Assert.Empty(book.List("lain"));
    }

    [Fact]
    public void A_form_is_found_by_its_name_only()
    {
        var release = SampleService.World().Core;
        Assert.Equal("izin-contoh", release.Id);
        Assert.Same(release.Forms["verifikasi"], release.Form("verifikasi"));
        Assert.Null(release.Form("lain"));
        Assert.Null(release.Form(null));
    }

    [Theory]
    [InlineData("Asia/Jakarta", 7)]
    [InlineData("Asia/Pontianak", 7)]
    [InlineData("Asia/Makassar", 8)]
    [InlineData("Asia/Jayapura", 9)]
    [InlineData("Europe/Berlin", 7)]
    public void A_day_is_that_of_the_offices_wall_clock(string zone, int hours)
    {
        var lastHour = new DateTimeOffset(2026, 8, 13, 23, 59, 59, TimeSpan.FromHours(hours));
        Assert.Equal(TimeSpan.FromHours(hours), ZoneVersion.Indonesia.Local(lastHour, zone).Offset);
        Assert.Equal(new DateOnly(2026, 8, 13), ZoneVersion.Indonesia.Day(lastHour.ToUniversalTime(), zone));
        Assert.Equal(
            new DateOnly(2026, 8, 14),
            ZoneVersion.Indonesia.Day(lastHour.AddSeconds(1).ToUniversalTime(), zone)
        );
    }

    [Fact]
    public void The_standard_of_a_service_has_the_fourteen_parts_of_the_law_the_published_ones_first()
    {
        Assert.Equal(14, ServiceDefinition.StandardComponents.Distinct().Count());
        Assert.Equal(
            ["requirements", "procedure", "time", "fee", "product", "complaints"],
            ServiceDefinition.StandardComponents[..6]
        );
    }

    [Fact]
    public void An_entry_says_what_it_was_decided_under()
    {
        var world = SampleService.World();
        var at = new DateTimeOffset(2026, 8, 13, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal(
            new Stamp(world.Core.Hash, null, "2026", "id-1988", EngineLevel.Three, at, 7, Actor.System, "uji"),
            Stamp.Of(world, new Moment(at, 7), Actor.System, "uji")
        );
        Assert.Equal(
            "lain",
            Stamp
                .Of(world with { Overlay = world.Core with { Hash = "lain" } }, new Moment(at), Actor.System, "uji")
                .Overlay
        );
    }

    private static string Hash(params string[] paths) =>
        ReleaseHash.Of(paths.ToImmutableSortedDictionary(path => path, path => Content(path), StringComparer.Ordinal));

    private static ImmutableArray<byte> Content(string path) => [.. Encoding.UTF8.GetBytes("isi " + path)];

    private static byte[] Leaf(string path) =>
        SHA256.HashData([
            0,
            .. SHA256.HashData(Encoding.UTF8.GetBytes(path)),
            .. SHA256.HashData(Content(path).AsSpan()),
        ]);

    private static byte[] Join(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);

    private static byte[] Branch(string name, byte[] root) =>
        SHA256.HashData([2, .. Encoding.UTF8.GetBytes(name), .. root]);

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
