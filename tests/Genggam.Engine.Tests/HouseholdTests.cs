using System.Collections.Immutable;
using System.Text;
using Genggam.Standards.Feel;

namespace Genggam.Engine.Tests;

/// <summary>A form with a computed answer and a repeating group: what nobody gives, and what several persons give.</summary>
public sealed class HouseholdTests
{
    private const string Form = """
        {"id":"permohonan","components":[{"type":"group","id":"page_keluarga","components":[
          {"type":"textfield","key":"pemohon.nama"},
          {"type":"expression","key":"pemohon.penghasilan","expression":"=sum(anak.anggota.upah)","validate":{"max":1000}},
          {"type":"dynamiclist","path":"anak.anggota","properties":{"min":"1","max":"5"},"components":[
            {"type":"textfield","key":"nik","properties":{"kind":"nik"},"validate":{"required":true}},
            {"type":"datetime","key":"lahir","subtype":"date"},
            {"type":"number","key":"upah"},
            {"type":"expression","key":"tahun","expression":"=this.lahir.year"}]}]}]}
        """;

    private const string Verification = """
        {"id":"verifikasi","components":[{"type":"group","id":"page_hasil","components":[
          {"type":"checkbox","key":"sesuai"},
          {"type":"expression","key":"nilai","expression":"=if sesuai then 1 else 0"}]}]}
        """;

    private static readonly ImmutableSortedDictionary<string, Guid> Persons = ImmutableSortedDictionary<string, Guid>
        .Empty.Add("pemohon", Guid.Parse("00000000-0000-7000-8000-000000000001"))
        .Add("anak", Guid.Parse("00000000-0000-7000-8000-000000000002"));

    private readonly World world = SampleService.World(verificationForm: Verification, applicationForm: Form);
    private readonly RunningCase running;

    public HouseholdTests() => running = new RunningCase(world);

    [Fact]
    public void The_rules_decide_on_what_is_computed_and_not_on_what_was_sent_for_it()
    {
        var refusal = Submit("""{"pemohon": {"penghasilan": 1}, "anak": {"anggota": [UPAH(60), UPAH(70)]}}""");
        Assert.Equal(Refusals.NotEligible, refusal!.Number);
    }

    [Fact]
    public void What_is_computed_is_in_the_journal_and_is_computed_again_when_an_answer_is_corrected()
    {
        Assert.Null(Submit("""{"pemohon": {"penghasilan": 1}, "anak": {"anggota": [UPAH(10), UPAH(20)]}}"""));
        Assert.Equal("30", $"{running.State.Data.At("pemohon.penghasilan")}");
        Assert.Equal("2001", $"{running.State.Data.At("anak.anggota[1].tahun")}");

        running.Claim("verifikasi", RunningCase.Verifier);
        running.Finish("verifikasi", "return", RunningCase.Verifier, null, new Defect("anak.anggota[1].upah", "?"));
        var corrected = running.State.Data.WithAt("anak.anggota[1].upah", 40).At("anak");
        Assert.Null(running.Correct("perbaikan", "anak", corrected));
        Assert.Equal("50", $"{running.State.Data.At("pemohon.penghasilan")}");
    }

    [Fact]
    public void What_is_computed_in_the_form_of_an_officer_stands_under_the_task()
    {
        Assert.Null(Submit("""{"anak": {"anggota": [UPAH(10)]}}"""));
        running.Claim("verifikasi", RunningCase.Verifier);
        Assert.Null(running.Finish("verifikasi", "approve", RunningCase.Verifier));
        Assert.Equal("1", $"{running.State.Data.At("verifikasi.nilai")}");
    }

    [Fact]
    public void A_fault_in_a_row_names_the_row()
    {
        var refusal = Submit("""{"anak": {"anggota": [UPAH(10), {"nik": "1"}]}}""");
        Assert.Equal("anak.anggota[1].nik", Assert.Single(refusal!.Fields).Key);
    }

    [Fact]
    public void Persons_in_rows_are_sealed_under_the_key_of_the_name_they_stand_under()
    {
        Submit("""{"anak": {"anggota": [UPAH(10), UPAH(20)]}}""");
        var split = EntryCodec.Split(running.Entries[0], world.Core.Service.Subjects);
        Assert.DoesNotContain(
            "35780157",
            Encoding.UTF8.GetString(EntryBytes.Unpacked(split.Open).Span),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("35780157", Encoding.UTF8.GetString(split.Parts["pemohon"]), StringComparison.Ordinal);

        var parts = split.Parts.ToDictionary(p => p.Key, p => (byte[]?)p.Value);
        var kept = CaseLogic.Fold(Case.New("contoh"), EntryCodec.Join(split.Open, parts).Entry);
        Assert.Equal(FeelDate.Of(2001, 5, 17), kept.Data.At("anak.anggota[0].lahir"));
        parts["anak"] = null;
        var erased = CaseLogic.Fold(Case.New("contoh"), EntryCodec.Join(split.Open, parts).Entry);
        Assert.True(erased.Data["anak"].IsNull);
    }

    private Refusal? Submit(string answers)
    {
        var json = System.Text.RegularExpressions.Regex.Replace(
            answers,
            @"UPAH\((\d+)\)",
            """{"nik": "3578015705010001", "lahir": {"$date": "2001-05-17"}, "upah": $1}"""
        );
        var data = new Personal((FeelContext)FeelJson.Parse(json));
        return running.Do(new Command.Submit("B-1", "dinas", "Asia/Jakarta", Persons, data), RunningCase.Citizen);
    }
}
