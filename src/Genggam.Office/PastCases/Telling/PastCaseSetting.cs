using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Office.PastCases.Days;
using Genggam.Office.PastCases.Profiles;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Office.PastCases.Telling;

/// <summary>A file of somebody in a past case.</summary>
internal sealed record PastFile(BlobId Id, string Name, byte[] Content);

/// <summary>Where and when one case is told.</summary>
internal sealed class PastCaseSetting(
    Release release,
    AgencyAtWork office,
    OfficePlace place,
    Population people,
    Papers papers,
    OfficerOf officers,
    DateTimeOffset start,
    Dice dice
)
{
    public const string Desk = "desk";

    private readonly List<PastFile> files = [];

    public Release Release => release;

    public AgencyAtWork Office => office;

    public DateTimeOffset Start => start;

    public Dice Dice => dice;

    public IReadOnlyList<PastFile> Files => files;

    public Drawing Drawing(DateTimeOffset at, FeelContext known, FormModel? form) =>
        new(dice, place, people, ZoneVersion.Indonesia.Local(at, office.Agency.Zone), known, form, HandIn);

    public Actor Officer(string role, string name, ImmutableArray<string> roles) =>
        Actor.Officer(officers(office.Agency.Id, role, name), office.Agency.Id, roles);

    /// <summary>A better file for a field, or the same text once more.</summary>
    public FeelValue HandInAnother(string field) => HandIn($"{field.Split('.')[^1].Replace('_', '-')}-baru.pdf");

    public FeelValue HandIn(string name)
    {
        var paper = papers.Of(name);
        var file = new PastFile(new BlobId(dice.Id(start)), paper.Name, paper.Content);
        files.Add(file);
        return new FeelList([Attachments.Answer(file.Id, file.Name, paper.Media, file.Content.Length, paper.Hash)]);
    }
}
