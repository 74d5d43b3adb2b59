using System.Globalization;
using Genggam.Engine;
using Genggam.Engine.Comparison;

namespace Genggam.Office.Tests.Changes.Known;

/// <summary>What a case must come to under a draft, from what was handed in.</summary>
/// <param name="Later">How much later its deadline is; null where one of both was refused.</param>
/// <param name="Asked">Questions more.</param>
internal sealed record Expected(
    CaseClass Class,
    string WouldBe,
    string? Reason,
    decimal FeeWas,
    decimal FeeWouldBe,
    TimeSpan? Later,
    int Asked
);

/// <summary>A draft that changes one thing, and its computable effect.</summary>
internal abstract record KnownDraft(string Service, string File, string From, string To)
{
    public abstract Expected Of(KnownCase one);

    /// <summary>What makes a case other than it was.</summary>
    public abstract CauseKind Cause(KnownCase one);

    /// <param name="kind">Kinds come in turn.</param>
    public static KnownDraft Generated(int kind, Random chance) =>
        (kind % 8) switch
        {
            0 => new Capital(5_000_000m * chance.Next(1, 240)),
            1 => new Fee(KnownCase.Business, 1000 * chance.Next(1, 100)),
            2 => new Fee(KnownCase.Birth, 1000 * chance.Next(1, 100)),
            3 => new Time(
                KnownCase.Business,
                "15, unit: minutes",
                chance.Next(2) == 0 ? chance.Next(1, 15) : 90,
                TimeSpan.FromMinutes(1),
                15
            ),
            4 => new Time(
                KnownCase.Birth,
                "24, unit: hours",
                chance.Next(2) == 0 ? chance.Next(1, 24) : chance.Next(25, 200),
                TimeSpan.FromHours(1),
                24
            ),
            5 => new Risk(),
            6 => new Field(chance.Next(2) == 0),
            _ => new Lateness(chance.Next(21, 100)),
        };

    private static Expected Same(
        KnownCase one,
        decimal was = 0,
        decimal would = 0,
        TimeSpan? later = null,
        int asked = 0
    )
    {
        var differs = was != would || later != TimeSpan.Zero && later is not null || asked != 0;
        var kind = one.Refused is null
            ? differs
                ? CaseClass.Other
                : CaseClass.Same
            : differs
                ? CaseClass.RefusedOtherwise
                : CaseClass.StillRefused;
        return new Expected(
            kind,
            one.Was.Outcome,
            one.Was.Reason,
            was,
            would,
            one.Refused is null ? later ?? TimeSpan.Zero : null,
            asked
        );
    }

    /// <summary>Where the rules at the door give <paramref name="reason"/>.</summary>
    private static Expected AtDoor(KnownCase one, string? reason) =>
        reason == one.Refused ? Same(one)
        : reason is null ? new Expected(CaseClass.LetIn, "granted", one.Grant, 0, 0, null, 0)
        : new Expected(
            one.Refused is null ? CaseClass.Other : CaseClass.RefusedOtherwise,
            "refused",
            reason,
            0,
            0,
            null,
            0
        );

    public sealed record Capital(decimal Limit)
        : KnownDraft(
            KnownCase.Business,
            "kelayakan.dmn",
            "nilai: 1000000000",
            string.Create(CultureInfo.InvariantCulture, $"nilai: {Limit}")
        )
    {
        public override Expected Of(KnownCase one) => AtDoor(one, one.Refusal(Limit));

        public override CauseKind Cause(KnownCase one) => CauseKind.Guard;
    }

    public sealed record Risk()
        : KnownDraft(
            KnownCase.Business,
            "kelayakan.dmn",
            "<outputEntry id=\"risiko_14_2\"><text>\"menengah_rendah\"</text>",
            "<outputEntry id=\"risiko_14_2\"><text>\"menengah_tinggi\"</text>"
        )
    {
        public override Expected Of(KnownCase one) =>
            AtDoor(one, one.Refusal(KnownCase.ShippedLimit, KnownCase.LowerMiddle));

        public override CauseKind Cause(KnownCase one) => CauseKind.Guard;
    }

    public sealed record Fee(string Of_, int Amount)
        : KnownDraft(
            Of_,
            "service.yaml",
            "fee: { amount: 0,",
            string.Create(CultureInfo.InvariantCulture, $"fee: {{ amount: {Amount},")
        )
    {
        public override Expected Of(KnownCase one) => one.Refused is null ? Same(one, 0, Amount) : Same(one);

        public override CauseKind Cause(KnownCase one) => CauseKind.Fee;
    }

    public sealed record Time(string Of_, string Shipped, int Amount, TimeSpan Unit, int Before)
        : KnownDraft(
            Of_,
            "service.yaml",
            $"amount: {Shipped}",
            string.Create(CultureInfo.InvariantCulture, $"amount: {Amount}{Shipped[2..]}")
        )
    {
        public override Expected Of(KnownCase one) =>
            one.Refused is null ? Same(one, later: Unit * (Amount - Before)) : Same(one);

        public override CauseKind Cause(KnownCase one) => CauseKind.TimeLimit;
    }

    /// <summary>One more question of everybody: without an answer to it nobody could have handed in, where it must be answered.</summary>
    public sealed record Field(bool Required)
        : KnownDraft(
            KnownCase.Business,
            "permohonan.form",
            "{\n          \"type\": \"textfield\",\n          \"id\": \"field_pemohon_nama\",",
            $"{{ \"type\": \"textfield\", \"id\": \"field_baru\", \"key\": \"pemohon.baru\", \"label\": \"Baru\", \"validate\": {{ \"required\": {(Required ? "true" : "false")} }} }},\n        {{\n          \"type\": \"textfield\",\n          \"id\": \"field_pemohon_nama\","
        )
    {
        public override Expected Of(KnownCase one) =>
            !Required
                ? Same(one, asked: 1)
                : new Expected(
                    one.Refused is null ? CaseClass.Other : CaseClass.RefusedOtherwise,
                    "refused",
                    null,
                    0,
                    0,
                    null,
                    1
                );

        public override CauseKind Cause(KnownCase one) => Required ? CauseKind.Field : CauseKind.Questions;
    }

    /// <summary>
    /// Nothing of it stands on the desk of the verifier. Of a report that is late only under the draft the head of the
    /// office was never asked; of one that no longer is, the signer would not have read what the head said.
    /// </summary>
    public sealed record Lateness(int Days)
        : KnownDraft(
            KnownCase.Birth,
            "keterlambatan.dmn",
            "= 60</text></inputEntry>",
            string.Create(CultureInfo.InvariantCulture, $"= {Days}</text></inputEntry>")
        )
    {
        public override Expected Of(KnownCase one) =>
            (one.Finished, one.DaysOld > KnownCase.ShippedDays, one.DaysOld > Days) switch
            {
                (true, true, false) => Judged("tandatangan"),
                (true, false, true) => Judged("persetujuan"),
                _ => Same(one),
            };

        public override CauseKind Cause(KnownCase one) => CauseKind.Decision;

        private static Expected Judged(string at) =>
            new(CaseClass.NeedsJudgement, "needs-judgement", at, 0, 0, null, 0);
    }
}
