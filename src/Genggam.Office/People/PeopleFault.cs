namespace Genggam.Office.People;

/// <summary>
/// What is wrong with an answer. PEOPLE-101 no NIK, 102 no name, 103 neither a telephone number nor an e-mail address,
/// 104 password shorter than <see cref="Passwords.Shortest"/>, 105 password longer than <see cref="Passwords.Longest"/>,
/// 106 password holds the NIK, 107 nothing can be sent to that kind of contact, 108 the password is the one there is.
/// </summary>
public sealed record PeopleFault(string Field, string Number);
