using Genggam.Engine.Tests.Services;

namespace Genggam.Engine.Tests.Steps;

/// <summary>Who may hold a task, return a case and revoke a letter.</summary>
public sealed class DutyTests
{
    private static readonly World World = SampleService.World();

    [Theory]
    [InlineData(0, "dinas", "verifikator", null, false)]
    [InlineData(0, "dinas", "kepala verifikator", null, false)]
    [InlineData(0, "dinas", "kepala", Refusals.NotYourRole, false)]
    [InlineData(0, "dinas", "", Refusals.NotYourRole, false)]
    [InlineData(0, "dinas-lain", "verifikator", Refusals.NotYourRole, false)]
    [InlineData(0, "dinas", "supervisor", Refusals.NotYourRole, false)]
    [InlineData(1, "dinas", "supervisor", null, true)]
    [InlineData(2, "dinas", "supervisor", null, true)]
    [InlineData(1, "dinas", "supervisor verifikator", null, false)]
    [InlineData(1, "dinas", "verifikator", null, false)]
    [InlineData(1, "dinas", "kepala", Refusals.NotYourRole, false)]
    [InlineData(1, "dinas-lain", "supervisor", Refusals.NotYourRole, false)]
    public void A_task_is_for_its_role_and_a_further_return_for_the_supervisor(
        int returns,
        string agency,
        string roles,
        string? refusal,
        bool onlyReturns
    )
    {
        var (state, task) = At("verifikasi");
        state = state with { Returns = returns };
        var by = Actor.Officer("siapa", agency, [.. roles.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal(refusal, Duties.WhyNot(World.Core, state, task, by));
        Assert.Equal(onlyReturns, Duties.OnlyReturns(World.Core, state, task, by));
    }

    [Fact]
    public void A_supervisor_has_no_part_in_a_task_that_returns_nothing()
    {
        var (state, task) = At("tandatangan");
        state = state with { Returns = 5 };

        Assert.False(Duties.OnlyReturns(World.Core, state, task, RunningCase.Supervisor));
        Assert.Equal(Refusals.NotYourRole, Duties.WhyNot(World.Core, state, task, RunningCase.Supervisor));
    }

    [Fact]
    public void The_applicants_task_is_the_applicants_alone()
    {
        var running = new RunningCase(World);
        running.Submit();
        running.Claim("verifikasi", RunningCase.Verifier);
        running.Finish("verifikasi", "return", RunningCase.Verifier, null, new Defect("pemohon.nama", "Kurang."));
        var task = running.State.WithApplicant!;

        Assert.Null(Duties.WhyNot(World.Core, running.State, task, RunningCase.Citizen));
        Actor[] others = [Actor.Citizen("lain"), RunningCase.Verifier, Actor.Officer("x", "dinas", "pemohon")];
        Assert.All(
            others,
            by => Assert.Equal(Refusals.ApplicantOnly, Duties.WhyNot(World.Core, running.State, task, by))
        );
    }

    [Fact]
    public void A_step_that_must_be_anothers_bars_only_who_did_it()
    {
        var (state, task) = At("tandatangan");
        Assert.Equal("vera", state.DoneBy["verifikasi"]);

        Assert.Equal(
            Refusals.SeparationOfDuties,
            Duties.WhyNot(World.Core, state, task, Actor.Officer("vera", "dinas", "kepala"))
        );
        Assert.Null(Duties.WhyNot(World.Core, state, task, RunningCase.Head));
        var again = state with { DoneBy = state.DoneBy.Remove("verifikasi").Add("tandatangan", "kadis") };
        Assert.Null(Duties.WhyNot(World.Core, again, task, RunningCase.Head));
    }

    [Theory]
    [InlineData("persetujuan", "inspeksi tandatangan uji_laboratorium verifikasi_berkas")]
    [InlineData("tandatangan", "persetujuan verifikasi_berkas")]
    [InlineData("inspeksi", "persetujuan uji_laboratorium")]
    [InlineData("pembinaan", "")]
    public void Steps_are_apart_from_all_of_every_group_they_stand_in(string step, string others) =>
        Assert.Equal(
            others.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Duties.Apart(Shipped.World(Shipped.Kitchen).Core.Service, step).Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("dinas", "kepala", true)]
    [InlineData("dinas", "supervisor", true)]
    [InlineData("dinas", "verifikator", false)]
    [InlineData("dinas-lain", "kepala", false)]
    [InlineData("dinas-lain", "supervisor", false)]
    public void A_letter_is_revoked_by_who_may_sign_such_or_a_supervisor(string agency, string role, bool may)
    {
        var running = new RunningCase(World).Granted();
        var document = Assert.Single(running.State.Documents);
        var by = Actor.Officer("siapa", agency, role);

        Assert.Equal(may, Duties.MayRevoke(World.Core.Service, running.State, document, by));
        var unknown = document with { Letter = "lain" };
        Assert.Equal(may && role == "supervisor", Duties.MayRevoke(World.Core.Service, running.State, unknown, by));
    }

    [Fact]
    public void Nobody_is_a_supervisor_where_the_service_names_no_such_role()
    {
        var service = World.Core.Service with { Returns = new ReturnRule(1, null) };
        var (state, _) = At("verifikasi");

        Assert.True(Duties.IsSupervisor(World.Core.Service, state, RunningCase.Supervisor));
        Assert.False(Duties.IsSupervisor(service, state, RunningCase.Supervisor));
        Assert.False(Duties.ReturnNeedsSupervisor(service, state));
        Assert.True(Duties.ReturnNeedsSupervisor(service with { Returns = new ReturnRule(0, null) }, state));
    }

    private static (Case, OpenTask) At(string element)
    {
        var running = new RunningCase(World);
        Assert.Null(running.Submit());
        if (element == "tandatangan")
        {
            running.Claim("verifikasi", RunningCase.Verifier);
            running.Finish("verifikasi", "approve", RunningCase.Verifier);
        }
        return (running.State, running.State.Tasks.Values.Single(t => t.Element == element));
    }
}
