namespace Entente.Claims.Coding.Naming;

/// <summary>How a word is written.</summary>
internal enum WordForm : byte
{
    Lower,
    Number,
    Capital,

    /// <summary>Two letters or more, all capitals.</summary>
    Capitals,

    /// <summary>'s, or the apostrophe of a plural.</summary>
    Possessive,

    /// <summary>A comma, a bracket, a quotation mark …</summary>
    Mark,
}

/// <summary>
/// A piece of text as names are matched: finer than a token ("Beijing-based" is two, "China's" is two), and the same whichever way the text was tokenised.
/// </summary>
/// <param name="Id">Its number in the <see cref="Vocabulary"/>.</param>
/// <param name="Joined">Whether a hyphen ties it to the word before.</param>
/// <param name="Upos">Part of speech of its token; empty when the text has no tags.</param>
internal readonly record struct Word(TextSpan Span, int Id, WordForm Form, bool Joined, string Upos, int Token)
{
    public bool IsCapital => Form is WordForm.Capital or WordForm.Capitals;

    public bool IsMark => Form is WordForm.Mark or WordForm.Possessive;
}
