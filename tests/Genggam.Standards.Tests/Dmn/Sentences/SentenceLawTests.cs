using System.Collections.Immutable;
using System.Xml.Linq;
using CsCheck;
using Genggam.Standards.Dmn;
using Genggam.Standards.Dmn.Sentences;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Tests.Dmn.Sentences;

/// <summary>
/// What holds of every table: those of the shipped services and, read in place, those of the kit beside the checkout or
/// in the folder that GENGGAM_CONFORMANCE names. A failure prints its seed.
/// </summary>
public sealed class SentenceLawTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf(
            Gen.Char,
            Gen.OneOf('<', '>', '&', '"', '\\', ']', '\n', '\r', 'u', '0', '\'', 'é', '\uD83D', '\uDE00')
        )
        .Array[0, 8]
        .Select(chars => new string(chars));

    private static readonly Gen<DateTime> Moments = Gen.DateTime[new DateTime(1900, 1, 1), new DateTime(2100, 1, 1)];

    public static TheoryData<string> Files()
    {
        var files = Shipped.Files("*.dmn");
        if (Kit() is { } kit)
            foreach (
                var file in Directory.GetFiles(kit, "*.dmn", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            )
                files.Add(file);
        return files;
    }

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Every_rule_is_one_sentence_that_says_each_of_its_literals(string file)
    {
        foreach (var language in DecisionSentences.Languages)
        {
            var sentences = Read(Source(file), language, Others(file)).Tables.SelectMany(t => t.Rules).ToList();
            var rules = Rules(file);
            Assert.Equal(rules.Count, sentences.Count);
            // Tables of decisions come before those of business knowledge, whatever their order in the file.
            var left = sentences.Select(s => s.Text).ToList();
            foreach (var rule in rules)
            {
                var said = left.FindIndex(s => rule.All(cell => SaysAll(s, cell, language)));
                Assert.True(said >= 0, $"no sentence says {string.Join(" | ", rule)}");
                left.RemoveAt(said);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void A_change_is_read_again_changes_nothing_else_and_can_be_taken_back(string file)
    {
        var (source, others) = (Source(file), Others(file));
        var values = Read(source, "id", others).Values.ToList();
        if (values.Count == 0)
            return;
        Gen.OneOf(values.ToArray())
            .SelectMany(value => Typed(value).Select(now => (value, now)))
            .Sample(
                (value, now) =>
                {
                    var change = ValueChange.Of(source, value.Id, value.Value, now, others);
                    if (change is not ValueChange.Made made)
                        return change switch
                        {
                            ValueChange.NotAllowed => value.AllowedFeel.Length > 0,
                            ValueChange.EmptyRange => value.Literal.Range is not null,
                            _ => false,
                        };
                    var (start, end, isCData) = value.Literal.Span!.Value;
                    Assert.StartsWith(source.Xml[..start], made.Xml, StringComparison.Ordinal);
                    Assert.EndsWith(source.Xml[end..], made.Xml, StringComparison.Ordinal);
                    Assert.Equal(
                        values.Select(v => (v.Id, v.Id == value.Id ? now : v.Value)),
                        Read(new DmnSource(source.File, made.Xml), "id", others).Values.Select(v => (v.Id, v.Value))
                    );
                    var back = ValueChange.Of(new DmnSource(source.File, made.Xml), value.Id, now, value.Value, others);
                    var taken = back is ValueChange.Made again ? again.Xml : "";
                    // A character that the file writes in another way than it must comes back as the same character.
                    return source.Xml[start..end] == WrittenValue.Of(value.Kind, value.Value, isCData)
                        ? taken == source.Xml
                        : Read(new DmnSource(source.File, taken), "id", others)
                            .Values.Select(v => v.Value)
                            .SequenceEqual(values.Select(v => v.Value));
                },
                iter: 12
            );
    }

    [Fact]
    public void Values_of_shipped_services_are_written_as_a_change_writes_them() =>
        Assert.All(
            Shipped
                .Files("*.dmn")
                .SelectMany(f => Read(Source(f.Data), "id", []).Values.Select(v => (Source(f.Data), v))),
            of =>
            {
                var (start, end, isCData) = of.v.Literal.Span!.Value;
                Assert.Equal(of.Item1.Xml[start..end], WrittenValue.Of(of.v.Kind, of.v.Value, isCData));
            }
        );

    internal static Gen<string> Typed(ChangeableValue value) =>
        value.Allowed.Length > 0
            ? Gen.OneOf(value.Allowed.ToArray())
            : value.Kind switch
            {
                ValueKind.Number => Gen.OneOf(
                    Gen.Int.Select(n => Invariant(n)),
                    Gen.Decimal[-100m, 100m]
                        .Select(n => Invariant(decimal.Round(n, 4)))
                        .Where(n => n.Length - n.IndexOf('.', StringComparison.Ordinal) != 4)
                ),
                ValueKind.Text => AnyText,
                ValueKind.Boolean => Gen.OneOf("true", "false"),
                ValueKind.Date => Moments.Select(m => Invariant(DateOnly.FromDateTime(m), "yyyy-MM-dd")),
                ValueKind.Time => Moments.Select(m => Invariant(m, "HH:mm:ss")),
                ValueKind.DateAndTime => Moments.Select(m => Invariant(m, "yyyy-MM-ddTHH:mm:ss")),
                ValueKind.DaysAndTime => Gen.Int[0, 999].Select(n => $"P{Invariant(n)}DT1H"),
                _ => Gen.Int[0, 999].Select(n => $"P{Invariant(n)}M"),
            };

    internal static bool SaysAll(string sentence, string cell, string language)
    {
        var words = new Words(SentenceTexts.Of(language), ImmutableDictionary<string, string>.Empty);
        return Lexer
            .Tokens(cell)
            .All(token =>
                token.Kind switch
                {
                    TokenKind.Number => sentence.Contains(
                        words.Say(FeelNumber.Read(token.Text)!, token.Text),
                        StringComparison.Ordinal
                    ) || sentence.Contains(token.Text, StringComparison.Ordinal),
                    TokenKind.Text or TokenKind.At => sentence.Contains(token.Text, StringComparison.Ordinal)
                        || sentence.Contains(cell[token.Start..token.End], StringComparison.Ordinal)
                        || (
                            (TemporalText.Any(token.Text) ?? TemporalText.DateTime(token.Text)) is { } moment
                            && sentence.Contains(words.Say(moment, token.Text), StringComparison.Ordinal)
                        ),
                    _ => true,
                }
            );
    }

    /// <summary>The cells of each rule of the file that acts, read without the model.</summary>
    private static List<List<string>> Rules(string file) =>
        [
            .. XDocument
                .Parse(File.ReadAllText(file), LoadOptions.PreserveWhitespace)
                .Descendants()
                .Where(e => e.Name.LocalName == "rule")
                .Where(rule => Named(rule, "outputEntry") == Named(rule.Parent!, "output"))
                .Select(rule =>
                    rule.Elements()
                        .Where(e => e.Name.LocalName is "inputEntry" or "outputEntry")
                        .Select(e => e.Elements().FirstOrDefault(t => t.Name.LocalName == "text")?.Value ?? "")
                        .ToList()
                ),
        ];

    private static int Named(XElement e, string name) => e.Elements().Count(c => c.Name.LocalName == name);

    private static DmnSource Source(string file) => new(Path.GetFileName(file), File.ReadAllText(file));

    private static List<DmnSource> Others(string file) =>
        [.. Directory.GetFiles(Path.GetDirectoryName(file)!, "*.dmn").Where(f => f != file).Select(Source)];

    private static DecisionSentences Read(DmnSource source, string language, IReadOnlyCollection<DmnSource> others)
    {
        var reading = DecisionSentences.Read(source, language, null, others);
        Assert.NotNull(reading.Value);
        return reading.Value;
    }

    private static string Invariant(IFormattable value, string? format = null) =>
        value.ToString(format, System.Globalization.CultureInfo.InvariantCulture);

    private static string? Kit()
    {
        if (Environment.GetEnvironmentVariable("GENGGAM_CONFORMANCE") is { Length: > 0 } named)
            return Existing(named);
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Existing(Path.Combine(at.FullName, "shared", "conformance")) is { } found)
                return found;
        return null;
    }

    private static string? Existing(string conformance) =>
        Path.Combine(conformance, "dmn-tck") is var folder && Directory.Exists(folder) ? folder : null;
}
