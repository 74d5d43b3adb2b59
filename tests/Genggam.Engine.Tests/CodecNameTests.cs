using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Genggam.Standards.Feel;

namespace Genggam.Engine.Tests;

/// <summary>The names that stand in every journal for ever.</summary>
public sealed class CodecNameTests
{
    private static readonly DateTimeOffset At = new(2026, 8, 13, 9, 0, 0, TimeSpan.FromHours(7));
    private static readonly Personal Word = Personal.Text("rahasia");

    public static TheoryData<string, CaseEvent> Events =>
        new()
        {
            { "opened", new CaseEvent.Opened("B-1", "dinas", "Asia/Jakarta", "warga", Nobody) },
            { "subjects", new CaseEvent.SubjectsNamed(Nobody) },
            { "data", new CaseEvent.DataWritten(Word) },
            { "clock", new CaseEvent.ClockStarted(At, At.AddDays(1)) },
            { "clock-stopped", new CaseEvent.ClockStopped() },
            {
                "token",
                new CaseEvent.TokenPlaced(1, "a", "f")
                {
                    Scope = 2,
                    Gathers = true,
                    Stopped = Progress.Begun,
                }
            },
            { "token-taken", new CaseEvent.TokenTaken(1) },
            { "task", new CaseEvent.TaskOpened("a.1", "a", 1, "kepala", "form") },
            { "task-assigned", new CaseEvent.TaskAssigned("a.1", "vera") },
            { "task-done", new CaseEvent.TaskCompleted("a.1", "approve", "vera") },
            { "task-cancelled", new CaseEvent.TaskCancelled("a.1") },
            {
                "timer",
                new CaseEvent.TimerSet("t@1", "t", 1, At)
                {
                    Scope = 2,
                    Left = 3,
                    Counted = new Counted(At, 1),
                }
            },
            { "timer-cleared", new CaseEvent.TimerCleared("t@1") },
            { "awaiting", new CaseEvent.AnswerAwaited("1.0", "x", 1) },
            { "answered", new CaseEvent.AnswerTaken("1.0") },
            {
                "scope",
                new CaseEvent.ScopeOpened(2, ScopeKind.Loop, "a", 1, 1, Word)
                {
                    Total = 3,
                    Items = Word,
                    Round = 1,
                }
            },
            { "scope-closed", new CaseEvent.ScopeClosed(2, true) },
            { "locals", new CaseEvent.LocalsWritten(2, Word) },
            { "item", new CaseEvent.ItemCollected(2, 1, Word) },
            { "interrupted", new CaseEvent.Interrupted(2) },
            { "subscribed", new CaseEvent.Subscribed("c@1", "c", 1, 2, "message", "bayar", Word) },
            { "unsubscribed", new CaseEvent.Unsubscribed("c@1") },
            { "condition", new CaseEvent.ConditionTurned("c@1", true) },
            { "thrown", new CaseEvent.Thrown("t", "message", "bayar", "1.0", Word) },
            { "message-kept", new CaseEvent.MessageKept("m1", "bayar", Word, Word) },
            { "message-taken", new CaseEvent.MessageTaken("m1") },
            { "incident-cleared", new CaseEvent.IncidentCleared("x") },
            { "closed", new CaseEvent.Closed("granted") },
            { "comment", new CaseEvent.Commented("vera", Word) },
            { "issued", new CaseEvent.DocumentIssued("izin", "1", "K", "abc", new DateOnly(2026, 8, 13), null) },
            { "revoked", new CaseEvent.DocumentRevoked("K", Word, "uu") },
        };

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_is_known_by_its_name_and_reads_back(string name, CaseEvent happened)
    {
        var (open, back) = There(Entry(new Command.Comment(Personal.Nothing)) with { Events = [happened] });

        Assert.Equal(name, open.GetProperty("events")[0].GetProperty("is").GetString());
        Assert.Equal(JsonSerializer.Serialize(happened), JsonSerializer.Serialize(back.Events[0]));
        Assert.DoesNotContain("rahasia", open.GetRawText(), StringComparison.Ordinal);
    }

    public static TheoryData<string, Command> Commands =>
        new()
        {
            {
                "submit",
                new Command.Submit("B-1", "dinas", "Asia/Jakarta", Nobody, Word) { Trigger = "m" }
            },
            { "claim", new Command.Claim("a.1") },
            { "unclaim", new Command.Unclaim("a.1") },
            { "reassign", new Command.Reassign("a.1", "vera", ["kepala"], [new Defect("f", "rahasia")]) },
            {
                "complete",
                new Command.Complete("a.1", "approve", Word, Word, []) { Subjects = Nobody }
            },
            { "withdraw", new Command.Withdraw(Word) },
            { "comment", new Command.Comment(Word) },
            { "timer", new Command.TimerDue("t@1") },
            { "document", new Command.DocumentReady("1.0", "1", "K", "abc", new DateOnly(2026, 8, 13), null) },
            {
                "failed",
                new Command.EffectFailed("1.0", "habis") { Code = "R" }
            },
            { "retry", new Command.Retry("x") },
            { "message", new Command.MessageArrived("bayar", Word, Word) },
            { "signal", new Command.SignalArrived("kabar") },
            { "revoke", new Command.RevokeDocument("K", Word, "uu") },
        };

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_is_known_by_its_name_and_reads_back(string name, Command command)
    {
        var (open, back) = There(Entry(command));

        Assert.Equal(name, open.GetProperty("command").GetProperty("do").GetString());
        Assert.Equal(EntryCodec.Body(command), EntryCodec.Body(back.Command));
        Assert.DoesNotContain("rahasia", open.GetRawText(), StringComparison.Ordinal);
    }

