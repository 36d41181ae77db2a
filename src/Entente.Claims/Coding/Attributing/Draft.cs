namespace Entente.Claims.Coding.Attributing;

/// <summary>An attribution while it is put together.</summary>
internal sealed class Draft(int cue, int? source)
{
    /// <summary>The head word of the cue; of a cue without a word of its own (a colon) the sign.</summary>
    public int CueToken { get; } = cue;

    /// <summary>The head word of the source; null when nobody is named.</summary>
    public int? SourceToken { get; set; } = source;

    public List<TextSpan> Cue { get; } = [];

    public List<TextSpan> Source { get; } = [];

    public List<TextSpan> Content { get; set; } = [];

    public Readings Gives { get; set; }

    /// <summary>The cue can take direct speech.</summary>
    public bool Speaks { get; init; }

    /// <summary>The content is a clause: anybody can say or hold one, also what could not judge or want a thing.</summary>
    public bool IsClause { get; set; }

    /// <summary>Printed as a turn of a conversation or signed: the layout says who speaks.</summary>
    public bool IsTurn { get; init; }

    /// <summary>The content is what the source calls, likens or charges somebody: his own word for it.</summary>
    public bool IsNaming { get; set; }

    /// <summary>The source wants, judges or reacts to the content, which the text around it tells: it is not the source's word.</summary>
    public bool Reacts { get; set; }

    /// <summary>The cue is a phrase beside its content ("according to").</summary>
    public bool IsPhrase { get; init; }

    /// <summary>Where the words before the cue end, without the comma between.</summary>
    public int Before { get; init; }

    public int Start => Cue[0].Start;

    public bool Holds(TextSpan span) => Content.Exists(c => c.Contains(span));
}
