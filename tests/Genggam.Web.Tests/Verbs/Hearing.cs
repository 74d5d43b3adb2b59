using System.Text;

namespace Genggam.Web.Tests.Verbs;

/// <summary>A stream of the console that each test hears alone: what no test listens to goes to the real one.</summary>
internal sealed class Hearing(TextWriter real) : TextWriter
{
    private readonly AsyncLocal<StringWriter?> heard = new();

    public override Encoding Encoding => real.Encoding;

    /// <summary>From now on what this test writes is kept.</summary>
    public StringWriter Begin() => heard.Value = new StringWriter { NewLine = "\n" };

    public override void Write(char value) => (heard.Value ?? real).Write(value);

    public override void Write(string? value) => (heard.Value ?? real).Write(value);

    public override void Write(char[] buffer, int index, int count) =>
        (heard.Value ?? real).Write(buffer, index, count);

    public override void Flush() => (heard.Value ?? real).Flush();
}
