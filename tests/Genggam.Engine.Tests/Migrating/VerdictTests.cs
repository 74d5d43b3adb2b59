using System.Collections.Immutable;
using System.Text;
using Genggam.Standards.Dmn;
using Genggam.Standards.Feel;

namespace Genggam.Engine.Tests.Migrating;

/// <summary>Who moves, who stays and by which deadline, and what can be taken back.</summary>
public sealed class VerdictTests
{
    private static readonly World Old = SampleService.World();
    private static readonly World Target = SampleService.World(101);

    [Fact]
    public void A_case_that_waits_for_its_letter_stays_until_it_is_there()
    {
        var running = Signed();
        var moving = MovingCase.Of(running, Old, Target);
        Assert.Equal((Refusals.StaysOnRelease, "awaits-answer"), Said(moving.Move()));
    }

    [Fact]
    public void A_case_that_is_over_stays()
    {
        var moving = MovingCase.Of(new RunningCase(Old).Granted(), Old, Target);
        Assert.Equal(new MigrationVerdict.Stays(StayReason.NotRunning), moving.Judge(MovingCase.Plan(Old, Target)));
        Assert.Equal(Refusals.CaseClosed, moving.Move()!.Number);
    }

    [Fact]
    public void A_case_moves_once_and_from_its_own_release_only()
    {
        var moving = MovingCase.Of(Handed(), Old, Target);
        Assert.Equal(
            (Refusals.StaysOnRelease, "other-release"),
            Said(moving.Move(MovingCase.Plan(SampleService.World(7), Target)))
        );
        Assert.Null(moving.Move());
        Assert.Equal((Refusals.StaysOnRelease, "already-there"), Said(moving.Move()));
    }

    [Fact]
    public void Citizens_and_programs_move_no_case()
    {
        var moving = MovingCase.Of(Handed(), Old, Target);
        var command = new Command.Migrate(MovingCase.Plan(Old, Target));
        foreach (var by in new[] { RunningCase.Citizen, new Actor("app", ActorKind.Machine, "dinas", []) })
        {
            Assert.Equal(Refusals.NotYourRole, moving.Do(Target with { Before = Old.Core }, command, by)!.Number);
            Assert.Equal(Refusals.NotYourRole, moving.Do(Old, new Command.UndoMigration("x"), by)!.Number);
        }
    }

    [Fact]
    public void What_was_done_since_stays_done()
    {
        var moving = MovingCase.Of(Handed(), Old, Target);
        Assert.Null(moving.Move());
        Assert.Equal(Refusals.NothingToUndo, moving.Undo("lain")!.Number);
        Assert.Null(moving.Do(new Command.Comment(Personal.Text("Sudah ditelepon.")), RunningCase.Verifier));
        Assert.Equal(Refusals.NothingToUndo, moving.Undo()!.Number);
        Assert.Equal(Target.Core.Hash, moving.State.Release);
    }

    [Fact]
    public void What_the_new_process_sent_out_cannot_be_taken_back()
    {
        static string On(string condition) =>
            Processes.Drawn.Process(
                "s-c c-n n-a a-e",
                Processes.Drawn.Start()
                    + Processes.Drawn.Catch("c", Processes.Drawn.When(condition))
                    + "<sendTask id=\"n\"><extensionElements><zeebe:taskHeaders><zeebe:header key=\"notice\" value=\"lama\"/></zeebe:taskHeaders></extensionElements></sendTask>"
                    + Processes.Drawn.Task("a")
                    + Processes.Drawn.End()
            );
        var moving = MoveTests.Moving(On("pemohon.penghasilan &gt; 1000"), On("pemohon.penghasilan &gt; 10"));

        Assert.Null(moving.Move());
        Assert.Equal(["a"], moving.Open());
        Assert.Equal(Refusals.NothingToUndo, moving.Undo()!.Number);
    }

    [Fact]
    public void What_was_undone_may_move_again()
    {
        var moving = MovingCase.Of(Handed(), Old, Target);
        Assert.Null(moving.Move());
        Assert.Null(moving.Undo());
        Assert.Equal(Refusals.NothingToUndo, moving.Undo()!.Number);
        Assert.Null(moving.Move());
        Assert.Equal(Target.Core.Hash, moving.State.Release);
    }

