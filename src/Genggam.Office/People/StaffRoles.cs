using Genggam.Office.Agencies;
using Genggam.Office.Catalogue;

namespace Genggam.Office.People;

/// <summary>What an officer can be at an agency.</summary>
public static class StaffRoles
{
    /// <summary>The roles that work there: those of its services, and the counter.</summary>
    public static IReadOnlyList<string> At(Agency agency, ServiceCatalogue catalogue) =>
        [
            .. agency
                .Services.SelectMany(catalogue.RolesOf)
                .Append(CounterSignUp.Role)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
}
