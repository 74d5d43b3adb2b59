using System.Collections.Immutable;
using System.Text;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Dmn;
using Genggam.Standards.Forms;

namespace Genggam.Engine.Tests;

/// <summary>A small licence with an income rule, a check by an officer, a return loop, a signer and a letter.</summary>
internal static class SampleService
{
    public static readonly CalendarVersion Calendar = new(
        "2026",
        [new DateOnly(2026, 8, 17)],
        Enumerable
            .Range(1, 5)
            .ToImmutableSortedDictionary(
                d => (DayOfWeek)d,
                _ => new OfficeHours(new TimeOnly(8, 0), new TimeOnly(16, 0))
            )
    );

    public static World World(
        int limit = 100,
        string process = Process,
        string verificationForm = VerificationForm,
        string applicationForm = ApplicationForm
    ) => new(Release(limit, process, verificationForm, applicationForm), null, Calendar, ZoneVersion.Indonesia);

    private static Release Release(int limit, string process, string verificationForm, string applicationForm)
    {
        var parts = ImmutableSortedDictionary
            .Create<string, ImmutableArray<byte>>(StringComparer.Ordinal)
            .Add("process.bpmn", [.. Encoding.UTF8.GetBytes(process)])
            .Add("permohonan.form", [.. Encoding.UTF8.GetBytes(applicationForm)])
            .Add("verifikasi.form", [.. Encoding.UTF8.GetBytes(verificationForm)])
            .Add("aturan.dmn", [.. Encoding.UTF8.GetBytes(Rules(limit))]);
        var rules = Good(DmnReader.Read(Rules(limit), "aturan.dmn"));
        var decisions = ImmutableSortedDictionary.Create<string, DmnModel>(StringComparer.Ordinal);
        var forms = ImmutableSortedDictionary.Create<string, FormModel>(StringComparer.Ordinal);
        return new Release(
            ReleaseHash.Of(parts),
            Definition,
            Good(BpmnReader.Read(process, "process.bpmn")),
            decisions.Add("kelayakan", rules),
            forms
                .Add("permohonan", Good(FormReader.Read(applicationForm, "permohonan.form")))
                .Add("verifikasi", Good(FormReader.Read(verificationForm, "verifikasi.form"))),
            ImmutableSortedDictionary<string, TextBook>.Empty,
            ImmutableSortedDictionary<string, LegalBasis>.Empty,
            parts
        );
    }

    private static T Good<T>(Standards.Reading<T> reading)
        where T : class
    {
        Assert.DoesNotContain(reading.Problems, p => p.Severity == Standards.Severity.Error);
        return reading.Value!;
    }

    private static readonly ServiceDefinition Definition = new(
        "izin-contoh",
        1,
        AgencyLevel.Regency,
        [],
        null,
        Assurance.Confirmed,
        new Fee(0, "IDR", null),
        new TimeLimit(2, TimeUnit.WorkingDays, null, false),
        new DeemedApproval(false, null, null),
        new Retention(5, true, null, false),
        DraftPolicy.Upgrade,
        new EligibilityCheck("permohonan", "kelayakan"),
        new ApplicationForm("permohonan", "kelayakan"),
        ImmutableSortedDictionary<string, Subject>
            .Empty.Add("pemohon", new Subject(null))
            .Add("anak", new Subject(null)),
        ["verifikator", "kepala", "supervisor"],
        [
            ["verifikasi", "tandatangan"],
        ],
        new ReturnRule(1, "supervisor"),
        ImmutableSortedDictionary<string, string?>.Empty,
        ImmutableSortedDictionary<string, Letter>.Empty.Add(
            "izin",
            new Letter("izin", "letters/izin.typ", "{seq:4}", null, "pemohon", "pemohon.nama", "kepala")
        )
    );

