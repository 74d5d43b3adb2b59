using Genggam.Office.People;
using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Journeys;

/// <summary>Demo people at the doors.</summary>
internal static class SignIns
{
    /// <summary>The first of the demo citizens.</summary>
    public static Task Citizen(Visitor visitor) => Door.Citizen(visitor, DemoPeople.Citizens[0].Nik);
}
