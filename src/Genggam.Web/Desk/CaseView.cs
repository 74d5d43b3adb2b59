using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Office.Cases;
using Genggam.Office.People;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;
using Genggam.Web.Components;
using Genggam.Web.Texts;

namespace Genggam.Web.Desk;

/// <summary>A case as one officer sees it now: the answers, the task that could be theirs, and what stands against it.</summary>
public sealed class CaseView
{
    private readonly Text text;
    private readonly ImmutableArray<StaffMember> staff;

    private CaseView(LoadedCase loaded, FormModel apply, Actor me, ImmutableArray<StaffMember> staff, Text text)
    {
        (Loaded, Apply, Me, this.staff, this.text) = (loaded, apply, me, staff, text);
        Texts = loaded.Release.TextsIn(text.Language);
        Answers = new AnswerText(loaded.Release, text.Language);
        ApplyWords = new FormWords(apply, Texts, text);
        History = CaseHappening.Of(loaded);
        LastReturn = LastReturn.Of(loaded, History);
        var open = State.Tasks.Values.Where(t => t.Role != OpenTask.ApplicantRole).ToList();
        Task =
            open.FirstOrDefault(t => t.Assignee == me.Id)
            ?? open.FirstOrDefault(t => me.Roles.Contains(t.Role))
            ?? open.FirstOrDefault(_ => Supervises);
        Node = Task is null ? null : loaded.Release.Process.Find(Task.Element) as UserTask;
        Form = loaded.Release.Form(Task?.Form);
        FormWords = Form is null ? null : new FormWords(Form, Texts, text);
        WhyNot = Task is null ? null : Duties.WhyNot(Loaded.Release, State, Task, me);
    }

    public LoadedCase Loaded { get; }
    public Actor Me { get; }
    public TextBook Texts { get; }
    public AnswerText Answers { get; }
    public FormModel Apply { get; }
    public FormWords ApplyWords { get; }
    public OpenTask? Task { get; }
    public UserTask? Node { get; }
    public FormModel? Form { get; }
    public FormWords? FormWords { get; }

    /// <summary>The refusal the officer would get for the task; null where they may do it.</summary>
    public string? WhyNot { get; }

    /// <summary>What was done with the case, the first first.</summary>
    public IReadOnlyList<CaseHappening> History { get; }

    /// <summary>What the applicant was asked to correct last; null where the case never went back.</summary>
    public LastReturn? LastReturn { get; }

    public Case State => Loaded.Case;
    public ServiceDefinition Service => Loaded.Release.Service;
    public bool Mine => Task is not null && Task.Assignee == Me.Id;
    public bool Supervises => Duties.IsSupervisor(Service, State, Me);

    /// <summary>The officer supervises without the task's role: all they may do with it is the return kept for a supervisor.</summary>
    public bool OnlyReturns => Task is not null && Duties.OnlyReturns(Loaded.Release, State, Task, Me);

    public ImmutableArray<string> Outcomes =>
        OnlyReturns ? ["return"]
        : Node is { Outcomes.IsEmpty: false } node ? node.Outcomes
        : ["approve"];

    /// <summary>An outcome is offered that the applicant must be given reasons for.</summary>
    public bool AsksReasons => Outcomes.Contains("reject");

    /// <summary>A return is offered, but a supervisor must make it.</summary>
    public bool ReturnIsSupervisors =>
        Outcomes.Contains("return") && Duties.ReturnNeedsSupervisor(Service, State) && !Supervises;

    /// <summary>Null where the application form of the case is gone.</summary>
    public static CaseView? Of(LoadedCase? loaded, Actor me, ImmutableArray<StaffMember> staff, Text text) =>
        loaded is not null && loaded.Release.Form(loaded.Release.Service.Apply.Form) is { } apply
            ? new CaseView(loaded, apply, me, staff, text)
            : null;

    /// <summary>Whom the task can be given to.</summary>
    public IReadOnlyList<StaffMember> Recipients() =>
        Task is null ? [] : [.. staff.Where(s => s.Id != Me.Id && s.Id != Task.Assignee && !s.Locked && May(s, Task))];

