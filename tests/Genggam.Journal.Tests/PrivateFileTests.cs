using System.Text;

namespace Genggam.Journal.Tests;

public sealed class PrivateFileTests : IDisposable
{
    private readonly string folder = Given.Folder();

    private string PathOf(string name) => Path.Combine(folder, "a", "b", name);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_key_that_another_node_made_first_is_left_as_it_is()
    {
        Assert.True(PrivateFile.Create(PathOf("key"), "first"u8));
        Assert.False(PrivateFile.Create(PathOf("key"), "second"u8));
        Assert.Equal("first", File.ReadAllText(PathOf("key")));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(PathOf("key"))!));
    }

    [Fact]
    public async Task Nodes_that_make_a_key_at_once_have_the_same_key()
    {
        var made = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => Task.Run(() => PrivateFile.Create(PathOf("key"), [(byte)i])))
        );
        Assert.Equal(made.ToList().IndexOf(true), Assert.Single(File.ReadAllBytes(PathOf("key"))));
        Assert.Single(made, one => one);
    }

    [Fact]
    public void What_is_written_again_takes_the_place_of_the_old_and_leaves_nothing_beside_it()
    {
        PrivateFile.Write(PathOf("latest"), "old"u8);
        PrivateFile.Write(PathOf("latest"), "new"u8);
        Assert.Equal("new", File.ReadAllText(PathOf("latest")));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(PathOf("latest"))!));
    }

    [Fact]
    public void A_line_after_one_that_a_crash_cut_off_is_read()
    {
        var subject = new SubjectId(Guid.NewGuid());
        PrivateFile.AppendLine(PathOf("destroyed.list"), $"{Guid.NewGuid():D}\t1\tasked for");
        var whole = File.ReadAllBytes(PathOf("destroyed.list"));
        PrivateFile.Write(
            PathOf("destroyed.list"),
            [.. whole, .. Encoding.UTF8.GetBytes(Guid.NewGuid().ToString("D"))]
        );

        PrivateFile.AppendLine(PathOf("destroyed.list"), $"{subject.Value:D}\t2\tasked for");

        Assert.Equal(subject, Erasures.ReadFile(PathOf("destroyed.list")).Last().Subject);
    }

    [Fact]
    public void A_folder_that_cannot_be_flushed_is_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps names itself.");
        Assert.Throws<IOException>(() => Durable.Folder(Path.Combine(folder, "not there")));
    }
}
