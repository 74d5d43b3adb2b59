using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Shell;

/// <summary>
/// Pages are compressed only where no other site can have caused the request, so that their length tells an
/// attacker nothing (docs/decisions/page-compression.md). Static files are compressed at build time.
/// </summary>
internal static class Compression
{
    public static IServiceCollection AddPageCompression(this IServiceCollection services) =>
        services
            .Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest)
            .AddResponseCompression(options => options.EnableForHttps = true);

    public static IApplicationBuilder UsePageCompression(this IApplicationBuilder app) =>
        app.UseWhen(context => IsOwn(context.Request), branch => branch.UseResponseCompression());

    private static bool IsOwn(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            "same-origin" or "none" => true,
            "" => request.Headers.Cookie.Count == 0,
            _ => false,
        };
}
