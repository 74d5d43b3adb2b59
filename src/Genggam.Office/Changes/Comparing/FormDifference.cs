using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Genggam.Office.Changes;

/// <summary>A form in the bpmn.io schema before and after, field by field.</summary>
public sealed record FormDifference(string Path, ImmutableArray<ElementOtherwise> Fields)
{
    private const string WholeForm = "form";

    /// <summary>Where a field is drawn says nothing of what it asks.</summary>
    private static readonly ImmutableHashSet<string> NotSaid = ["components", "layout", "id", "type"];

    /// <returns>Null where one of the two is no JSON.</returns>
    public static FormDifference? Of(string path, string? was, string? now)
    {
        if (Read(was) is not { } before || Read(now) is not { } after)
            return null;
        var pairs = Pairing.Of<Component>(before, after, c => c.Id, c => c.Key);
        return new FormDifference(path, [.. pairs.Select(Otherwise).OfType<ElementOtherwise>()]);
    }

    private static ElementOtherwise? Otherwise(Paired<Component> pair)
    {
        if (pair.Was is not { } was)
            return pair.Now!.As(Became.Added, []);
        if (pair.Now is not { } now)
            return was.As(Became.Removed, []);
        var aspects = AspectOtherwise.Between(was.Said, now.Said);
        return !aspects.IsEmpty ? now.As(Became.Changed, aspects)
            : pair.Moved ? now.As(Became.Moved, [])
            : null;
    }

    /// <summary>Every component in the order of the form; none where there is no file, null where it is no JSON.</summary>
    private static List<Component>? Read(string? json)
    {
        var all = new List<Component>();
        if (json is null)
            return all;
        try
        {
            using var form = JsonDocument.Parse(json);
            if (form.RootElement.ValueKind != JsonValueKind.Object)
                return null;
            all.Add(new Component(WholeForm, WholeForm, WholeForm, null, Said(form.RootElement, null)));
            Collect(form.RootElement, null, all);
            return all;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Collect(JsonElement owner, string? page, List<Component> all)
    {
        if (!owner.TryGetProperty("components", out var components) || components.ValueKind != JsonValueKind.Array)
            return;
        foreach (var component in components.EnumerateArray().Where(c => c.ValueKind == JsonValueKind.Object))
        {
            var (id, label) = (Text(component, "id"), Text(component, "label"));
            var key =
                Text(component, "key") is { Length: > 0 } asked ? asked
                : Text(component, "path") is { Length: > 0 } rows ? rows
                : id;
            var place = string.Create(CultureInfo.InvariantCulture, $"#{all.Count}");
            all.Add(
                new Component(
                    id ?? key ?? place,
                    key ?? id ?? place,
                    Text(component, "type") ?? "",
                    label ?? Text(component, "text"),
                    Said(component, page)
                )
            );
            Collect(component, page ?? label ?? id, all);
        }
    }

    private static ImmutableSortedDictionary<string, string> Said(JsonElement component, string? page)
    {
        var said = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var property in component.EnumerateObject().Where(p => !NotSaid.Contains(p.Name)))
            Say(property.Value, property.Name, said);
        if (page is not null)
            said["page"] = page;
        if (Text(component, "type") is { } type && type != "default")
            said["type"] = type;
        return said.ToImmutable();
    }

    private static void Say(JsonElement value, string path, ImmutableSortedDictionary<string, string>.Builder said)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                    Say(property.Value, $"{path}.{property.Name}", said);
                break;
            // A choice is known again by its value, wherever it stands.
            case JsonValueKind.Array:
                foreach (var (index, item) in value.EnumerateArray().Index())
                    if (item.ValueKind == JsonValueKind.Object && Text(item, "value") is { } option)
                        said[$"{path}.{option}"] = Text(item, "label") ?? option;
                    else
                        Say(item, string.Create(CultureInfo.InvariantCulture, $"{path}.{index + 1}"), said);
                break;
            // What is not asked for is left out or said to be false.
            case JsonValueKind.False or JsonValueKind.Null:
                break;
            case JsonValueKind.String:
                if (value.GetString() is { Length: > 0 } text)
                    said[path] = text;
                break;
            default:
                said[path] = value.GetRawText();
                break;
        }
    }

    private static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed record Component(
        string Id,
        string Key,
        string Kind,
        string? Name,
        ImmutableSortedDictionary<string, string> Said
    )
    {
        public ElementOtherwise As(Became became, ImmutableArray<AspectOtherwise> aspects) =>
            new(Key, Kind, Name, became, aspects);
    }
}
