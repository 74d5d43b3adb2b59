using Genggam.Office.Catalogue;
using Genggam.Office.Changes;

namespace Genggam.Office.Tests.Changes;

/// <summary>Examples of a draft, changed value by value on a page.</summary>
public sealed class ExampleEditTests(Bureau bureau) : IClassFixture<Bureau>
{
    private const string First = "examples/01-lengkap.yaml";

    [Theory]
    [InlineData("steps.1.submit.data.anak.nama", "Bima Arya Prasetyo", "007", "nama: \"007\"")]
    [InlineData("steps.1.submit.data.pemohon.nik", "3578014101900001", "3578014101900009", "nik: \"3578014101900009\"")]
    [InlineData("steps.1.submit.data.anak.kelahiran_ke", "1", "2", "kelahiran_ke: 2")]
    [InlineData("steps.1.submit.data.anak.kelahiran_ke", "1", "dua", "kelahiran_ke: dua")]
    [InlineData("steps.1.submit.data.pernyataan.benar", "true", "false", "benar: false")]
    [InlineData("steps.1.submit.data.dokumen.kk.1", "kk.jpg", "kk baru.jpg", "kk: [kk baru.jpg]")]
    [InlineData("then.outcome", "granted", "rejected", "outcome: rejected")]
    public async Task A_value_stays_of_its_kind_and_nothing_else_changes(
        string path,
        string was,
        string now,
        string line
    )
    {
        var change = await bureau.Open();
        var before = (await bureau.Load(change)).Text(First)!.Split('\n');
        var desk = bureau.Get<ChangeDesk>();
        var result = await desk.Edit(
            change.Id,
            bureau.Rina,
            draft => ExampleEdit.Change(draft, First, [new TypedValue(path, was, now)])
        );
        Assert.IsType<ChangeResult.Done>(result);
        var after = (await bureau.Load(change)).Text(First)!.Split('\n');
        Assert.Equal(line, Assert.Single(after.Except(before)).Trim());
        Assert.Equal(before.Length, after.Length);
    }

    [Theory]
    [InlineData("at", "2026-11-16T09:00:00+07:00", "kemarin", ChangeRefusal.CannotEdit)]
    [InlineData("steps.9.wait", "", "P1D", ChangeRefusal.Unfit)]
    [InlineData("then.outcome", "rejected", "withdrawn", ChangeRefusal.Conflict)]
    public async Task What_cannot_be_taken_is_refused_with_its_place(string path, string was, string now, string number)
    {
        var draft = await bureau.Load(await bureau.Open());
        var outcome = ExampleEdit.Change(draft, First, [new TypedValue(path, was, now)]);
        var refusal = Assert.IsType<EditOutcome.Refused>(outcome).Refusal;
        Assert.Equal(number, refusal.Number);
        Assert.NotEmpty(refusal.Slots[0]);
    }

    [Fact]
    public async Task A_copy_is_another_example_that_holds_as_well_and_one_that_is_taken_away_is_gone()
    {
        var (change, to) = (await bureau.Open(), "");
        var desk = bureau.Get<ChangeDesk>();
        await desk.Edit(change.Id, bureau.Rina, d => ExampleEdit.Copy(d, First, "Lengkap: sekali lagi", out to));
        await desk.Edit(change.Id, bureau.Rina, _ => ExampleEdit.Remove("examples/02-sptjm-kelahiran.yaml"));
        var draft = await bureau.Load(change);
        Assert.Equal("examples/23-lengkap-sekali-lagi.yaml", to);
        Assert.Equal("Lengkap: sekali lagi", ExampleEdit.Read(draft, to)?.Told.Name);
        Assert.DoesNotContain("examples/02-sptjm-kelahiran.yaml", ExampleEdit.Paths(draft));
        var report = draft.Check(bureau.Get<ServiceCatalogue>().Calendar);
        Assert.Empty(report.Examples.Single(e => e.File == to).Faults);
    }

    [Fact]
    public async Task Every_shipped_example_can_be_read_as_values_in_the_order_of_its_file()
    {
        var draft = await bureau.Load(await bureau.Open());
        foreach (var path in ExampleEdit.Paths(draft))
        {
            var file = ExampleEdit.Read(draft, path)!;
            Assert.Equal("name", file.Values[0].Path);
            Assert.Equal(file.Told.Name, file.Values[0].Value);
            Assert.Matches($@"^(then|steps\.{file.Told.Steps.Length})\.", file.Values[^1].Path);
        }
    }
}
