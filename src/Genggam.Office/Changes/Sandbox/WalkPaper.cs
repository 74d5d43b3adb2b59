using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Genggam.Engine;
using Genggam.Office.Catalogue;
using Genggam.Standards;
using Genggam.Standards.Feel;

namespace Genggam.Office.Changes.Sandbox;

/// <summary>What is kept of a walk: what was put in, and never what came of it.</summary>
/// <param name="Under">The mark of the draft that the last step was made under, see <see cref="WalkDesk.MarkOf"/>.</param>
/// <param name="Told">The steps, as an example tells them; what must hold at the end is not said yet.</param>
/// <param name="Answers">The application that is being filled in; files by their names.</param>
/// <param name="Done">Pages of it that were answered without a fault.</param>
public sealed record WalkPaper(string Under, Example Told, FeelContext Answers, ImmutableSortedSet<string> Done)
{
    internal static readonly ExampleEnd Open = new(null, null, null, null, null, null);

    internal byte[] ToBytes() =>
        Encoding.UTF8.GetBytes(
            new JsonObject
            {
                ["under"] = Under,
                ["told"] = ExampleText.Write(Told),
                ["answers"] = FeelJson.ToJson(Answers),
                ["done"] = new JsonArray([.. Done.Select(d => (JsonNode)d)]),
            }.ToJsonString()
        );

    internal static WalkPaper Read(byte[] content)
    {
        var json = JsonNode.Parse(content)!;
        return new WalkPaper(
            (string)json["under"]!,
            Example((string)json["told"]!),
            FeelJson.Parse((string)json["answers"]!) as FeelContext ?? FeelContext.Empty,
            [.. json["done"]!.AsArray().Select(d => (string)d!)]
        );
    }

    /// <summary>A step as it will stand in the example: so it is tried too, and nothing is otherwise once it is saved.</summary>
    internal WalkPaper With(ExampleStep step) =>
        this with
        {
            Told = Example(ExampleText.Write(Told with { Steps = Told.Steps.Add(step) })),
        };

    private static Example Example(string text) => ExampleYaml.Read(text, "examples", new List<Problem>());
}
