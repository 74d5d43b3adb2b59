using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Office.Applications;

/// <summary>What a person gave in an application before.</summary>
/// <param name="Number">Of that application.</param>
/// <param name="On">The day it was handed in, where it was decided.</param>
public sealed record EarlierAnswer(FeelValue Value, string Number, DateOnly On);

/// <summary>
/// Once only, beyond a person's record: fields with the same source are offered what the same person gave in the newest of
/// their own applications. What was erased since reads as nothing and is not offered; files and choices are not either.
/// </summary>
public sealed class EarlierAnswers(JournalStore journal, CaseReader reader)
{
    /// <summary>How many applications are looked through, the newest first.</summary>
    private const int Looked = 5;

    private const string Letter = "letter.";

    /// <param name="nikProved">Without it, what a program handed in for the NIK is not theirs to see.</param>
    /// <returns>By the key of the field that asks.</returns>
    public async Task<ImmutableDictionary<string, EarlierAnswer>> For(
        SubjectId applicant,
        bool nikProved,
        IEnumerable<FormField> asked,
        CancellationToken cancel
    )
    {
        var open = asked.Where(IsOffered).ToList();
        var found = ImmutableDictionary.CreateBuilder<string, EarlierAnswer>(StringComparer.Ordinal);
        if (open.Count == 0)
            return found.ToImmutable();
        foreach (var row in (await journal.Cases.OfApplicant(applicant, Looked)).Rows)
        {
            if (await reader.Load(row.Case, cancel) is not { Case.Number: { } number } loaded)
                continue;
            if (loaded.ByProgram && !nikProved)
                continue;
            var on = ZoneVersion.Indonesia.Day(loaded.Case.OpenedAt, loaded.Case.Zone);
            foreach (var field in open.Where(f => !found.ContainsKey(f.Key)))
                if (Given(loaded, field) is { IsNull: false } value)
                    found[field.Key] = new EarlierAnswer(value, number, on);
            if (found.Count == open.Count)
                break;
        }
        return found.ToImmutable();
    }

    private static bool IsOffered(FormField field) =>
        field is { Source: not null, Kind: FieldKind.Text or FieldKind.LongText or FieldKind.Number or FieldKind.Date };

    private static FeelValue Given(LoadedCase loaded, FormField asked)
    {
        if (asked.Source!.StartsWith(Letter, StringComparison.Ordinal))
            return
                loaded.Case.Documents.LastOrDefault(d => d.Letter == asked.Source[Letter.Length..] && !d.Revoked)
                    is { } document
                ? document.Number
                : FeelValue.Null;
        var form = loaded.Release.Form(loaded.Release.Service.Apply.Form);
        return form?.Fields.FirstOrDefault(f => f.Source == asked.Source && SameShape(f, asked)) is { } field
            ? loaded.Case.Data.At(field.Key)
            : FeelValue.Null;
    }

    private static bool SameShape(FormField one, FormField other) =>
        one.Shape == other.Shape && (one.Kind == other.Kind || (IsText(one) && IsText(other)));

    private static bool IsText(FormField field) => field.Kind is FieldKind.Text or FieldKind.LongText;
}
