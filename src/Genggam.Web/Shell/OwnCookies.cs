using Genggam.Office;
using Microsoft.AspNetCore.Http;

namespace Genggam.Web.Shell;

/// <summary>
/// How cookies are named and kept to this host. Where people come by HTTPS, browsers hold each to it by the prefix of its name
/// (<c>__Host-</c>): set over HTTPS, by this host alone, for all of it. Plain HTTP, as in a demo, cannot have the prefix.
/// </summary>
internal sealed class OwnCookies(OfficeOptions office)
{
    public string Named(string name) => office.IsHttps ? $"__Host-{name}" : name;

    public void Harden(CookieBuilder cookie, string name, SameSiteMode sameSite)
    {
        cookie.Name = Named(name);
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SameSite = sameSite;
        cookie.SecurePolicy = office.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }
}
