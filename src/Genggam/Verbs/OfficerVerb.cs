using System.CommandLine;
using Genggam.Office.Agencies;
using Genggam.Office.Catalogue;
using Genggam.Office.People;

namespace Genggam.Verbs;

/// <summary>
/// <c>genggam officer add USER --name N [--agency ID] [--role R...] --data D</c>: the first people of an installation. Without
/// a role it is an administrator, of one agency or of all. <c>genggam officer reset USER</c>: password and second factor anew.
/// Both are printed once; the password is temporary.
/// </summary>
internal static class OfficerVerb
{
    public static Command Build() => new("officer", "Officers and administrators") { Add(), Reset() };

    private static Command Reset()
    {
        var user = new Argument<string>("USER") { Description = "What is typed to sign in" };
        var data = Installation.Data();
        var verb = new Command("reset", "Give somebody who lost them a new password and second factor") { user, data };
        verb.SetAction(parsed =>
            Installation.Guarded(() => Rekey(parsed.GetRequiredValue(user), parsed.GetValue(data)))
        );
        return verb;
    }

    private static async Task<int> Rekey(string user, string? data)
    {
        await using var installation = await Installation.Open(Installation.Options(data));
        await using var scope = installation.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StaffRegister>().Rekey(user) is StaffResult.Keys keys
            ? Print(keys.Given)
            : Installation.No($"There is no officer {user}.");
    }

    private static Command Add()
    {
        var user = new Argument<string>("USER") { Description = "What is typed to sign in" };
        var name = new Option<string>("--name") { Required = true, Description = "The person's name" };
        var agency = new Option<string?>("--agency")
        {
            Description = "Id of the agency; none for an administrator of all",
        };
        var roles = new Option<string[]>("--role")
        {
            Description = "Roles in the agency's services; none for an administrator",
            AllowMultipleArgumentsPerToken = true,
        };
        var data = Installation.Data();
        var verb = new Command("add", "Add an officer or an administrator and print how to sign in")
        {
            user,
            name,
            agency,
            roles,
            data,
        };
        verb.SetAction(parsed =>
        {
            var officer = new NewOfficer(
                parsed.GetRequiredValue(user),
                parsed.GetRequiredValue(name),
                parsed.GetValue(agency),
                [.. parsed.GetValue(roles) ?? []],
                Administrator: parsed.GetValue(roles) is not { Length: > 0 }
            );
            return Installation.Guarded(() => Run(officer, parsed.GetValue(data)));
        });
        return verb;
    }

    private static async Task<int> Run(NewOfficer officer, string? data)
    {
        await using var installation = await Installation.Make(Installation.Options(data));
        if (WhyNot(officer, installation) is { } why)
            return Installation.No(why);
        await using var scope = installation.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StaffRegister>().Add(officer) switch
        {
            StaffResult.Keys { Given: var keys } => Print(keys),
            StaffResult.Refused { Number: "PEOPLE-301" } => Installation.No(
                $"PEOPLE-301 {officer.UserName} is no user name: use small letters, digits, dots and dashes."
            ),
            StaffResult.Refused { Number: "PEOPLE-302" } => Installation.No(
                $"PEOPLE-302 {officer.UserName} is in use: choose another, or give its owner new keys with officer reset."
            ),
            StaffResult.Refused { Number: var number, Field: var field } => Installation.No(
                $"{number} The {field} cannot be so."
            ),
            _ => throw new InvalidOperationException("Adding gave neither keys nor a refusal."),
        };
    }

    private static string? WhyNot(NewOfficer officer, Installation installation)
    {
        if (officer.Agency is null)
            return officer.Administrator ? null : "An officer works in an agency: --agency.";
        if (installation.Get<Agencies>().Find(officer.Agency) is not { } agency)
            return $"There is no agency {officer.Agency}.";
        var offered = StaffRoles.At(agency, installation.Get<ServiceCatalogue>());
        return officer.Roles.FirstOrDefault(r => !offered.Contains(r)) is { } unknown
            ? $"PEOPLE-307 Nobody is {unknown} at {agency.Id}. Roles there: {string.Join(", ", offered)}."
            : null;
    }

    private static int Print(FirstKeys keys)
    {
        Console.WriteLine($"user          {keys.UserName}");
        Console.WriteLine($"password      {keys.Password} (until the first sign-in)");
        Console.WriteLine($"second factor {keys.SecondFactor?.Typed}");
        Console.WriteLine($"              {keys.SecondFactor?.Link}");
        return 0;
    }
}
