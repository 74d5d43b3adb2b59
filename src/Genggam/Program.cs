using System.CommandLine;
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
    DryRunVerb.Build(),
    LoadVerb.Build(),
    VerifyVerb.Build(),
    BackupVerb.Build(),
    RestoreVerb.Build(),
};
ServeVerb.MakeDefault(program);
return await program.Parse(args).InvokeAsync();
