using System.CommandLine;
using Genggam.Standards;
using Genggam.Verbs;
using Spectre.Console;

// A line stays one line for a file or another program.
if (Console.IsOutputRedirected)
    AnsiConsole.Profile.Width = short.MaxValue;

// The one program: its verbs, each in a file of its own. Without a verb it serves.
var program = new RootCommand("Genggam: every public service in one grasp")
{
    ServeVerb.Build(),
    CheckVerb.Build(),
    DecideVerb.Build(),
    ExplainVerb.Build(),
    SentencesVerb.Build(),
    ConformVerb.Build(),
    VerifyDocumentVerb.Build(),
    ClientVerb.Build(),
    OfficerVerb.Build(),
    EraseVerb.Build(),
    PublishVerb.Build(),
    ReleaseVerb.Build(),
    DryRunVerb.Build(),
    MigrateVerb.Build(),
    LoadVerb.Build(),
    VerifyVerb.Build(),
    BackupVerb.Build(),
    RestoreVerb.Build(),
    DrillVerb.Build(),
    MoveVerb.Build(),
    UpgradeVerb.Build(),
};
ServeVerb.MakeDefault(program);

// Without a verb it serves; a word that is none was meant for one.
if (args is [['-', ..], ..] or [] || program.Subcommands.Any(verb => verb.Name == args[0]))
    return await program.Parse(args).InvokeAsync();
var meant = Nearest.Meant(args[0], program.Subcommands.Select(verb => verb.Name));
return Installation.No($"There is no verb {args[0]}{meant} genggam --help names them all.");
