using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Designer;

/// <summary>What a change does to process, rules and forms is seen in pictures, and read in tables where there are none.</summary>
public sealed class PicturesTests(Host host) : IAsyncLifetime
{
    private readonly Workshop workshop = new(host);

    public ValueTask InitializeAsync() => workshop.InitializeAsync();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task A_change_is_seen_beside_the_release_it_began_from_and_read_without_script()
    {
        await using var owner = await workshop.Owner("Rina Contoh");
        var change = await workshop.Begin(owner, "Cek ulang");
        await workshop.Write(change, "process.bpmn", WithSecondLook);
        await workshop.Write(change, "keterlambatan.dmn", WithThirdRule);
        await workshop.Write(change, "cek.form", t => t.Replace("Di mana anak lahir?", "Di mana anak dilahirkan?"));
        var pictures = await Drawing.Open(owner, $"{change}/beda", Drawing.Pictures);
        Assert.Contains(
            "1 langkah ditambah, 1 langkah diubah, 1 langkah dipindah, 1 alur ditambah, 1 alur diubah, 1 aturan ditambah, 1 aturan diubah, 1 isian diubah",
            await owner.Heard(),
            StringComparison.Ordinal
        );
        foreach (var (side, element, note) in Notes)
            Assert.Equal(
                note,
                await owner
                    .Page.Locator($"[data-picture={side}] [data-container-id={element}] .g-became")
                    .InnerTextAsync()
            );
        Assert.Equal(0, await owner.Page.Locator("[data-picture=was] [data-container-id=cek_ulang]").CountAsync());
        await pictures.LookedAt(".bjs-powered-by");
        await owner.Page.Locator("tr[data-element=gabung] [data-show]").ClickAsync();

        await using var telephone = await workshop.Owner("Made Contoh", Screen.Phone);
        await (await Drawing.Open(telephone, $"{change}/beda", Drawing.Pictures)).LookedAt(".bjs-powered-by");

        await using var reader = await workshop.Owner("Made Contoh", Screen.Phone, script: false);
        await reader.Open($"{change}/beda");
        var row = await reader.Page.Locator("tr[data-element=verifikasi]").InnerTextAsync();
        Assert.Contains("≠ Diubah", row, StringComparison.Ordinal);
        Assert.Contains("Peran: Sebelum: verifikator → Sesudah: supervisor", Spaced(row), StringComparison.Ordinal);
        var table = Spaced(await reader.Page.Locator(".g-rules-otherwise").InnerTextAsync());
        Assert.Contains("≠ Sebelum: > 60 → Sesudah: (60..400]", table, StringComparison.Ordinal);
        Assert.Contains("+ Ditambah Sesudah: > 400", table, StringComparison.Ordinal);
        Assert.Contains(
            "Label: Sebelum: Di mana anak lahir? → Sesudah: Di mana anak dilahirkan?",
            Spaced(await reader.Page.Locator("tr[data-element='anak.tempat_lahir_negara']").InnerTextAsync()),
            StringComparison.Ordinal
        );
        await reader.Press("Verifikasi");
        Assert.EndsWith("/gambar/process.bpmn#unsur-verifikasi", reader.Page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await reader.Page.Locator("#unsur-verifikasi").CountAsync());
    }

