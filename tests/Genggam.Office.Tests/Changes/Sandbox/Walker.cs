using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes;
using Genggam.Office.Changes.Sandbox;
using Genggam.Standards;
using Genggam.Standards.Feel;

namespace Genggam.Office.Tests.Changes.Sandbox;

/// <summary>An owner who walks through the draft of one change.</summary>
internal sealed class Walker(Bureau bureau, Change change)
{
    public static readonly DateTime Monday = new(2026, 11, 16, 9, 0, 0);

    public WalkDesk Desk => bureau.Get<WalkDesk>();

    public WalkExamples Examples => bureau.Get<WalkExamples>();

    public Walk Walk { get; private set; } = null!;

    public static async Task<Walker> Begin(Bureau bureau, DateTime? at = null)
    {
        var walker = new Walker(bureau, await bureau.Open());
        await walker.Take(
            await walker.Desk.Begin(await walker.Draft(), "dukcapil-surabaya", at ?? Monday, bureau.Rina)
        );
        return walker;
    }

    /// <summary>The answers of a shipped example.</summary>
    public static FeelContext Answers(string example = "01-lengkap") =>
        Steps(example).OfType<ExampleStep.Submit>().First().Data;

    public static ImmutableArray<ExampleStep> Steps(string example, string service = Bureau.Service) =>
        ExampleYaml
            .Read(
                File.ReadAllText(Path.Combine(Town.ShippedServices, service, "examples", $"{example}.yaml")),
                example,
                new List<Problem>()
            )
            .Steps;

    public static ExampleStep Approved(string task, string by, string role, params (string, FeelValue)[] answers) =>
        new ExampleStep.Complete(task, by, [role], "approve", null, [], FeelContext.Of(answers), null);

    public static ExampleStep Verified(string by = "siti") =>
        Approved("verifikasi", by, "verifikator", ("dokumen_cocok", true), ("siak_dicek", true));

    public static ExampleStep Signed(string by = "hartono") =>
        Approved("tandatangan", by, "penandatangan", ("data_dibaca", true));

    public Task<Draft> Draft() => bureau.Load(change);

    public Change Change => change;

    public Task<WalkResult> Try(ExampleStep step) => Desk.Step(Walk, step, bureau.Rina);

    public async Task Do(params ExampleStep[] steps)
    {
        foreach (var step in steps)
            await Take(await Try(step));
    }

    public async Task HandIn(string example = "01-lengkap") => await Do(new ExampleStep.Submit(Answers(example), null));

    public Task Take(WalkResult result)
    {
        Walk = Assert.IsType<WalkResult.Went>(result).Walk;
        return Task.CompletedTask;
    }

    /// <summary>The page is opened again.</summary>
    public async Task<Walk> Look() => Walk = (await Desk.Find(await Draft(), bureau.Rina))!;

    public static string Cannot(WalkResult result) => Assert.IsType<WalkResult.Cannot>(result).Refusal.Number;
}
