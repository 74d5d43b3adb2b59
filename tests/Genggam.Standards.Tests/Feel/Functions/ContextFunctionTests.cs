namespace Genggam.Standards.Tests.Feel.Functions;

public sealed class ContextFunctionTests
{
    [Theory]
    [InlineData("get value({a: 1}, \"a\")", "1")]
    [InlineData("get value(m: {a: 1}, key: \"b\")", "null")]
    [InlineData("get entries({a: 1})", "[{key: \"a\", value: 1}]")]
    [InlineData("get entries({a: 1}).key", "[\"a\"]")]
    [InlineData("context([{key: \"a\", value: 1}, {key: \"b\", value: 2}])", "{a: 1, b: 2}")]
    [InlineData("context(entries: {key: \"a\", value: 1})", "{a: 1}")]
    [InlineData("context put({x: 1}, \"y\", 2)", "{x: 1, y: 2}")]
    [InlineData("context put(context: {x: 1}, key: \"x\", value: 2)", "{x: 2}")]
    [InlineData("context put({x: 1, y: {a: 0}}, [\"y\", \"a\"], 2)", "{x: 1, y: {a: 2}}")]
    [InlineData("context put(context: {x: {a: 0}}, keys: [\"x\", \"b\"], value: 2)", "{x: {a: 0, b: 2}}")]
    [InlineData("context merge([{x: 1}, {y: 2, x: 0}])", "{x: 0, y: 2}")]
    [InlineData("context merge(contexts: [{a: 1}])", "{a: 1}")]
    [InlineData("context merge({a: 1})", "{a: 1}")]
    public void Contexts_are_built_and_changed(string text, string expected) => Feel.Gives(text, expected);

    [Theory]
    [InlineData("get value(null, \"a\")")]
    [InlineData("context([{key: \"a\", value: 1}, {key: \"a\", value: 2}])")]
    [InlineData("context([{key: \"a\"}])")]
    [InlineData("context put({x: 1}, [], 2)")]
    [InlineData("context put({x: 1}, [\"x\", \"y\"], 2)")]
    [InlineData("context merge([{x: 1}, 2])")]
    public void A_context_that_cannot_be_is_null_and_says_so(string text) => Feel.IsNull(text, "FEEL-213");
}
