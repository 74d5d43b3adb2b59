using Genggam.Office.Catalogue;
using Genggam.Standards;

namespace Genggam.Office.Tests.Publishing;

/// <summary>FEEL that reads what nothing in the service writes is refused, with what was meant.</summary>
public sealed class NameCheckTests : IDisposable
{
    private const string Kitchen = "laik-higiene-sanitasi";
    private readonly ServicesCopy services = new();

    public void Dispose() => services.Dispose();

    [Theory]
    [InlineData("akta-kelahiran")]
    [InlineData(Kitchen)]
    [InlineData("nib-mikro-risiko-rendah")]
    public void The_shipped_services_have_no_such_names_no_overlaps_and_no_gaps(string service) =>
        Assert.DoesNotContain(
            services.Check(service).Problems,
            p => p.Number.StartsWith("DMN-", StringComparison.Ordinal) || p.Number == "SVC-117"
        );

    [Theory]
    [InlineData("=putaran + 1", "=putarn + 1", "putarn", "did you mean putaran?")]
    [InlineData(
        "=nilai_inspeksi.lulus = false",
        "=nilai_inspekksi.lulus = false",
        "nilai_inspekksi",
        "nilai_inspeksi?"
    )]
    [InlineData("\"=penolakan.alasan\"", "\"=penolakn.alasan\"", "penolakn", "did you mean penolakan?")]
    public void A_name_of_the_process_that_nothing_writes_is_told_with_the_one_that_was_meant(
        string right,
        string wrong,
        string name,
        string remedy
    )
    {
        services.Change($"{Kitchen}/process.bpmn", right, wrong);

        Refused("process.bpmn", name, remedy);
    }

    [Theory]
    [InlineData("""<bpmn:sendTask id="x" messageRef="m"/>""")]
    [InlineData("""<bpmn:receiveTask id="x" messageRef="m"/>""")]
    public void So_are_names_of_the_key_that_a_task_sends_or_awaits(string task)
    {
        services.Change(
            $"{Kitchen}/process.bpmn",
            "</bpmn:process>",
            $"""
            {task}</bpmn:process><bpmn:message id="m" name="m"><bpmn:extensionElements>
            <zeebe:subscription correlationKey="=usahaa.nib"/></bpmn:extensionElements></bpmn:message>
            """
        );

        Refused("process.bpmn", "usahaa", "did you mean usaha?");
    }

    [Fact]
    public void So_are_names_of_forms_and_of_their_texts()
    {
        services.Change($"{Kitchen}/permohonan.form", "=max(0, penjamah.jumlah", "=max(0, penjamahh.jumlah");
        services.Change($"{Kitchen}/texts/id.yaml", "{{penjamah.jumlah}}", "{{penjama.jumlah}}");

        Refused("permohonan.form", "penjamahh", "did you mean penjamah?");
        Refused("texts/id.yaml", "penjama", "did you mean penjamah?");
    }

    [Theory]
    [InlineData(
        "kelayakan.dmn",
        "<text>usaha.jenis</text>",
        "<text>usaha.jeniss</text>",
        "usaha.jeniss",
        "usaha.jenis?"
    )]
    [InlineData("process.bpmn", "\"=penolakan.alasan\"", "\"=usaha.namaa\"", "usaha.namaa", "usaha.nama?")]
    [InlineData(
        "process.bpmn",
        "\"=penolakan.alasan\"",
        "\"=verifikasi_berkas.outcom\"",
        "verifikasi_berkas.outcom",
        "verifikasi_berkas.outcome?"
    )]
    [InlineData(
        "permohonan.form",
        "=max(0, penjamah.jumlah",
        "=max(0, penjamah.jumlahh",
        "penjamah.jumlahh",
        "penjamah.jumlah?"
    )]
    [InlineData("texts/id.yaml", "{{penjamah.jumlah}}", "{{penjamah.jumla}}", "penjamah.jumla", "penjamah.jumlah?")]
    public void The_whole_path_of_an_answer_is_known(string file, string right, string wrong, string path, string meant)
    {
        services.Change($"{Kitchen}/{file}", right, wrong);

        Refused(file, path, $"did you mean {meant}");
    }

    [Theory]
    [InlineData("\"=penolakan.alasan\"", "\"=penolakan.apa_saja\"")]
    [InlineData("\"=penolakan.alasan\"", "\"=string(usaha)\"")]
    [InlineData("\"=penolakan.alasan\"", "\"=berkas.apa_saja\"")]
    [InlineData(
        "</bpmn:process>",
        """
            <bpmn:userTask id="bebas"><bpmn:extensionElements><zeebe:assignmentDefinition candidateGroups="verifikator"/>
            <zeebe:ioMapping><zeebe:output source="=bebas.apa_saja" target="x"/></zeebe:ioMapping></bpmn:extensionElements>
            </bpmn:userTask></bpmn:process>
            """
    )]
    public void Below_results_and_of_groups_of_answers_there_may_be_anything(string right, string other)
    {
        services.Change($"{Kitchen}/process.bpmn", right, other);

        Assert.DoesNotContain(services.ErrorsOf(Kitchen), p => p.Number == "SVC-117");
    }

    [Fact]
    public void A_member_that_the_type_of_input_data_has_not_is_warned_of()
    {
        services.Change(
            $"{Kitchen}/kelayakan.dmn",
            "name=\"usaha\" typeRef=\"Any\" />\n  </inputData>\n",
            """
            name="usaha" typeRef="Usaha" />
              </inputData>
              <itemDefinition name="Usaha"><itemComponent name="nib"><typeRef>string</typeRef></itemComponent></itemDefinition>
            """
        );

        Assert.Contains(
            services.Check(Kitchen).Problems,
            p => p.Number == "DMN-014" && p.Message.StartsWith("usaha has no jenis", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void So_is_input_data_of_a_decision()
    {
        services.Change($"{Kitchen}/kelayakan.dmn", "name=\"usaha\"", "name=\"usahaa\"");

        Refused("kelayakan.dmn", "usahaa", "did you mean usaha?");
    }

    [Theory]
    [InlineData("usaha.", "usahaa.", "DMN-012", "did you mean usaha?")]
    [InlineData("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"", "DMN-102", "both hold")]
    public void A_warning_of_a_model_that_would_be_a_silent_null_is_an_error_of_a_service(
        string right,
        string wrong,
        string number,
        string words
    )
    {
        services.Change($"{Kitchen}/kelayakan.dmn", right, wrong);

        Assert.Contains(
            services.ErrorsOf(Kitchen),
            p => p.Number == number && p.Message.Contains(words, StringComparison.Ordinal) && p.Place.Line > 1
        );
    }

    private void Refused(string file, string name, string remedy)
    {
        var fault = Assert.Single(
            services.ErrorsOf(Kitchen),
            p =>
                p.Number == "SVC-117"
                && p.Place.File == file
                && p.Message.Contains($" {name}", StringComparison.Ordinal)
        );
        Assert.Contains(remedy, fault.Message, StringComparison.Ordinal);
        Assert.NotNull(fault.Place.Element);
    }
}