    public static TheoryData<string, Effect> Effects =>
        new()
        {
            { "issue", new Effect.IssueDocument("1.0", "izin") },
            { "notice", new Effect.SendNotice("1.0", "diterima") },
            { "timer", new Effect.SetTimer("1.0", "t@1", At) },
            { "clear-timer", new Effect.ClearTimer("1.0", "t@1") },
            { "message", new Effect.SendMessage("1.0", "bayar") },
            { "signal", new Effect.BroadcastSignal("1.0", "kabar") },
            { "status", new Effect.PublishStatus("1.0", "K") },
        };

    [Theory]
    [MemberData(nameof(Effects))]
    public void An_effect_is_known_by_its_name_and_reads_back(string name, Effect effect)
    {
        var body = EntryCodec.Body(effect);
        using var json = JsonDocument.Parse(body);

        Assert.Equal(name, json.RootElement.GetProperty("act").GetString());
        Assert.Equal(effect, EntryCodec.Effect(body));
    }

    [Fact]
    public void A_refusal_is_kept_without_what_was_typed()
    {
        var refused = new Refusal(Refusals.NotEligible, "alasan", "dasar")
        {
            Rules = ["r"],
            Fields = [new("pemohon.nama", "FORM-101")],
        };
        var (_, back) = There(Entry(new Command.Claim("a.1")) with { Refused = refused });

        Assert.Equal(
            ("GG-103", "alasan", "dasar"),
            (back.Refused!.Number, back.Refused.Reason, back.Refused.LegalBasis)
        );
        Assert.Equal(["r"], back.Refused.Rules);
        Assert.Empty(back.Refused.Fields);
    }

    [Fact]
    public void Each_person_has_a_part_of_their_own_and_the_rest_is_the_applicants()
    {
        var data = FeelContext.Of(("anak", "Bima"), ("pemohon", "Siti"), ("lain", "Ani"));
        var split = EntryCodec.Split(
            Entry(new Command.Comment(new Personal(data))),
            SampleService.World().Core.Service.Subjects
        );
        Assert.Equal(["anak", "pemohon"], split.Parts.Keys);
        Assert.Equal("""{"0/anak":"Bima"}""", Encoding.UTF8.GetString(split.Parts["anak"]));
        Assert.Equal("""{"0/pemohon":"Siti","0/lain":"Ani"}""", Encoding.UTF8.GetString(split.Parts["pemohon"]));

        var back = EntryCodec.Join(
            split.Open,
            new Dictionary<string, byte[]?>
            {
                ["pemohon"] = null,
                ["anak"] = split.Parts["anak"],
                ["ayah"] = null,
            }
        );
        Assert.Equal(["ayah", "pemohon"], back.Erased);
        Assert.Equal(
            """{"anak":"Bima","pemohon":null,"lain":null}""",
            FeelJson.Plain(((Command.Comment)back.Entry.Command).Text.Values)
        );
    }

    [Fact]
    public void What_is_too_short_to_gain_is_kept_as_it_is_and_what_is_long_is_unpacked_whole()
    {
        var small = Encoding.UTF8.GetBytes("{}");
        Assert.Equal(small, EntryBytes.Packed(small));
        Assert.Equal(small, EntryBytes.Unpacked(small).ToArray());
        Assert.True(EntryBytes.Unpacked(ReadOnlyMemory<byte>.Empty).IsEmpty);

        var large = Encoding.UTF8.GetBytes($"{{\"a\":\"{new string('x', 3_000_000)}\"}}");
        var packed = EntryBytes.Packed(large);
        Assert.Equal(1, packed[0]);
        Assert.True(packed.Length < 10_000);
        Assert.Equal(large, EntryBytes.Unpacked(packed).ToArray());
    }

    [Fact]
    public void A_text_of_blanks_is_nothing_and_nothing_is_no_erased_text()
    {
        Assert.Same(Personal.Nothing, Personal.Text("  "));
        Assert.Same(Personal.Nothing, Personal.Text(null));
        Assert.Equal("a", Personal.Text("a").AsText);
        Assert.Null(Personal.Nothing.AsText);
        Assert.False(Personal.Text("a").TextIsErased);
        Assert.True(new Personal(FeelContext.Of(("_", FeelValue.Null))).TextIsErased);
        Assert.Equal(Personal.Text("a"), Personal.Text("a"));
        Assert.NotEqual(Personal.Text("a"), Personal.Text("b"));
        Assert.False(Personal.Text("a").Equals(null));
        Assert.Equal(Personal.Text("a").GetHashCode(), Personal.Text("a").GetHashCode());
    }

    private static readonly ImmutableSortedDictionary<string, Guid> Nobody = ImmutableSortedDictionary<
        string,
        Guid
    >.Empty.Add("pemohon", Guid.Parse("00000000-0000-7000-8000-000000000001"));

    private static CaseEntry Entry(Command command) =>
        new(command, [], [], null, Stamp.Of(SampleService.World(), new Moment(At, 5), RunningCase.Head, "uji"));

    private static (JsonElement Open, CaseEntry Back) There(CaseEntry entry)
    {
        var split = EntryCodec.Split(entry, SampleService.World().Core.Service.Subjects);
        var back = EntryCodec.Join(split.Open, split.Parts.ToDictionary(p => p.Key, p => (byte[]?)p.Value));
        Assert.Equal(JsonSerializer.Serialize(entry.Stamp), JsonSerializer.Serialize(back.Entry.Stamp));
        return (JsonDocument.Parse(EntryBytes.Unpacked(split.Open)).RootElement, back.Entry);
    }
}
