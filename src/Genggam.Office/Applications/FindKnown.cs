using Genggam.Journal;
using Genggam.Standards.Feel;

namespace Genggam.Office.Applications;

/// <summary>What a person gave before: <c>{person: {nik, name, phone, email, address, birth_date}}</c>, with what is known.</summary>
public delegate Task<FeelContext> FindKnown(SubjectId subject, CancellationToken cancel);
