using System.Runtime.InteropServices;

namespace Entente.Claims.Reading;

/// <summary>A segment with what its words and its repetition on the page tell of it.</summary>
internal sealed class PageLine
{
    /// <summary>From this many words a line that ends a sentence is prose without doubt.</summary>
    public const int ProseWords = 12;

    private const int LongestDateLine = 200;

    /// <summary>Length up to which the folded line is kept: paragraphs are asked for theirs once or never, and a page is mostly paragraphs.</summary>
    private const int KeptFolded = 120;

    private readonly string? _folded;
    private HashSet<string>? _stems;
    private ShownDate? _date;
    private bool _dateSought;
    private string? _anchor;
    private bool _anchorSought;

    public PageLine(Segment segment, DateOrder order)
    {
        Segment = segment;
        Order = order;
        Span<char> letters = stackalloc char[LineWords.LongestFolded];
        var folded = letters[..LineWords.Fold(segment.Text, letters)];
        Words = LineWords.Count(segment.Text);
        EndsSentence = LineWords.EndsSentence(segment.Text);
        Cues = ReadingTables.Shipped.Cues(folded);
        _folded = segment.Text.Length <= KeptFolded ? folded.ToString() : null;
    }

    public Segment Segment { get; }

    /// <summary>How the page writes dates of figures.</summary>
    public DateOrder Order { get; }

    public string Text => Segment.Text;

    /// <summary>Lower-case letters and blanks only.</summary>
    public string Folded => _folded ?? LineWords.Fold(Segment.Text);

    /// <summary>Whether both fold to the same; paragraphs are the same letter for letter or not at all.</summary>
    public bool IsLike(PageLine other) => Key == other.Key;

    public int Words { get; }

    public bool EndsSentence { get; }

    public LineCues Cues { get; }

    /// <summary>How many lines of the page fold to the same.</summary>
    public int Repeats { get; set; } = 1;

    /// <summary>The date it shows, if it is short enough to be more than a mention.</summary>
    public ShownDate? Date
    {
        get
        {
            if (!_dateSought)
            {
                _dateSought = true;
                _date = Text.Length <= LongestDateLine ? DateReader.First(Text, Order) : null;
            }

            return _date;
        }
    }

    /// <summary>The shape of a header of a post; null when it is none.</summary>
    public string? Anchor
    {
        get
        {
            if (!_anchorSought)
            {
                _anchorSought = true;
                _anchor = AnchorShape.Of(this);
            }

            return _anchor;
        }
    }

    /// <summary>Its content words, cut to stems.</summary>
    public HashSet<string> Stems => _stems ??= Topic.Of(Folded);

    public bool Has(LineCues cue) => (Cues & cue) != LineCues.None;

    /// <summary>A paragraph of running text.</summary>
    public bool IsProse => !IsNotice && ((EndsSentence && Words >= ProseWords) || Words >= 30 || (Words >= 18 && !LooksCapitalised));

    /// <summary>A short sentence, which is prose when prose stands around it.</summary>
    public bool IsSentence => EndsSentence && Words is >= 4 and < ProseWords && !Has(LineCues.Furniture | LineCues.Advert | LineCues.Thread);

    /// <summary>What the site says of itself: notices, prompts, buttons. Long lines need more than a word that such notices use.</summary>
    public bool IsNotice => (Has(LineCues.Notice) && Words <= 120) || (Has(LineCues.Furniture | LineCues.Advert) && Words <= 30);

    /// <summary>A line that is hardly more than a date: "Published 3 March 2021, 10:31 pm".</summary>
    public bool IsDateLine => Words <= 14 && Date is { Interval: not null } date && Text.Length - date.Span.Length <= 60 && !EndsSentence;

    /// <summary>Could be a headline: some words, no full stop at its end, no date, no cue of being anything else.</summary>
    public bool IsTitleLike => Words is >= 3 and <= 28 && Text.Length is >= 12 and <= 220 && !IsNotice && !Has(LineCues.Section | LineCues.End | LineCues.Related | LineCues.Caption | LineCues.Profile | LineCues.Source)
        && Text[^1] is not ('.' or ':' or ',' or ';' or '»' or '>' or '|') && !Text.Contains(" › ") && !Text.Contains(" > ") && !IsDateLine && (char.IsUpper(FirstLetter) || !char.IsLetter(FirstLetter))
        && Bylines.Led(Text).Count == 0;

    private char FirstLetter => Text[0] is '“' or '"' or '‘' or '\'' or '«' or '[' && Text.Length > 1 ? Text[1] : Text[0];

    private bool LooksCapitalised => LineWords.CapitalShare(Text) > 0.6;

    /// <summary>Lines with their cues and their repetitions.</summary>
    /// <param name="usual">The order of day and month where the page's own dates leave it open.</param>
    public static List<PageLine> Mark(IReadOnlyList<Segment> segments, DateOrder usual = DateOrder.Unknown)
    {
        var order = DateReader.OrderOf(segments.Where(s => s.Text.Length <= LongestDateLine).Select(s => s.Text));
        order = order == DateOrder.Unknown ? usual : order;
        var lines = segments.Select(s => new PageLine(s, order)).ToList();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, line.Key, out _)++;
        }

        foreach (var line in lines)
        {
            line.Repeats = line.Key.Length == 0 ? 1 : counts[line.Key];
        }

        return lines;
    }

    /// <summary>What lines that repeat have in common: a paragraph repeats letter for letter or not at all.</summary>
    private string Key => _folded ?? Text;
}