    [Fact]
    public async Task What_a_step_is_stands_in_fields_beside_the_drawing_and_is_taken_back_like_anything_drawn()
    {
        await using var owner = await workshop.Owner("Rina Contoh");
        var change = await workshop.Begin(owner, "Sifat");
        var drawing = await Drawing.Open(owner, $"{change}/gambar/process.bpmn#unsur-verifikasi");
        var (role, name) = (Field("role"), Field("name"));
        Assert.Equal("verifikator", await owner.Page.InputValueAsync(role));
        Assert.False(await owner.Page.IsVisibleAsync(Field("condition")));
        await owner.Page.FillAsync(role, "supervisor");
        await owner.Page.FillAsync(name, "Periksa berdua");
        await owner.Page.PressAsync(name, "Tab");
        await drawing.Choose("verifikasi");
        await owner.Page.Keyboard.PressAsync("Control+z");
        Assert.Equal(
            ("supervisor", "Verifikasi"),
            (await owner.Page.InputValueAsync(role), await owner.Page.InputValueAsync(name))
        );
        await drawing.Choose("pengingat_verifikasi");
        await owner.Page.FillAsync(Field("duration"), "PT8H");
        await drawing.Choose("flow_bukti_lengkap_beri_tahu_kurang");
        await owner.Page.FillAsync(Field("condition"), "=kelengkapan.lengkap = null");
        await drawing.Choose("periksa_bukti");
        await owner.Page.FillAsync(Field("documentation"), "Menurut daftar bukti");
        await drawing.LookedAt(".bjs-powered-by");
        await drawing.Save();
        var xml = await drawing.Stored();
        Assert.Contains("<zeebe:assignmentDefinition candidateGroups=\"supervisor\" />", xml, StringComparison.Ordinal);
        Assert.Contains(">PT8H<", xml, StringComparison.Ordinal);
        Assert.Contains(">=kelengkapan.lengkap = null<", xml, StringComparison.Ordinal);
        Assert.Contains("<bpmn:documentation>Menurut daftar bukti</bpmn:documentation>", xml, StringComparison.Ordinal);
        Assert.Contains(
            "<zeebe:property name=\"outcomes\" value=\"approve,return,reject\" />",
            xml,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Faults_stand_in_the_cell_and_at_the_field_that_they_are_about()
    {
        await using var owner = await workshop.Owner("Rina Contoh");
        var change = await workshop.Begin(owner, "Salah di tempatnya");
        await workshop.Write(
            change,
            "keterlambatan.dmn",
            t => t.Replace("&lt;= 60", "&lt;= 90", StringComparison.Ordinal)
        );
        await workshop.Write(
            change,
            "cek.form",
            t => t.Replace("\"required\": true", "\"required\": true, \"minLenght\": 2")
        );
        await Drawing.Open(owner, $"{change}/gambar/keterlambatan.dmn");
        Assert.Contains("DMN-102", await NoteIn("td[data-element-id=keterlambatan_2_1]"), StringComparison.Ordinal);
        Assert.Contains("keterlambatan (DMN-102)", await owner.Heard(), StringComparison.Ordinal);
        await owner.LookAround();
        await owner.Page.Locator(".g-drawing__view").First.ClickAsync();
        await owner.Page.WaitForSelectorAsync("[data-container-id=keterlambatan] .g-drawing__fault");
        await Drawing.Open(owner, $"{change}/gambar/cek.form");
        Assert.Contains("FORM-", await NoteIn(".fjs-element[data-id=field_anak_asal]"), StringComparison.Ordinal);

        Task<string> NoteIn(string selector) =>
            owner
                .Page.Locator(selector)
                .First.EvaluateAsync<string>("part => getComputedStyle(part, '::after').content");
    }

    private static readonly (string Side, string Element, string Note)[] Notes =
    [
        ("now", "cek_ulang", "+ Ditambah"),
        ("was", "verifikasi", "≠ Diubah"),
        ("now", "verifikasi", "≠ Diubah"),
        ("was", "gabung", "↔ Dipindah"),
        ("now", "gabung", "↔ Dipindah"),
    ];

    private static string Field(string name) => $"#sifat-{name}";

    private static string Spaced(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Another step before the officer looks, whose role is another; and a gateway drawn elsewhere.</summary>
    private static string WithSecondLook(string xml) =>
        xml.Replace("candidateGroups=\"verifikator\"", "candidateGroups=\"supervisor\"", StringComparison.Ordinal)
            .Replace(
                "sourceRef=\"periksa_keterlambatan\" targetRef=\"verifikasi\" />",
                """
                sourceRef="periksa_keterlambatan" targetRef="cek_ulang" />
                <bpmn:sequenceFlow id="flow_cek_ulang" sourceRef="cek_ulang" targetRef="verifikasi" />
                <bpmn:manualTask id="cek_ulang" name="Cek ulang" />
                """,
                StringComparison.Ordinal
            )
            .Replace(
                """<bpmndi:BPMNShape id="shape_verifikasi" """,
                """
                <bpmndi:BPMNShape id="shape_cek_ulang" bpmnElement="cek_ulang">
                  <dc:Bounds x="920" y="200" width="120" height="80" />
                </bpmndi:BPMNShape>
                <bpmndi:BPMNEdge id="edge_cek_ulang" bpmnElement="flow_cek_ulang">
                  <di:waypoint x="1040" y="240" />
                  <di:waypoint x="1070" y="240" />
                  <di:waypoint x="1070" y="340" />
                </bpmndi:BPMNEdge>
                <bpmndi:BPMNShape id="shape_verifikasi" 
                """,
                StringComparison.Ordinal
            )
            .Replace(
                "<di:waypoint x=\"950\" y=\"380\" />\n        <di:waypoint x=\"1010\" y=\"380\" />",
                "<di:waypoint x=\"890\" y=\"340\" /><di:waypoint x=\"890\" y=\"240\" /><di:waypoint x=\"920\" y=\"240\" />",
                StringComparison.Ordinal
            )
            .Replace("<dc:Bounds x=\"1765\" y=\"355\"", "<dc:Bounds x=\"1765\" y=\"300\"", StringComparison.Ordinal);

    private static string WithThirdRule(string xml) =>
        xml.Replace("<text>&gt; 60</text>", "<text>(60..400]</text>", StringComparison.Ordinal)
            .Replace(
                "    </decisionTable>",
                """
                      <rule id="keterlambatan_3">
                        <inputEntry id="keterlambatan_3_1"><text>&gt; 400</text></inputEntry>
                        <outputEntry id="keterlambatan_3_2"><text>true</text></outputEntry>
                        <outputEntry id="keterlambatan_3_3"><text>"terlambat"</text></outputEntry>
                        <outputEntry id="keterlambatan_3_4"><text>"uu-24-2013-ps-32"</text></outputEntry>
                        <annotationEntry><text>Lebih dari setahun</text></annotationEntry>
                      </rule>
                    </decisionTable>
                """,
                StringComparison.Ordinal
            );
}
