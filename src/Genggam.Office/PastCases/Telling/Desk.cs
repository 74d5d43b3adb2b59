using Genggam.Engine;
using Genggam.Office.PastCases.Days;
using Genggam.Office.PastCases.Profiles;

namespace Genggam.Office.PastCases.Telling;

/// <summary>One service at one agency.</summary>
/// <param name="Examples">Of a service without a profile.</param>
internal sealed record Desk(World World, ServiceProfile? Profile, IReadOnlyList<Example> Examples, AgencyAtWork Office)
{
    public Release Release => World.Effective;

    /// <summary>By its holder's sex and age the NIK of an applicant is theirs alone.</summary>
    public string? NikPath { get; } =
        World
            .Effective.Form(World.Effective.Service.Apply.Form)
            ?.Fields.FirstOrDefault(f => f.Source == "person.nik")
            ?.Key;
}
