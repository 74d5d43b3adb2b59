using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Dmn;
using Genggam.Standards.Forms;

namespace Genggam.Conformance.Bpmn;

/// <summary>A release that has nothing but a process, one letter it may issue and the roles that may do its tasks.</summary>
internal static class BareRelease
{
    internal static readonly CalendarVersion Calendar = new(
        "2026",
        [],
        Enumerable
            .Range(1, 5)
            .ToImmutableSortedDictionary(d => (DayOfWeek)d, _ => new OfficeHours(new(8, 0), new(16, 0)))
    );

    internal static Release Of(ProcessModel process, string letter, params ImmutableArray<string> roles) =>
        new(
            "bare",
            Service(letter, roles),
            process,
            ImmutableSortedDictionary<string, DmnModel>.Empty,
            ImmutableSortedDictionary<string, FormModel>.Empty,
            ImmutableSortedDictionary<string, TextBook>.Empty,
            ImmutableSortedDictionary<string, LegalBasis>.Empty,
            ImmutableSortedDictionary<string, ImmutableArray<byte>>.Empty
        );

    private static ServiceDefinition Service(string letter, ImmutableArray<string> roles) =>
        new(
            "bare",
            1,
            AgencyLevel.Regency,
            [],
            null,
            Assurance.Declared,
            new Fee(0, "IDR", null),
            new TimeLimit(2, TimeUnit.WorkingDays, null, false),
            new DeemedApproval(false, null, null),
            new Retention(1, true, null, false),
            DraftPolicy.Keep,
            new EligibilityCheck("", ""),
            new ApplicationForm("", null),
            ImmutableSortedDictionary<string, Subject>.Empty,
            roles,
            [],
            new ReturnRule(1, null),
            ImmutableSortedDictionary<string, string?>.Empty,
            ImmutableSortedDictionary<string, Letter>.Empty.Add(letter, new Letter(letter, "", "", null, "", "", ""))
        );
}
