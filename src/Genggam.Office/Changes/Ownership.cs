using Genggam.Engine;
using Genggam.Office.Catalogue;

namespace Genggam.Office.Changes;

/// <summary>
/// Who answers for a service: the agency that owns it, and there its owners and publishers. For what a region varies in it
/// the agencies of the region that decide it.
/// </summary>
public sealed class Ownership(Agencies.Agencies agencies)
{
    /// <summary>Writes changes and asks for their publication (pemilik layanan).</summary>
    public const string Owner = "pemilik";

    /// <summary>Publishes what another wrote (penerbit).</summary>
    public const string Publisher = "penerbit";

    public bool MayWrite(Actor actor, string service) => Holds(actor, service, Owner);

    public bool MayPublish(Actor actor, string service) => Holds(actor, service, Publisher);

    /// <summary>Both see what is written, and what is in force.</summary>
    public bool MayRead(Actor actor, string service) => MayWrite(actor, service) || MayPublish(actor, service);

    private bool Holds(Actor actor, string service, string role) =>
        actor.Agency is { } agency
        && actor.Roles.Contains(role)
        && agencies.Find(agency) is { } office
        && (
            ServiceKey.Read(service) is { Region: { } region } key
                ? office.Region == region && office.Services.Contains(key.Service)
                : office.Owns.Contains(service)
        );
}
