using System.Diagnostics;
using Genggam.Journal.Storage;

namespace Genggam.Journal.Tests;

/// <summary>An auditor with a backup, the public key and a witness, and nothing of the program.</summary>
public abstract class AuditorContract : StoreContract
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_whole_journal_holds_against_its_backup_and_an_earlier_witness()
    {
        await Cases(3);
        var witness = await Witness();
        await Cases(4);

        var (said, code) = await Audit(witness);

        Assert.Equal("14 entries of 7 cases, 7 looks, 2 checkpoints and 1 witness\neverything holds", said);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task Who_owns_database_and_key_and_writes_the_past_anew_is_found_by_the_witness()
    {
        await Cases(3);
        var witness = await Witness();
        await Tamper("DELETE FROM entry WHERE position > 4");
        await Tamper("UPDATE journal_head SET position = 4 WHERE name = 'entry'");
        await Tamper("DELETE FROM checkpoint");
        File.Delete(Options.LatestCheckpointPath);
        await Reopen();
        await Cases(2);
        Assert.True((await Journal.Verify()).Holds);

        var (said, code) = await Audit(witness);

        Assert.Contains("are not those that the witness", said, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Theory]
    [InlineData("UPDATE entry SET kind = 'other' WHERE position = 3", "entry: position 3 is not what was written")]
    [InlineData("DELETE FROM entry WHERE position = 3", "entry: position 3 is missing")]
    [InlineData("UPDATE access SET purpose = 'other' WHERE position = 2", "access: position 2 is not what was written")]
    [InlineData("UPDATE checkpoint SET note = REPLACE(note, 'access 3', 'access 2')", "is not signed with this key")]
    public async Task What_was_changed_in_the_database_is_found_in_its_backup(string change, string finding)
    {
        await Cases(3);
        await Journal.Checkpoints.Write();
        await Tamper(change);

        var (said, code) = await Audit();

        Assert.Contains(finding, said, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    private async Task Cases(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var @case = Given.Case();
            var first = await Journal.Append(Given.First(@case));
            await Journal.Append(Given.After(first, @case));
            await Journal.Access.Record(
                @case,
                "siti",
                "verifikator",
                "Dinas Kesehatan – Blitar",
                "verifikasi",
                Given.Noon
            );
        }
    }

    private async Task<string> Witness()
    {
        await Journal.Checkpoints.Write();
        var file = Path.Combine(Options.Folder, "witness.txt");
        await File.WriteAllTextAsync(file, await Journal.Checkpoints.LatestNote(), Stop);
        return file;
    }

    private Task Tamper(string sql) => Journal.Database.Write(session => session.Execute(sql));

    private async Task<(string Said, int Code)> Audit(params string[] witnesses)
    {
        var (data, keys) = (Path.Combine(Options.Folder, "b.data"), Path.Combine(Options.Folder, "b.keys"));
        await Journal.Backup(data, keys);
        var key = Path.Combine(Options.Folder, "seal.pem");
        await File.WriteAllTextAsync(key, Journal.Checkpoints.PublicKeyPem(), Stop);
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "verify.mjs"), data, "--key", key])
            start.ArgumentList.Add(argument);
        foreach (var witness in witnesses)
        {
            start.ArgumentList.Add("--witness");
            start.ArgumentList.Add(witness);
        }
        using var auditor = Process.Start(start)!;
        var said = auditor.StandardOutput.ReadToEndAsync(Stop);
        var wrong = auditor.StandardError.ReadToEndAsync(Stop);
        await auditor.WaitForExitAsync(Stop);
        return ($"{await said}{await wrong}".TrimEnd(), auditor.ExitCode);
    }
}
