using System.Xml.Linq;
using Genggam.Journal;
using Genggam.Office;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Shell;

/// <summary>
/// The keys that seal cookies and forms, in files of <c>keys/sessions</c> that only their owner may read, so that nobody
/// is signed out by a restart.
/// </summary>
internal sealed class SessionKeys(string folder) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.xml").Select(XElement.Load)] : [];

    public void StoreElement(XElement element, string friendlyName)
    {
        using var bytes = new MemoryStream();
        element.Save(bytes);
        PrivateFile.Write(Path.Combine(folder, $"{friendlyName}.xml"), bytes.ToArray());
    }
}

internal static class SessionKeysSetup
{
    public static void AddSessionKeys(this IServiceCollection services, OfficeOptions office)
    {
        services.AddDataProtection().SetApplicationName("genggam");
        services.Configure<KeyManagementOptions>(options =>
            options.XmlRepository = new SessionKeys(Path.Combine(office.Data, "keys", "sessions"))
        );
    }
}
