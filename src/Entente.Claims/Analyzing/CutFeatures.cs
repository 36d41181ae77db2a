namespace Entente.Claims.Analyzing;

/// <summary>What decides whether a word ends between two signs that stand without a space: the signs around, the pieces on either side, the shape of the whole, what the rules say.</summary>
internal ref struct CutFeatures
{
    public const int Most = 26;

    /// <summary>Longer stretches without a space are looked at around the place only.</summary>
    private const int LongestPiece = 16, LongestChunk = 24;

    private readonly string _text;
    private readonly int _start;
    private readonly int _end;
    private readonly int _limit;
    private readonly uint _chunk;
    private readonly uint _next;

    /// <param name="text">The text.</param>
    /// <param name="start">Where the stretch without spaces begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="limit">Where the block ends.</param>
    public CutFeatures(string text, int start, int end, int limit)
    {
        (_text, _start, _end) = (text, start, end);
        _chunk = end - start <= LongestChunk ? WordAtom.Hash(text.AsSpan(start, end - start)) : 0;
        _limit = limit;
        _next = end + 1 < limit ? Kind(text[end + 1]) : 1u;
    }

    /// <summary>The features of the place before text[at].</summary>
    public readonly void Fill(int at, bool rule, bool cutBefore, ref FeatureList features)
    {
        char l3 = Sign(at - 3), l2 = Sign(at - 2), l1 = Sign(at - 1), r1 = Sign(at), r2 = Sign(at + 1), r3 = Sign(at + 2);
        uint says = rule ? 1u : 2u, left = Left(at), right = Right(at), pair = Pair(l1, r1);
        uint kinds = (Kind(l2) << 24) | (Kind(l1) << 16) | (Kind(r1) << 8) | Kind(r2);
        uint place = (at - _start == 1 ? 1u : 0) | (_end - at == 1 ? 2u : 0);
        features.Add(says);
        features.Add(says, pair);
        features.Add(says, kinds);
        features.Add(kinds, place, _next);
        features.Add(kinds, Kind(l3), Kind(r3));
        features.Add(pair, place, _next);
        features.Add(pair, l2);
        features.Add(pair, r2);
        features.Add(pair, l2, r2);
        features.Add(Pair(l2, l1), Kind(r1), l3);
        features.Add(Pair(r1, r2), Kind(l1), r3);
        features.Add(left, Pair(IsPiece(l1) ? ' ' : l1, IsPiece(r1) ? ' ' : r1));
        features.Add(right, Pair(IsPiece(l1) ? ' ' : l1, IsPiece(r1) ? ' ' : r1));
        features.Add(left, right, Pair(IsPiece(l1) ? ' ' : l1, IsPiece(r1) ? ' ' : r1));
        features.Add(left, says, place, _next);
        features.Add(right, says, place);
        features.Add(_chunk, (uint)(at - _start), says);
        features.Add(cutBefore ? 1u : 2u, pair, says);
        features.Add(says, place, _next, (uint)Math.Min(_end - _start, 12));
        features.Add(says, (uint)Math.Min(at - _start, 6), (uint)Math.Min(_end - at, 6), pair);
    }

    /// <summary>The features of the place before text[at] in a stretch of letters alone: the words before and after it.</summary>
    public readonly void FillPlain(int at, int from, ref FeatureList features)
    {
        var before = _start - 1;
        while (before >= from && _start - before < LongestPiece && !IsPiece(_text[before]))
        {
            before--;
        }

        var after = _end;
        while (after < _limit && after - _end < LongestPiece && !IsPiece(_text[after]))
        {
            after++;
        }

        uint left = LeftFrom(before + 1, from), right = RightFrom(after, _limit), word = _chunk | 1;
        var next = after < _limit ? Kind(_text[after]) : 1;
        features.Add(word);
        features.Add(word, left);
        features.Add(word, right);
        features.Add(word, left, right);
        features.Add(word, Kind(_text[_start]), next);
        features.Add(word, before >= from ? Kind(_text[before]) : 1, next, (uint)(after - _end));
        features.Add(left, right);
        features.Add(right, 7);
        features.Add(word, RightEnd(after));
    }

    public static bool IsPiece(char c) => CharKinds.IsWord(c);

    /// <summary>Letters, capitals and figures by kind, other signs as themselves.</summary>
    public static uint Kind(char c) => c switch
    {
        >= 'a' and <= 'z' => 'a',
        >= 'A' and <= 'Z' => 'A',
        >= '0' and <= '9' => '0',
        _ when c < 0x80 => c,
        _ when char.IsUpper(c) => 'A',
        _ when char.IsLetter(c) => 'a',
        _ => WordAtom.Fold(c) & 0x7Fu | 0x80,
    };

    private static uint Pair(char a, char b) => ((uint)WordAtom.Fold(a) << 16) | WordAtom.Fold(b);

    private readonly char Sign(int at) => at >= _start && at < _end ? _text[at] : ' ';

    /// <summary>The letters and figures that end here, or before the one sign that stands here.</summary>
    private readonly uint Left(int at) => LeftFrom(at > _start && !IsPiece(_text[at - 1]) ? at - 1 : at, _start);

    /// <summary>The letters and figures that begin here, or after the one sign that stands here.</summary>
    private readonly uint Right(int at) => RightFrom(at < _end && !IsPiece(_text[at]) ? at + 1 : at, _end);

    private readonly uint LeftFrom(int end, int from)
    {
        var start = end;
        while (start > from && end - start < LongestPiece && IsPiece(_text[start - 1]))
        {
            start--;
        }

        return WordAtom.Hash(_text.AsSpan(start, end - start));
    }

    private readonly uint RightFrom(int start, int to)
    {
        var end = start;
        while (end < to && end - start < LongestPiece && IsPiece(_text[end]))
        {
            end++;
        }

        return WordAtom.Hash(_text.AsSpan(start, end - start));
    }

    /// <summary>The ending of the word that begins at a place.</summary>
    private readonly uint RightEnd(int start)
    {
        var end = start;
        while (end < _limit && end - start < LongestPiece && IsPiece(_text[end]))
        {
            end++;
        }

        return WordAtom.Hash(_text.AsSpan(Math.Max(start, end - 3), Math.Min(end - start, 3)));
    }
}