    [Theory]
    [InlineData(DeadlineRule.Keep, 2)]
    [InlineData(DeadlineRule.Anew, 5)]
    public void The_promise_stays_or_the_new_one_counts_from_the_same_beginning(DeadlineRule rule, int days)
    {
        var target = Promising(5);
        var moving = MovingCase.Of(Handed(), Old, target);
        var from = moving.State.ClockFrom!.Value;
        moving.Now += TimeSpan.FromDays(1);

        Assert.Null(moving.Move(MovingCase.Plan(Old, target) with { Deadline = rule }));

        var limit = new TimeLimit(days, TimeUnit.WorkingDays, null, false);
        Assert.Equal(LegalClock.Due(from, limit, target, "Asia/Jakarta"), moving.State.Deadline);
        Assert.Null(moving.Undo());
        Assert.Equal(LegalClock.Due(from, limit with { Amount = 2 }, target, "Asia/Jakarta"), moving.State.Deadline);
    }

    [Fact]
    public void While_the_applicant_has_the_case_no_time_is_counted()
    {
        var running = Handed();
        running.Claim("verifikasi", RunningCase.Verifier);
        running.Finish("verifikasi", "return", RunningCase.Verifier, null, new Defect("pemohon.nama", "Lengkapi."));
        var target = Promising(5);
        var moving = MovingCase.Of(running, Old, target);

        Assert.Null(moving.Move(MovingCase.Plan(Old, target) with { Deadline = DeadlineRule.Anew }));
        Assert.Null(moving.State.Deadline);
    }

    [Fact]
    public void Where_silence_has_granted_no_move_takes_it_back()
    {
        var silent = Changed(Old, s => s with { DeemedApproval = new DeemedApproval(true, null, null) });
        var moving = MovingCase.Of(Handed(silent), silent, Target);
        moving.Now = moving.State.Deadline!.Value.AddSeconds(1);
        Assert.Equal((Refusals.StaysOnRelease, "silence-has-granted"), Said(moving.Move()));
    }

    [Theory]
    [InlineData("\"selesai\"", null, "provision")]
    [InlineData("\"entah\"", null, "provision-unclear")]
    [InlineData("null", null, "provision-unclear")]
    [InlineData("if berkas.langkah = \"verifikasi\" then \"pindah\" else \"selesai\"", 2, null)]
    [InlineData("if berkas.pengembalian = 0 then {tindakan: \"pindah\", tenggat: \"baru\"} else null", 5, null)]
    [InlineData("{tindakan: \"pindah\", tenggat: \"tetap\"}", 2, null)]
    [InlineData("{tindakan: \"pindah\", tenggat: \"besok\"}", null, "provision-unclear")]
    [InlineData(
        "if berkas.tenggat &gt; date and time(\"2026-08-14T00:00:00+07:00\") then \"pindah\" else \"selesai\"",
        2,
        null
    )]
    [InlineData("if pemohon.penghasilan = 80 then \"selesai\" else \"pindah\"", null, "provision")]
    public void The_transitional_provision_decides_of_each_case(string feel, int? days, string? stays)
    {
        var target = Providing(Promising(5), feel);
        var moving = MovingCase.Of(Handed(), Old, target);

        var refused = moving.Move();

        Assert.Equal(stays, refused?.Rules[0]);
        if (days is { } amount)
            Assert.Equal(
                LegalClock.Due(
                    moving.State.ClockFrom!.Value,
                    new TimeLimit(amount, TimeUnit.WorkingDays, null, false),
                    target,
                    "Asia/Jakarta"
                ),
                moving.State.Deadline
            );
    }

