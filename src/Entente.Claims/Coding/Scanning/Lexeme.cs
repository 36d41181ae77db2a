namespace Entente.Claims.Coding.Scanning;

/// <summary>A run of letters, a number in digits, or a single sign. White space is none; <see cref="Gap"/> tells that it stood before.</summary>
internal readonly record struct Lexeme(int Start, int Length, LexemeKind Kind, bool Gap)
{
    public int End => Start + Length;
}

/// <summary>What a lexeme is.</summary>
internal enum LexemeKind
{
    /// <summary>Letters: "May", "p", "th".</summary>
    Word,

    /// <summary>Digits with their separators: "1998", "2.5", "24,500".</summary>
    Number,

    Sign,
}
