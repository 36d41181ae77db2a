using Entente.Claims.Coding.Scanning;

namespace Entente.Claims.Coding.Timing;

/// <summary>The lexemes of a block, each with its senses as a word of time.</summary>
internal sealed class TimeLexemes : Lexemes
{
    private readonly TimeWord?[] _senses;

    public TimeLexemes(string text, TextSpan within, TimeWords words, Numerals numerals)
        : base(text, within)
    {
        Words = words;
        Numerals = numerals;
        _senses = new TimeWord?[Count];
        for (var i = 0; i < Count; i++)
        {
            _senses[i] = this[i].Kind == LexemeKind.Word ? words.Find(Form(i)) : null;
        }
    }

    public TimeWords Words { get; }

    public Numerals Numerals { get; }

    public string? Sense(int at, TimeSense sense) => Has(at) ? _senses[at]?[sense] : null;

    public bool HasSense(int at) => Has(at) && _senses[at] is not null;

    public int? Weekday(int at) => Capital(at) && (Sense(at, TimeSense.Weekday) ?? Sense(at, TimeSense.AbbreviatedWeekday)) is { } value ? TimeWords.Number(value) : null;

    public TimeUnit? Unit(int at) => Sense(at, TimeSense.Unit) is { } value ? Enum.Parse<TimeUnit>(value, ignoreCase: true) : null;

    public TimeUnit? Units(int at) => Sense(at, TimeSense.Units) is { } value ? Enum.Parse<TimeUnit>(value, ignoreCase: true) : null;

    /// <summary>The month and the lexeme after it, with the full stop of "Sept.".</summary>
    public (int Month, int End)? Month(int at)
    {
        if (!Capital(at))
        {
            return null;
        }

        if (Sense(at, TimeSense.Month) is { } full)
        {
            return IsPlainMonth(at) ? (TimeWords.Number(full), at + 1) : null;
        }

        if (Sense(at, TimeSense.AbbreviatedMonth) is not { } value)
        {
            return null;
        }

        var stop = IsSign(at + 1, '.') && Glued(at + 1);
        return stop || IsNumber(at + 1) || IsNumber(at - 1) ? (TimeWords.Number(value), stop ? at + 2 : at + 1) : null;
    }

    /// <summary>Where the words end that begin at a lexeme; an apostrophe is a word of its own, "new year ' s day".</summary>
    public int? Matches(int at, string[] words)
    {
        foreach (var word in words)
        {
            var apostrophe = word.IndexOf('\'', StringComparison.Ordinal);
            if (apostrophe < 0)
            {
                if (!Is(at++, word))
                {
                    return null;
                }
            }
            else if (Is(at, word[..apostrophe]) && IsApostrophe(at + 1) && Is(at + 2, word[(apostrophe + 1)..]))
            {
                at += 3;
            }
            else
            {
                return null;
            }
        }

        return at;
    }

    /// <summary>The lexeme after "'s", or the same when none stands there.</summary>
    public int AfterGenitive(int at) => IsApostrophe(at) && Glued(at) && Is(at + 1, "s") && Glued(at + 1) ? at + 2 : at;

    /// <summary>May and March are months only where the words around say so: Theresa May and the Long March are none.</summary>
    private bool IsPlainMonth(int at)
    {
        if (!IsAny(at, "may", "march") || IsNumber(at + 1) || IsNumber(at - 1) || (IsSign(at + 1, ',') && IsNumber(at + 2)))
        {
            return true;
        }

        return IsAny(at - 1, "in", "of", "by", "since", "until", "till", "last", "this", "next", "early", "late", "mid", "from", "to", "through", "every", "each", "before", "after", "during", "between", "th", "st", "nd", "rd")
            || (IsAny(at - 1, "and", "or") && Month(at - 2) is not null) || (IsDash(at - 1) && (Is(at - 2, "mid") || Month(at - 2) is not null)) || IsAny(at + 1, "last", "this");
    }
}
