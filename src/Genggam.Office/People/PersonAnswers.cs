using Genggam.Office.Notices;
using Genggam.Standards.Forms;

namespace Genggam.Office.People;

/// <summary>NIK, name and contact as somebody typed them at a door of the house, read and checked in one place.</summary>
/// <param name="Contact">Null where none was typed, or none that can be read.</param>
internal sealed record PersonAnswers(string Nik, string Name, Contact? Contact)
{
    private const int LongestName = 150;

    /// <summary>Nothing of the person, so that no log holds it.</summary>
    public override string ToString() => nameof(PersonAnswers);

    public static PersonAnswers Read(string nik, string name, string contact) =>
        new(Digits(nik), name.Trim(), Contact.Read(contact));

    /// <param name="typed">What was typed as the contact.</param>
    /// <param name="needed">False where a person may have neither telephone nor e-mail.</param>
    public IEnumerable<PeopleFault> Faults(string typed, bool needed, Dispatch dispatch)
    {
        if (Standards.Forms.Nik.Parse(Nik) is NikResult.Wrong)
            yield return new("nik", "PEOPLE-101");
        if (!IsName(Name))
            yield return new("name", "PEOPLE-102");
        if (Contact is null && (needed || typed.Trim().Length > 0))
            yield return new("contact", "PEOPLE-103");
        if (Contact is { } contact && !dispatch.Carries(contact.Carrier))
            yield return new("contact", "PEOPLE-107");
    }

    public static bool IsName(string name) => name.Trim().Length is > 0 and <= LongestName;

    /// <summary>A NIK as people type it, with blanks, dots or dashes.</summary>
    public static string Digits(string typed) =>
        string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-')));
}
