using Genggam.Office.Agencies;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes;

namespace Genggam.Office.People;

/// <summary>What an officer can be at an agency.</summary>
public static class StaffRoles
{
    /// <summary>The roles that work there: those of its services, the counter, and those who change services where it has any to change.</summary>
    public static IReadOnlyList<string> At(Agency agency, ServiceCatalogue catalogue) =>
        [
            .. agency
                .Services.SelectMany(catalogue.RolesOf)
                .Append(CounterSignUp.Role)
                .Concat(agency.Designs ? [Ownership.Owner, Ownership.Publisher] : [])
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
}
