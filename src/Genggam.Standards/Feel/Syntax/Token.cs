namespace Genggam.Standards.Feel.Syntax;

internal enum TokenKind
{
    Name,
    Number,
    Text,
    At,
    Symbol,
    Bad,
    End,
}

/// <summary>A piece of FEEL text. <paramref name="Text"/> is decoded for strings, the message for a bad token.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int End);
