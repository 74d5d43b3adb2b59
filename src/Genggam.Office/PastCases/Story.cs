using Genggam.Engine;

namespace Genggam.Office.PastCases;

/// <summary>An example told again: of another person, at another agency, on other days.</summary>
/// <param name="Start">When the application is handed in.</param>
/// <param name="Seed">All that chance decides follows from it.</param>
internal sealed record Story(
    Release Release,
    Example Example,
    string Agency,
    string Zone,
    DateTimeOffset Start,
    StoryPerson Applicant,
    string Channel,
    int Seed
);

/// <summary>Somebody who does not exist.</summary>
public sealed record StoryPerson(string Nik, string Name, string Phone);
