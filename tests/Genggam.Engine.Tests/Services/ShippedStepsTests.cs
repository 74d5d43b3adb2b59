using Genggam.Standards.Feel;

namespace Genggam.Engine.Tests.Services;

/// <summary>What can still follow in the shipped services.</summary>
public sealed class ShippedStepsTests
{
    [Theory]
    [InlineData(Shipped.Birth, "verifikasi", "persetujuan tandatangan")]
    [InlineData(Shipped.Birth, "persetujuan", "tandatangan")]
    [InlineData(Shipped.Birth, "tandatangan", "")]
    [InlineData(Shipped.Birth, "perbaikan", "verifikasi persetujuan tandatangan")]
    [InlineData(
        Shipped.Kitchen,
        "verifikasi_berkas",
        "inspeksi pengambilan_sampel uji_laboratorium pembinaan persetujuan tandatangan"
    )]
    [InlineData(
        Shipped.Kitchen,
        "perbaikan_berkas",
        "verifikasi_berkas inspeksi pengambilan_sampel uji_laboratorium pembinaan persetujuan tandatangan"
    )]
    [InlineData(Shipped.Kitchen, "inspeksi", "pengambilan_sampel uji_laboratorium pembinaan persetujuan tandatangan")]
    [InlineData(Shipped.Kitchen, "pengambilan_sampel", "uji_laboratorium persetujuan tandatangan pembinaan")]
    [InlineData(Shipped.Kitchen, "uji_laboratorium", "persetujuan tandatangan pembinaan")]
    [InlineData(Shipped.Kitchen, "persetujuan", "tandatangan")]
    [InlineData(Shipped.Kitchen, "tandatangan", "")]
    [InlineData(Shipped.Kitchen, "pembinaan", "")]
    [InlineData(
        Shipped.Kitchen,
        "lapor_perbaikan",
        "inspeksi pengambilan_sampel uji_laboratorium persetujuan tandatangan pembinaan"
    )]
    public void While_nothing_is_known_every_task_before_the_applicants_next_is_ahead(
        string service,
        string element,
        string ahead
    ) =>
        Assert.Equal(
            ahead.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            StepsAhead.Of(Shipped.World(service).Core, Case.New("contoh"), element).Select(task => task.Id)
        );

    [Theory]
    [InlineData(
        Shipped.Birth,
        "terlambat",
        "gabung persetujuan tandatangan hasil_persetujuan tentukan_frasa dasar_penolakan kabulkan tolak terbitkan_kutipan beri_tahu_tolak beri_tahu_terbit selesai_tolak selesai"
    )]
    [InlineData(
        Shipped.Birth,
        "hasil_persetujuan",
        "gabung dasar_penolakan tandatangan tolak tentukan_frasa beri_tahu_tolak kabulkan selesai_tolak terbitkan_kutipan beri_tahu_terbit selesai"
    )]
    [InlineData(
        Shipped.Birth,
        "gabung",
        "tandatangan tentukan_frasa kabulkan terbitkan_kutipan beri_tahu_terbit selesai"
    )]
    [InlineData(
        Shipped.Kitchen,
        "lab_lulus",
        "persetujuan hitung_putaran hasil_persetujuan batas_pembinaan tandatangan dasar_penolakan boleh_ulang penetapan tolak pembinaan kabulkan beri_tahu_tolak beri_tahu_pembinaan terbitkan_sertifikat selesai_tolak beri_tahu_terbit selesai"
    )]
    [InlineData(
        Shipped.Kitchen,
        "hasil_persetujuan",
        "tandatangan dasar_penolakan penetapan tolak kabulkan beri_tahu_tolak terbitkan_sertifikat selesai_tolak beri_tahu_terbit selesai"
    )]
    [InlineData(
        Shipped.Kitchen,
        "boleh_ulang",
        "pembinaan dasar_penolakan beri_tahu_pembinaan tolak beri_tahu_tolak selesai_tolak"
    )]
    [InlineData(
        Shipped.Stall,
        "hasil",
        "kabulkan tolak terbitkan_nib beri_tahu_tolak perlu_standar selesai_tolak gabung terbitkan_sertifikat beri_tahu_terbit selesai"
    )]
    [InlineData(Shipped.Stall, "perlu_standar", "gabung terbitkan_sertifikat beri_tahu_terbit selesai")]
    [InlineData(Shipped.Stall, "gabung", "beri_tahu_terbit selesai")]
    public void Anyway_every_element_can_follow_the_nearest_first(string service, string element, string ahead) =>
        Assert.Equal(ahead.Split(' '), StepsAhead.Anyway(Shipped.World(service).Core, element).Select(node => node.Id));

    [Fact]
    public void What_the_rules_have_said_settles_the_way()
    {
        var world = Shipped.World(Shipped.Birth);
        string[] Ahead(bool late) => [.. StepsAhead.Of(world.Core, Known(late), "terlambat").Select(task => task.Id)];

        Assert.Equal(["persetujuan", "tandatangan"], Ahead(late: true));
        Assert.Equal(["tandatangan"], Ahead(late: false));

        static Case Known(bool late) =>
            Case.New("contoh") with
            {
                Data = FeelContext.Empty.WithAt("keterlambatan.terlambat", late),
            };
    }
}
