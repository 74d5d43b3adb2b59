using CsCheck;
using Genggam.Standards.Feel;
using static Genggam.Engine.Tests.Overlays.Regional;

namespace Genggam.Engine.Tests.Overlays;

/// <summary>
/// What holds of every overlay, allowed or not: nobody whom the core admits is refused, owes more or is decided later. CsCheck
/// prints the seed of a failure.
/// </summary>
public sealed class OverlayPropertyTests
{
    private static readonly Gen<TimeLimit> Limits = Gen.Select(
        Gen.Int[-2, 60],
        Gen.Enum<TimeUnit>(),
        (amount, unit) => new TimeLimit(amount, unit, Law, false)
    );

    private static readonly Gen<Variation> Variations = Gen.Select(
        Limits.Null(),
        Gen.Select(Gen.Int[-10, 100_000], Pick("IDR", "USD"), (amount, currency) => Fee(amount, currency)).Null(),
        Pick<string?>(null, Name, "pemohon.penghasilan", "pemohon.alamat", "sesuai"),
        Pick("standard.facilities", "standard.requirements", "forms.permohonan.fields.pemohon.nama.hint"),
        (limit, fee, optional, key) =>
            Varied(
                National(limit?.Unit ?? TimeUnit.WorkingDays),
                limit,
                fee,
                optional,
                [
                    (key, "Kata"),
                    .. limit is null ? [] : new[] { ("standard.time", "Waktu") },
                    .. fee is null ? [] : new[] { ("standard.fee", "Biaya") },
                ]
            )
    );

    private static Gen<T> Pick<T>(params T[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);

    private static Release National(TimeUnit unit) => Core(20, unit);

    [Fact]
    public void Whoever_the_core_admits_is_admitted_owes_no_more_and_is_decided_no_later() =>
        Gen.Select(
                Variations,
                Gen.Enum<TimeUnit>(),
                Gen.Int[0, 400 * 24 * 60],
                Gen.Int[-1, 120],
                Pick("", "Siti", "Siti Contoh")
            )
            .Sample(
                (drawn, unit, minutes, income, name) =>
                {
                    var core = National(unit);
                    var varied = drawn with { Core = core.Hash };
                    var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
                    var plain = new RunningCase(World(core)) { Now = now };
                    var overlaid = new RunningCase(World(Laid(core, varied))) { Now = now };
                    var (was, would) = (plain.Submit(income, name), overlaid.Submit(income, name));
                    if (was is not null)
                        return;
                    Assert.Null(would);
                    Assert.True(overlaid.State.Deadline <= plain.State.Deadline);
                    var (owed, owes) = (core.Service.Fee, Laid(core, varied).Service.Fee);
                    Assert.True(owes.Currency == owed.Currency && owes.Amount <= owed.Amount && owes.Amount >= 0);
                    Assert.Equal(
                        plain.State.Tasks.Values.Select(t => (t.Element, t.Role, t.Form)),
                        overlaid.State.Tasks.Values.Select(t => (t.Element, t.Role, t.Form))
                    );
                    Assert.True(FeelEquality.Same(plain.State.Data, overlaid.State.Data));
                },
                iter: 400
            );
}