    [Fact]
    public void People_whom_the_new_release_keeps_apart_get_their_own_key_for_what_is_known_of_them()
    {
        var moving = MovingCase.Of(Handed(), Old, Target);
        var father = Guid.Parse("00000000-0000-7000-8000-000000000002");
        var command = new Command.Migrate(MovingCase.Plan(Old, Target))
        {
            Subjects = ImmutableSortedDictionary<string, Guid>.Empty.Add("pemohon", father),
        };

        Assert.Null(moving.Do(Target with { Before = Old.Core }, command, Actor.System));

        Assert.Equal(father, moving.State.Subjects["pemohon"]);
        var again = Assert.Single(moving.Entries[0].Events.OfType<CaseEvent.DataWritten>());
        Assert.Equal("Siti Contoh", again.Values.Values.At("pemohon.nama").ToString());
        Assert.Null(moving.Undo());
        Assert.NotEqual(father, moving.State.Subjects["pemohon"]);
    }

    [Fact]
    public void What_the_journal_keeps_of_a_move_reads_back_as_it_was()
    {
        var moving = MovingCase.Of(Handed(), Old, Target);
        var before = moving.State;
        Assert.Null(
            moving.Move(
                MovingCase.Plan(Old, Target, ("a", "b")) with
                {
                    Timers = TimerRule.Anew,
                    Deadline = DeadlineRule.Anew,
                }
            )
        );
        Assert.Null(moving.Undo());

        var state = before;
        foreach (var entry in moving.Entries)
        {
            var split = EntryCodec.Split(entry, Old.Core.Service.Subjects);
            var back = EntryCodec.Join(split.Open, split.Parts.ToDictionary(p => p.Key, p => (byte[]?)p.Value)).Entry;
            Assert.Equal(split.Open, EntryCodec.Split(back, Old.Core.Service.Subjects).Open);
            if (back.Command is Command.Migrate { Plan: var plan })
            {
                Assert.Equal(("b", TimerRule.Anew), (plan.Elements["a"], plan.Timers));
                var again = CaseLogic.Decide(
                    Target with
                    {
                        Before = Old.Core,
                    },
                    state,
                    back.Command,
                    back.Stamp.Actor,
                    new Moment(back.Stamp.At)
                );
                Assert.Equal(entry.Events.Length, again.Events.Length);
            }
            state = CaseLogic.Fold(state, back);
        }
        SameCase.Assert(before, state);
    }

    private static (string, string) Said(Refusal? refusal) => (refusal!.Number, string.Join(' ', refusal.Rules));

    private static RunningCase Handed(World? world = null)
    {
        var running = new RunningCase(world ?? Old);
        Assert.Null(running.Submit());
        return running;
    }

    private static RunningCase Signed()
    {
        var running = Handed();
        running.Claim("verifikasi", RunningCase.Verifier);
        running.Finish("verifikasi", "approve", RunningCase.Verifier);
        running.Claim("tandatangan", RunningCase.Head);
        running.Finish("tandatangan", "approve", RunningCase.Head);
        return running;
    }

    private static World Promising(int days) =>
        Changed(Target, s => s with { TimeLimit = new TimeLimit(days, TimeUnit.WorkingDays, null, false) });

    private static World Changed(World world, Func<ServiceDefinition, ServiceDefinition> change) =>
        world with
        {
            Core = world.Core with { Service = change(world.Core.Service), Hash = world.Core.Hash + "+" },
        };

    private static World Providing(World world, string feel)
    {
        var model = DmnReader
            .Read(
                $"""
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="p" name="peralihan" namespace="urn:contoh:p">
                  <inputData id="i1" name="berkas"><variable name="berkas"/></inputData>
                  <inputData id="i2" name="pemohon"><variable name="pemohon"/></inputData>
                  <decision id="peralihan" name="peralihan"><variable name="peralihan"/>
                    <informationRequirement id="r1"><requiredInput href="#i1"/></informationRequirement>
                    <informationRequirement id="r2"><requiredInput href="#i2"/></informationRequirement>
                    <literalExpression id="l"><text>{feel}</text></literalExpression></decision>
                </definitions>
                """,
                "peralihan.dmn"
            )
            .Value!;
        var changed = Changed(world, s => s with { Transition = "peralihan" });
        return changed with { Core = changed.Core with { Decisions = changed.Core.Decisions.Add("peralihan", model) } };
    }
}
