using System.Text;
using Genggam.Office.Catalogue;
using Genggam.Standards;
using Genggam.Standards.Dmn;
using Genggam.Standards.Dmn.Sentences;

namespace Genggam.Verbs;

/// <summary>A DMN file on disk, to be read as sentences and written again byte for byte.</summary>
internal sealed record DecisionFile(FileInfo File, string Xml, bool HasMark)
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private DmnSource Source => new(File.Name, Xml);

    /// <summary>Null where there is no such file.</summary>
    /// <exception cref="InvalidDataException">It is not UTF-8, so that writing it would change other characters too.</exception>
    public static DecisionFile? Open(string path, string language)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            return null;
        try
        {
            var bytes = System.IO.File.ReadAllBytes(path).AsSpan();
            var hasMark = bytes.StartsWith(Encoding.UTF8.Preamble);
            return new DecisionFile(
                file,
                Strict.GetString(hasMark ? bytes[Encoding.UTF8.Preamble.Length..] : bytes),
                hasMark
            );
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException(SentenceRefusals.NotUtf8(language, file.Name));
        }
    }

    public Reading<DecisionSentences> Read(string language) =>
        DecisionSentences.Read(Source, language, Labels(language), DecisionQuestion.Beside(File));

    public ValueChange Change(string id, string was, string now) =>
        ValueChange.Of(Source, id, was, now, [.. DecisionQuestion.Beside(File)]);

    public void Save() =>
        System.IO.File.WriteAllBytes(
            File.FullName,
            [.. HasMark ? Encoding.UTF8.Preamble : [], .. Strict.GetBytes(Xml)]
        );

    /// <summary>The words of the service whose folder the file stands in.</summary>
    private IReadOnlyDictionary<string, string>? Labels(string language) =>
        System.IO.File.Exists(Path.Combine(File.DirectoryName!, "service.yaml"))
        && ServiceFolder.Read(File.DirectoryName!).Value is { } service
            ? SentenceLabels.Of(service, language)
            : null;
}
