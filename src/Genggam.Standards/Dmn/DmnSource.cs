namespace Genggam.Standards.Dmn;

/// <summary>A DMN file as text: read by whoever asks, since reading a model touches no disk.</summary>
public sealed record DmnSource(string File, string Xml);
