using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Shell;

/// <summary>
/// Which proxies may say who asks and by which scheme (<c>X-Forwarded-For</c>, <c>X-Forwarded-Proto</c>): the addresses
/// or networks of <c>Genggam:TrustedProxies</c>. Without any, nobody is believed.
/// </summary>
internal static class TrustedProxies
{
    /// <exception cref="InvalidDataException">An entry is neither an address nor a network.</exception>
    public static void AddTrustedProxies(this IServiceCollection services, IConfiguration configuration)
    {
        System.Net.IPNetwork[] trusted =
        [
            .. (configuration.GetSection("Genggam:TrustedProxies").Get<string[]>() ?? []).Select(Network),
        ];
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders =
                trusted.Length == 0
                    ? ForwardedHeaders.None
                    : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in trusted)
                options.KnownIPNetworks.Add(network);
        });
    }

    private static System.Net.IPNetwork Network(string written) =>
        System.Net.IPNetwork.TryParse(written, out var network) ? network
        : IPAddress.TryParse(written, out var address)
            ? new System.Net.IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128)
        : throw new InvalidDataException($"Genggam:TrustedProxies: {written} is neither an address nor a network.");
}
