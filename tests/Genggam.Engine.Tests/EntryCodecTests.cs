using System.Collections.Immutable;
using System.Text;

namespace Genggam.Engine.Tests;

public sealed class EntryCodecTests
{
    private static readonly ImmutableSortedDictionary<string, Subject> Subjects = ImmutableSortedDictionary<
        string,
        Subject
    >
        .Empty.Add("pemohon", new Subject(null))
        .Add("anak", new Subject(null));

    [Fact]
    public void An_entry_takes_less_room_than_its_json_and_old_json_is_still_read()
    {
        var running = new RunningCase(SampleService.World()).Granted();
        foreach (var entry in running.Entries)
        {
            var split = EntryCodec.Split(entry, Subjects);
            var json = EntryBytes.Unpacked(split.Open);
            var parts = split.Parts.ToDictionary(p => p.Key, p => (byte[]?)p.Value);
            Assert.True(split.Open.Length < json.Length);
            Assert.Equal((byte)'{', json.Span[0]);
            foreach (var kept in new[] { json, split.Open })
                Assert.Equal(split.Open, EntryCodec.Split(EntryCodec.Join(kept, parts).Entry, Subjects).Open);
        }
        Assert.Throws<System.Text.Json.JsonException>(() => EntryBytes.Unpacked(new byte[] { 1, 2, 3 }));
    }

    [Theory]
    [InlineData("dalam", 60)]
    [InlineData("$dalam", 60)]
    public void The_most_deeply_nested_answers_that_a_program_can_send_are_read_back(string name, int depth)
    {
        Standards.Feel.FeelValue value = 1;
        for (var i = 0; i < depth; i++)
            value = Standards.Feel.FeelContext.Of((name, value));
        var written = new Personal(Standards.Feel.FeelContext.Of(("pemohon", value)));
        var first = new RunningCase(SampleService.World()).Granted().Entries[0];
        var entry = first with { Events = [new CaseEvent.DataWritten(written)] };

        var split = EntryCodec.Split(entry, Subjects);
        var back = EntryCodec.Join(split.Open, split.Parts.ToDictionary(p => p.Key, p => (byte[]?)p.Value)).Entry;

        Assert.Equal(written, Assert.IsType<CaseEvent.DataWritten>(back.Events[0]).Values);
    }

    [Fact]
    public void Every_entry_of_a_case_reads_back_as_it_was()
    {
        var running = new RunningCase(SampleService.World()).Granted();
        var state = Case.New("contoh");
        foreach (var entry in running.Entries)
        {
            var split = EntryCodec.Split(entry, Subjects);
            var back = EntryCodec.Join(split.Open, split.Parts.ToDictionary(p => p.Key, p => (byte[]?)p.Value));
            Assert.Empty(back.Erased);
            state = CaseLogic.Fold(state, back.Entry);
        }
        Assert.Equal(running.State.Outcome, state.Outcome);
        Assert.True(Standards.Feel.FeelEquality.Same(running.State.Data, state.Data));
        Assert.Equal(running.State.Documents, state.Documents);
    }

    [Fact]
    public void What_stopped_or_comes_again_reads_back_with_all_that_is_known_of_it()
    {
        var first = new RunningCase(SampleService.World()).Granted().Entries[0];
        var stopped = new CaseEvent.IncidentRaised("batas", 2, Incidents.NoValue, "timer timer#1")
        {
            Missed = [new Missed(2, 0), new Missed(3, 1)],
        };
        var token = new CaseEvent.TokenPlaced(5, "verifikasi", "f") { Stopped = Progress.Coming };
        var timer = new CaseEvent.TimerSet("b@5", "b", 5, DateTimeOffset.UnixEpoch)
        {
            Counted = new Counted(DateTimeOffset.UnixEpoch, 2),
        };
        var before = new CaseEvent.IncidentRaised("tunggu", 4, Incidents.NoValue, "timer");

        var split = EntryCodec.Split(first with { Events = [stopped, before, token, timer] }, Subjects);
        var back = EntryCodec.Join(split.Open, split.Parts.ToDictionary(p => p.Key, p => (byte[]?)p.Value)).Entry;

        Assert.Equal([new Missed(2, 0), new Missed(3, 1)], ((CaseEvent.IncidentRaised)back.Events[0]).Missed!);
        Assert.Equal([before, token, timer], back.Events[1..]);
        Assert.Empty(CaseLogic.Fold(Case.New("contoh"), back).Incidents["tunggu"].Missed);
    }