    public IReadOnlyList<StaffMember> Supervisors() =>
        [.. Recipients().Where(s => Service.Returns.SupervisorRole is { } role && s.Roles.Contains(role))];

    public StaffMember? Colleague(string? id) => staff.FirstOrDefault(s => s.Id == id);

    public string NameOf(string id) => id == Me.Id ? text["desk.you"] : Colleague(id)?.Name ?? text["desk.other"];

    /// <summary>Whether an answer is gone with the person it is about.</summary>
    public bool IsErased(string path)
    {
        var role = path.Split('.')[0];
        var subject = State.Subjects.GetValueOrDefault(role, State.Subjects[EntryCodec.Applicant]);
        return Loaded.Erased.Any(e => e.Value == subject);
    }

    /// <summary>Where files stand in the data: what the applicant is asked for, then what each step of the process took.</summary>
    public IEnumerable<(string Path, string Label)> Files(FeelEnvironment environment) =>
        Asked(environment)
            .Where(f => f.Kind == FieldKind.File)
            .Select(f => (Path: f.Key, Label: ApplyWords.Label(f)))
            .Concat(Loaded.Release.Process.Everything.OfType<UserTask>().SelectMany(FilesOf))
            .DistinctBy(f => f.Path);

    /// <summary>An officer's answers stand under the step, an applicant's among the others.</summary>
    private IEnumerable<(string Path, string Label)> FilesOf(UserTask task)
    {
        if (Loaded.Release.Form(task.FormId) is not { } form)
            return [];
        var prefix = task.CandidateGroups.FirstOrDefault() == OpenTask.ApplicantRole ? "" : $"{task.Id}.";
        var words = new FormWords(form, Texts, text);
        return form.Fields.Where(f => f.Kind == FieldKind.File).Select(f => (prefix + f.Key, words.Label(f)));
    }

    /// <summary>A document that stands, and that this officer signs for or supervises.</summary>
    public bool MayRevoke(IssuedDocument document) =>
        !document.Revoked && Duties.MayRevoke(Service, State, document, Me);

    /// <summary>A step that issues a letter.</summary>
    public bool WaitsForLetter(string element) =>
        Loaded.Release.Process.Find(element) is ServiceTask { Type: ServiceKinds.IssueDocument };

    /// <summary>A step by its name for people, or as the process calls it.</summary>
    public string StepName(string element) =>
        Find($"tasks.{element}.name") ?? Loaded.Release.Process.Find(element)?.Name ?? element;

    public string TaskName(string element) => Find($"tasks.{element}.name") ?? Texts[$"tasks.{element}.name"];

    public string OutcomeName(string element, string outcome) =>
        Find($"tasks.{element}.outcomes.{outcome}") ?? text["desk.done"];

    /// <summary>Of the case's release; what only an earlier one knew, by that one.</summary>
    private string? Find(string key) =>
        Texts.Find(key)
        ?? Loaded.Earlier.Values.Select(r => r.TextsIn(text.Language).Find(key)).FirstOrDefault(t => t is not null);

    /// <summary>What the application's form calls a field; a defect may name something else.</summary>
    public string FieldName(string key) => Apply.Field(key) is { } field ? ApplyWords.Label(field) : key;

    /// <summary>The steps this officer did, by name, that keep them from the task.</summary>
    public IEnumerable<string> DoneByMe() =>
        Task is null
            ? []
            : Duties
                .Apart(Service, Task.Element)
                .Where(e => State.DoneBy.GetValueOrDefault(e) == Me.Id)
                .Select(TaskName);

    /// <summary>What can be wrong: each answer, and a repeating group as such.</summary>
    public IEnumerable<FormField> Correctable(FeelEnvironment environment) =>
        Apply
            .Visible(State.Data, environment)
            .Where(f => f.Rows is not null)
            .Concat(Asked(environment))
            .DistinctBy(f => f.Key);

    public IEnumerable<FormField> Asked(FeelEnvironment environment) => Apply.Answers(State.Data, environment);

    private bool May(StaffMember member, OpenTask task) =>
        Duties.WhyNot(Loaded.Release, State, task, Actor.Officer(member.Id, Me.Agency!, member.Roles)) is null;
}
