using System.CommandLine;
using Genggam.Office.People;
using Genggam.Standards.Forms;
using Spectre.Console;

namespace Genggam.Verbs;

/// <summary>
/// <c>genggam erase --ground G [--yes] --data D</c>: the NIK is asked for, or is the first line of the input, so that no
/// history of commands holds it. Refuses where the retention of a service forbids it.
/// </summary>
internal static class EraseVerb
{
    private const string Word = "HAPUS";

    public static Command Build()
    {
        var ground = new Option<ErasureGround>("--ground")
        {
            Required = true,
            Description = "Why: ConsentWithdrawn, Unlawful or RetentionEnded (UU 27/2022 art. 43-44)",
        };
        var yes = new Option<bool>("--yes") { Description = "Do not ask again" };
        var data = Installation.Data();
        var verb = new Command("erase", "Erase a person's data and account for good") { ground, yes, data };
        verb.SetAction(
            (parsed, cancel) =>
                Installation.Guarded(() =>
                    Run(parsed.GetValue(ground), parsed.GetValue(yes), parsed.GetValue(data), cancel)
                )
        );
        return verb;
    }

    private static async Task<int> Run(ErasureGround ground, bool yes, string? data, CancellationToken cancel)
    {
        await using var installation = await Installation.Open(Installation.Options(data));
        var erasure = installation.Get<Erasure>();
        var nik = Ask("NIK: ");
        if (Erasure.WhyNoNik(nik) is { } fault)
            return Installation.No(
                fault is NikFault.NotSixteenDigits
                    ? "PEOPLE-101 This is no NIK: a NIK has sixteen digits."
                    : "PEOPLE-101 This is no NIK: no NIK has this province, birth date or serial number. Look at the digits again."
            );
        var plan = await Steps.Show("Looking into every case", null, _ => erasure.Plan(nik, ground, cancel));
        if (plan is null)
            return Installation.No("Nobody of this NIK is known here.");
        Console.WriteLine($"cases with data of this person  {plan.Cases}");
        Console.WriteLine($"account                         {(plan.HasAccount ? "one" : "none")}");
        foreach (var held in plan.Held)
            Console.WriteLine(
                held.Until is { } until
                    ? $"{held.Number} ({held.Service}) must be kept until {until:yyyy-MM-dd}: {held.LegalBasis}"
                    : $"{held.Number} ({held.Service}) is still open: decide or withdraw it first"
            );
        if (!plan.Held.IsEmpty)
            return Installation.No("Nothing was erased: the cases above forbid it.");
        if (!yes && Ask($"This cannot be taken back. Type {Word} to go on: ") != Word)
            return Installation.No("Nothing was erased.");
        await erasure.Do(plan, cancel);
        Console.WriteLine(
            "The key is destroyed: what was sealed for this person is unreadable, in every case and file."
        );
        Console.WriteLine("Account, user name, contact, drafts and search words are removed.");
        Console.WriteLine(
            "Copy keys/destroyed.list off this machine; old backups of keys still open old backups of data."
        );
        return 0;
    }

    private static string Ask(string question)
    {
        if (!Console.IsInputRedirected)
            AnsiConsole.Write(question);
        return Console.In.ReadLine()?.Trim() ?? "";
    }
}
