using System.Globalization;

namespace Entente.Claims.Coding.Scanning;

/// <summary>The lexemes of a stretch of text, with the questions that patterns ask of them. Questions beyond either end are answered with no.</summary>
internal class Lexemes(string text, TextSpan within)
{
    private readonly List<Lexeme> _all = Scanner.Scan(text, within);

    public string Text { get; } = text;

    public TextSpan Within { get; } = within;

    public int Count => _all.Count;

    public Lexeme this[int at] => _all[at];

    public bool Has(int at) => at >= 0 && at < _all.Count;

    public ReadOnlySpan<char> Form(int at) => Has(at) ? Text.AsSpan(_all[at].Start, _all[at].Length) : default;

    public bool Is(int at, string word) => Form(at).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsAny(int at, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Is(at, word))
            {
                return true;
            }
        }

        return false;
    }

    public bool IsSign(int at, char sign) => Has(at) && _all[at].Kind == LexemeKind.Sign && Text[_all[at].Start] == sign;

    public bool IsDash(int at) => Has(at) && _all[at].Kind == LexemeKind.Sign && Text[_all[at].Start] is '-' or '–' or '—' or '‐' or '‑';

    public bool IsHyphen(int at) => Has(at) && !_all[at].Gap && _all[at].Kind == LexemeKind.Sign && Text[_all[at].Start] is '-' or '‐' or '‑' && Has(at + 1) && !_all[at + 1].Gap;

    public bool IsApostrophe(int at) => IsSign(at, '\'') || IsSign(at, '’');

    public bool IsWord(int at) => Has(at) && _all[at].Kind == LexemeKind.Word;

    public bool IsNumber(int at) => Has(at) && _all[at].Kind == LexemeKind.Number;

    /// <summary>Whether no white space stands before it.</summary>
    public bool Glued(int at) => Has(at) && at > 0 && !_all[at].Gap;

    public bool Capital(int at) => Has(at) && char.IsUpper(Text[_all[at].Start]);

    /// <summary>A whole number in plain digits of the given length.</summary>
    public int? Digits(int at, int least, int most) => IsNumber(at) && _all[at].Length >= least && _all[at].Length <= most
        && int.TryParse(Form(at), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    public TextSpan Span(int first, int end) => TextSpan.FromBounds(_all[first].Start, _all[end - 1].End);

    /// <summary>The lexeme at or after a place in the text.</summary>
    public int IndexAt(int position)
    {
        int low = 0, high = _all.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_all[middle].End <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