    [Fact]
    public void Nothing_a_person_typed_stands_in_the_open()
    {
        var running = new RunningCase(SampleService.World());
        running.Submit(name: "Siti Contoh");
        running.Do(new Command.Withdraw(Personal.Text("Pindah ke luar kota")), RunningCase.Citizen);

        foreach (var entry in running.Entries)
        {
            var open = Encoding.UTF8.GetString(EntryBytes.Unpacked(EntryCodec.Split(entry, Subjects).Open).Span);
            Assert.DoesNotContain("Siti", open, StringComparison.Ordinal);
            Assert.DoesNotContain("Pindah", open, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_subject_whose_key_is_gone_is_named_and_reads_as_null()
    {
        var running = new RunningCase(SampleService.World());
        running.Submit();
        var split = EntryCodec.Split(running.Entries[0], Subjects);

        var back = EntryCodec.Join(split.Open, split.Parts.ToDictionary(p => p.Key, _ => (byte[]?)null));

        Assert.Equal(["pemohon"], back.Erased);
        var submitted = Assert.IsType<Command.Submit>(back.Entry.Command);
        Assert.True(submitted.Data.Values["pemohon"].IsNull);
        Assert.Equal("B-1", submitted.Number);
    }

    [Fact]
    public void What_an_officer_writes_of_a_defect_is_sealed_and_goes_with_the_applicant()
    {
        var entry = ReturnedFor("NIK ibu 3578 tidak cocok");
        var split = EntryCodec.Split(entry, Subjects);
        Assert.DoesNotContain(
            "3578",
            Encoding.UTF8.GetString(EntryBytes.Unpacked(split.Open).Span),
            StringComparison.Ordinal
        );

        var kept = EntryCodec.Join(split.Open, split.Parts.ToDictionary(p => p.Key, p => (byte[]?)p.Value));
        Assert.Equal("NIK ibu 3578 tidak cocok", Note(kept.Entry));
        var erased = EntryCodec.Join(split.Open, split.Parts.ToDictionary(p => p.Key, _ => (byte[]?)null));
        Assert.Null(Note(erased.Entry));
        var note = Assert.Single(erased.Entry.Events.OfType<CaseEvent.Returned>()).Defects[0].Note;
        Assert.True(note.TextIsErased);
        Assert.False(Personal.Nothing.TextIsErased);
        Assert.Equal("pemohon.nama", Assert.Single(erased.Entry.Events.OfType<CaseEvent.Returned>()).Defects[0].Field);
    }

    [Fact]
    public void A_defect_that_a_first_journal_kept_as_plain_text_is_read()
    {
        var split = EntryCodec.Split(ReturnedFor("Kurang jelas."), Subjects);
        var open = System.Text.RegularExpressions.Regex.Replace(
            Encoding.UTF8.GetString(EntryBytes.Unpacked(split.Open).Span),
            "\"note\":\\{\"\\$p\":[^}]*\\}",
            "\"note\":\"Kurang jelas.\""
        );
        Assert.Contains("\"note\":\"Kurang jelas.\"", open, StringComparison.Ordinal);

        var back = EntryCodec.Join(
            Encoding.UTF8.GetBytes(open),
            split.Parts.ToDictionary(p => p.Key, _ => (byte[]?)null)
        );
        Assert.Equal("Kurang jelas.", Note(back.Entry));
    }

    private static CaseEntry ReturnedFor(string note)
    {
        var running = new RunningCase(SampleService.World());
        running.Submit();
        running.Claim("verifikasi", RunningCase.Verifier);
        Assert.Null(
            running.Finish("verifikasi", "return", RunningCase.Verifier, null, new Defect("pemohon.nama", note))
        );
        return running.Entries[^1];
    }

    private static string? Note(CaseEntry entry)
    {
        var returned = Assert.Single(entry.Events.OfType<CaseEvent.Returned>());
        Assert.Equal(returned.Defects, Assert.IsType<Command.Complete>(entry.Command).Defects.AsEnumerable());
        return returned.Defects[0].Note.AsText;
    }

    [Fact]
    public void A_value_in_command_and_event_is_kept_once()
    {
        var running = new RunningCase(SampleService.World());
        running.Submit();
        var part = Encoding.UTF8.GetString(EntryCodec.Split(running.Entries[0], Subjects).Parts["pemohon"]);
        Assert.Single(part.Split("Siti Contoh")[1..]);
    }
}
