using System.Text.Json;
using Genggam.Standards.Forms.Schema;

namespace Genggam.Standards.Forms;

/// <summary>Reads a form of the bpmn.io schema. At most 1 MB; what the platform cannot show is a problem, never left out.</summary>
public static class FormReader
{
    public const int MaxCharacters = 1024 * 1024;
    private const int MaxDepth = 32;

    public static Reading<FormModel> Read(string json, string file)
    {
        if (json.Length > MaxCharacters)
            return new Reading<FormModel>(
                null,
                [new Problem("FORM-002", "The form is larger than 1 MB.", new Place(file))]
            );
        try
        {
            var places = new JsonPlaces(json, file, MaxDepth);
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return new FormParts(places, file).Form(document.RootElement);
        }
        catch (JsonException e)
        {
            var at = new Place(file, null, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1);
            return new Reading<FormModel>(null, [new Problem("FORM-001", "The file is not JSON.", at)]);
        }
        // A property name or text with half a character (a lone surrogate, or its escape).
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return new Reading<FormModel>(
                null,
                [new Problem("FORM-001", "The file holds text that is not Unicode.", new Place(file))]
            );
        }
    }
}