    public static string Rules(int limit) =>
        $"""
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="d" name="aturan" namespace="urn:contoh">
              <inputData id="in" name="pemohon"><variable name="pemohon"/></inputData>
              <decision id="kelayakan" name="kelayakan">
                <variable name="kelayakan"/>
                <informationRequirement id="r"><requiredInput href="#in"/></informationRequirement>
                <decisionTable id="t" hitPolicy="FIRST">
                  <input id="i"><inputExpression id="e" typeRef="number"><text>pemohon.penghasilan</text></inputExpression></input>
                  <output id="o1" name="boleh" typeRef="boolean"/>
                  <output id="o2" name="alasan" typeRef="string"/>
                  <rule id="terlalu_tinggi">
                    <inputEntry id="a"><text>&gt; {limit}</text></inputEntry>
                    <outputEntry id="b"><text>false</text></outputEntry>
                    <outputEntry id="c"><text>"penghasilan_terlalu_tinggi"</text></outputEntry>
                  </rule>
                  <rule id="cukup">
                    <inputEntry id="f"><text>-</text></inputEntry>
                    <outputEntry id="g"><text>true</text></outputEntry>
                    <outputEntry id="h"><text>"memenuhi_syarat"</text></outputEntry>
                  </rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    private const string ApplicationForm = """
        {"id":"permohonan","components":[{"type":"group","id":"page_pemohon","components":[
          {"type":"textfield","key":"pemohon.nama","validate":{"required":true,"maxLength":50}},
          {"type":"number","key":"pemohon.penghasilan","validate":{"required":true,"min":0}}]}]}
        """;

    public const string VerificationForm = """
        {"id":"verifikasi","components":[{"type":"group","id":"page_hasil","components":[
          {"type":"checkbox","key":"sesuai","validate":{"required":true}}]}]}
        """;

    public const string Process = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="x" targetNamespace="urn:contoh">
          <process id="izin" isExecutable="true">
            <startEvent id="mulai"/>
            <sequenceFlow id="f1" sourceRef="mulai" targetRef="aturan"/>
            <businessRuleTask id="aturan"><extensionElements>
              <zeebe:calledDecision decisionId="kelayakan" resultVariable="kelayakan"/></extensionElements></businessRuleTask>
            <sequenceFlow id="f2" sourceRef="aturan" targetRef="verifikasi"/>
            <userTask id="verifikasi"><extensionElements>
              <zeebe:formDefinition formId="verifikasi"/><zeebe:assignmentDefinition candidateGroups="verifikator"/>
              <zeebe:properties><zeebe:property name="outcomes" value="approve,return,reject"/></zeebe:properties></extensionElements></userTask>
            <boundaryEvent id="lama" attachedToRef="verifikasi" cancelActivity="false">
              <timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>
            <sequenceFlow id="f9" sourceRef="lama" targetRef="ingatkan"/>
            <sendTask id="ingatkan"><extensionElements><zeebe:taskHeaders><zeebe:header key="notice" value="lama"/></zeebe:taskHeaders></extensionElements></sendTask>
            <sequenceFlow id="f10" sourceRef="ingatkan" targetRef="selesai_ingat"/>
            <endEvent id="selesai_ingat"/>
            <sequenceFlow id="f3" sourceRef="verifikasi" targetRef="hasil"/>
            <exclusiveGateway id="hasil" default="setuju"/>
            <sequenceFlow id="kembali" sourceRef="hasil" targetRef="perbaikan"><conditionExpression>=verifikasi.outcome = "return"</conditionExpression></sequenceFlow>
            <sequenceFlow id="tolak" sourceRef="hasil" targetRef="menolak"><conditionExpression>=verifikasi.outcome = "reject"</conditionExpression></sequenceFlow>
            <sequenceFlow id="setuju" sourceRef="hasil" targetRef="tandatangan"/>
            <userTask id="perbaikan"><extensionElements><zeebe:formDefinition formId="permohonan"/>
              <zeebe:assignmentDefinition candidateGroups="pemohon"/></extensionElements></userTask>
            <sequenceFlow id="f4" sourceRef="perbaikan" targetRef="aturan"/>
            <serviceTask id="menolak"><extensionElements><zeebe:taskDefinition type="determine"/>
              <zeebe:taskHeaders><zeebe:header key="outcome" value="rejected"/><zeebe:header key="reason" value="ditolak_petugas"/></zeebe:taskHeaders></extensionElements></serviceTask>
            <sequenceFlow id="f5" sourceRef="menolak" targetRef="akhir"/>
            <userTask id="tandatangan"><extensionElements><zeebe:assignmentDefinition candidateGroups="kepala"/></extensionElements></userTask>
            <sequenceFlow id="f6" sourceRef="tandatangan" targetRef="mengabulkan"/>
            <serviceTask id="mengabulkan"><extensionElements><zeebe:taskDefinition type="determine"/>
              <zeebe:taskHeaders><zeebe:header key="outcome" value="granted"/><zeebe:header key="reason" value="=kelayakan.alasan"/></zeebe:taskHeaders></extensionElements></serviceTask>
            <sequenceFlow id="f7" sourceRef="mengabulkan" targetRef="terbit"/>
            <serviceTask id="terbit"><extensionElements><zeebe:taskDefinition type="issue-document"/>
              <zeebe:taskHeaders><zeebe:header key="letter" value="izin"/></zeebe:taskHeaders></extensionElements></serviceTask>
            <sequenceFlow id="f8" sourceRef="terbit" targetRef="akhir"/>
            <endEvent id="akhir"/>
          </process>
        </definitions>
        """;
}
