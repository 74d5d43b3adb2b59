using System.Collections.Immutable;
using System.Text;
using Genggam.Office.Changes;
using Genggam.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Genggam.Web.Designer.Editing;

/// <summary>
/// A page that shows one file of a draft as text and saves what was made of it. What was typed over what somebody else saved
/// meanwhile stays on the page beside theirs.
/// </summary>
public abstract class DraftFilePage : DraftPage
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    [Parameter]
    public string Path { get; set; } = "";

    [SupplyParameterFromForm(Name = "isi")]
    public string? Content { get; set; }

    [SupplyParameterFromForm(Name = "langkah")]
    public long? Seen { get; set; }

    [SupplyParameterFromForm(Name = "aksi")]
    public string? Act { get; set; }

    /// <summary>The file as it is stored; null where it is none of the draft's or no text.</summary>
    private protected string? Stored { get; private set; }

    /// <summary>What somebody typed and could not be saved; else what is stored.</summary>
    private protected string? Now { get; set; }

    /// <summary>What somebody else saved meanwhile, where both wrote the same lines.</summary>
    private protected string? Theirs { get; private set; }

    /// <summary>The step that the page shows.</summary>
    private protected long Step { get; private set; }

    /// <summary>Where the page is, to which one comes back after saving.</summary>
    private protected abstract string Here { get; }

    private protected override Task Loaded()
    {
        if (!Draft!.Parts.ContainsKey(Path) && !Draft.Base.Parts.ContainsKey(Path))
        {
            Navigation.NotFound();
            return Task.CompletedTask;
        }
        Step = Draft.Change.Steps;
        Now = Stored = TextOf(Draft.Parts);
        return Task.CompletedTask;
    }

    private protected async Task Save()
    {
        Now = Content ?? Now;
        // A browser sends lines as CR LF whatever the file has.
        var lines = Stored?.Contains("\r\n", StringComparison.Ordinal) == true ? "\r\n" : "\n";
        byte[]? bytes = Act switch
        {
            "hapus" => null,
            "pulih" => Draft!.Base.Parts.TryGetValue(Path, out var was) ? [.. was] : null,
            _ => Strict.GetBytes((Content ?? "").ReplaceLineEndings(lines)),
        };
        var result = await Desk.Save(ChangeId, Seen ?? Step, new Dictionary<string, byte[]?> { [Path] = bytes }, Me);
        if (result is ChangeResult.Conflicting { Files: [var conflict] })
        {
            Theirs = conflict.Theirs is null ? "" : Encoding.UTF8.GetString(conflict.Theirs);
            await Load();
            Step = Draft!.Change.Steps;
        }
        Answer(result, Act == "simpan" ? SavedNotice.On(Here) : $"{Home}/berkas", _ => "isi");
    }

    private string? TextOf(ImmutableSortedDictionary<string, ImmutableArray<byte>> parts)
    {
        try
        {
            return parts.TryGetValue(Path, out var bytes) ? Strict.GetString(bytes.AsSpan()) : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
