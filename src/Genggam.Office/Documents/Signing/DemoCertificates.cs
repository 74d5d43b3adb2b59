using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Genggam.Journal;

namespace Genggam.Office.Documents.Signing;

/// <summary>
/// Certificates for demonstration, made on this machine and kept in a folder: a root, one for each official and agency,
/// and the key of the QR codes. Every name says CONTOH, so that none is taken for an official certificate.
/// </summary>
public sealed class DemoCertificates
{
    public const string Warning = "CONTOH - bukan sertifikat resmi";
    private const string Past = "past";
    private const string QrName = "Kode QR";
    private const string TitleOid = "2.5.4.12";
    private readonly string _folder;
    private readonly DateTimeOffset _now;
    private readonly Lock _making = new();

    private DemoCertificates(string folder, DateTimeOffset now)
    {
        _folder = folder;
        _now = now;
        Root = Load("root", MakeRoot);
        QrKey = Load("qr", () => Issue(Name(QrName, null, null))).GetECDsaPrivateKey()!;
    }

    public X509Certificate2 Root { get; }

    /// <summary>Signs the payload of QR codes.</summary>
    public ECDsa QrKey { get; }

    /// <summary>
    /// What a verifier needs, and no secret: the public key of the QR codes and the root certificate under which the officials
    /// of every agency sign; besides, those of before, whose files an operator who changes keys moves into <c>past/</c>.
    /// </summary>
    public string TrustPem()
    {
        var past = Path.Combine(_folder, Past);
        var before = Directory.Exists(past)
            ? Directory.EnumerateFiles(past, "*.pem").Order(StringComparer.Ordinal).Select(Public)
            : [];
        return string.Concat([QrPem(QrKey), RootPem(Root), .. before]);
    }

    private static string Public(string file)
    {
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(file);
        if (certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(c => c.CertificateAuthority))
            return RootPem(certificate);
        if (certificate.GetNameInfo(X509NameType.SimpleName, false) != QrName)
            return "";
        using var key = certificate.GetECDsaPublicKey()!;
        return QrPem(key);
    }

    private static string QrPem(ECDsa key) => $"GGM1 (QR)\n{key.ExportSubjectPublicKeyInfoPem()}\n\n";

    private static string RootPem(X509Certificate2 root) => $"PDF: {root.Subject}\n{root.ExportCertificatePem()}\n\n";

    /// <summary>Opens the keys in the folder, or makes them. They are valid from five years before <paramref name="now"/>, so
    /// that demo cases of the past can be signed.</summary>
    public static DemoCertificates Open(string folder, DateTimeOffset now)
    {
        PrivateFile.MakeFolder(folder);
        return new(folder, now);
    }

    /// <summary>The certificate of an official, with the post held: made at first use, the same afterwards.</summary>
    public X509Certificate2 Official(string name, string post, string agency) =>
        Load($"{name}\n{post}\n{agency}", () => Issue(Name(name, post, agency)));

    /// <summary>The agency's seal, for letters that no official signs in person.</summary>
    public X509Certificate2 Seal(string agency) =>
        Load($"\n{agency}", () => Issue(Name($"Segel {agency}", null, agency)));

    /// <summary>When the first of all that sign now expires; those of before do not count.</summary>
    public DateTimeOffset? FirstEnd()
    {
        DateTimeOffset? first = null;
        foreach (var file in Directory.EnumerateFiles(_folder, "*.pem"))
        {
            using var certificate = X509CertificateLoader.LoadCertificateFromFile(file);
            if (first is null || certificate.NotAfter < first)
                first = certificate.NotAfter;
        }
        return first;
    }

    private X509Certificate2 Load(string who, Func<X509Certificate2> make)
    {
        // Names of people stay out of file names.
        var file = Path.Combine(
            _folder,
            $"contoh-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(who)))[..16]}.pem"
        );
        lock (_making)
        {
            if (!File.Exists(file))
                Keep(file, make());
            return X509Certificate2.CreateFromPemFile(file);
        }
    }

    private static void Keep(string file, X509Certificate2 certificate)
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var half = $"{file}.{Guid.NewGuid():N}";
        using (var writer = new StreamWriter(half, options))
            writer.Write($"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        File.Move(half, file, overwrite: true);
    }

    private X509Certificate2 MakeRoot()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(Name("Akar Genggam", null, null), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true)
        );
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(_now.AddYears(-5), _now.AddYears(20));
    }

    private X509Certificate2 Issue(X500DistinguishedName subject)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true)
        );
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Root, true, false));
        using var issued = request.Create(Root, Root.NotBefore, _now.AddYears(10), RandomNumberGenerator.GetBytes(16));
        return issued.CopyWithPrivateKey(key);
    }

    private static X500DistinguishedName Name(string name, string? post, string? agency)
    {
        var builder = new X500DistinguishedNameBuilder();
        builder.AddCommonName(Short(name));
        if (post is not null)
            builder.Add(TitleOid, Short(post));
        if (agency is not null)
            builder.AddOrganizationName(Short(agency));
        builder.AddOrganizationalUnitName(Warning);
        builder.AddCountryOrRegion("ID");
        return builder.Build();
    }

    /// <summary>X.520 allows 64 characters.</summary>
    private static string Short(string text) => text.Length <= 64 ? text : text[..64];
}
