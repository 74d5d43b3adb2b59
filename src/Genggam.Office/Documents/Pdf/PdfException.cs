namespace Genggam.Office.Documents.Pdf;

/// <summary>The bytes are not a PDF that can be read. Caught at the edge of the room and given as a result.</summary>
internal sealed class PdfException(string message) : Exception(message);
