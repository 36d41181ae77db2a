using Entente.Claims.Coding.Timing;

namespace Entente.Claims.Coding.Dating;

/// <summary>
/// An article that tells of a known meeting (data/meetings.tsv) as of last week, Wednesday or today was written then. The same persons may have met in the same place more than once:
/// each of these days leaves its own, and other evidence chooses.
/// </summary>
internal sealed class Meetings
{
    /// <summary>A meeting is news, and told without its year, for no longer than this.</summary>
    private const int News = 365;

    /// <summary>"directly after the summit": within these days.</summary>
    private const int Close = 21;

    /// <summary>A visit to come is told of so many days ahead.</summary>
    private const int Ahead = 60;

    private readonly List<Meeting> _all;
    private readonly ILookup<string, int> _byWord;
    private readonly Phrases<bool> _places = new();
    private readonly DatingWords _words;

    private Meetings(List<Meeting> all, IEnumerable<string> places, DatingWords words)
    {
        _all = all;
        _words = words;
        _byWord = all.Index().SelectMany(m => m.Item.Who.SelectMany(w => w.FirstWords).Select(w => (Word: w, m.Index))).ToLookup(p => p.Word, p => p.Index, StringComparer.OrdinalIgnoreCase);
        foreach (var place in places)
        {
            _places.Add(place, true);
        }
    }

    public static Meetings Load(DatingWords words)
    {
        var rows = Table.Shipped("meetings").Rows;
        var known = new Dictionary<string, Phrases<bool>>(StringComparer.Ordinal);
        return new Meetings([.. rows.Select(r => Read(r, known))], rows.SelectMany(r => r.List("where")), words);
    }

    private static Meeting Read(TableRow row, Dictionary<string, Phrases<bool>> known)
    {
        var called = row.List("name") is [var name, ..] ? name : string.Join(" and ", row.Required("who").Split('&').Select(w => w.Split('|')[0]));
        return new Meeting($"{called}, {row.List("where")[0]}, {DatedFacts.Days(row)}", DatedFacts.Groups(row["name"] ?? row["who"], known), DatedFacts.Groups(row["where"], known)[0], row["name"] is not null, DatedFacts.Days(row));
    }

    public IEnumerable<Constraint> Of(DatingText text)
    {
        foreach (var sentence in text.Lead)
        {
            if (!sentence.NamesYear && _words.In(sentence, "meeting").Cast<int?>().FirstOrDefault() is { } at && Told(text, sentence, at) is { } told)
            {
                yield return told;
            }
        }
    }

    private Constraint? Told(DatingText text, DatingSentence sentence, int at)
    {
        var meant = Meant(text, sentence);
        if (meant.Count == 0)
        {
            return null;
        }

        var time = sentence.Told(at);
        var tense = Tense(text, sentence, sentence.Lexemes[at].Start);
        var close = _words.In(sentence, "close").Any();
        if (time is null && !sentence.IsHead && !close)
        {
            return null;
        }

        Option[] options = [.. meant.SelectMany(m => (time is not null ? Deixis.Written(time, m.Days) : Written(m.Days, tense, close)).Select(d => new Option(d, m.Called)))];
        var how = time is not null ? "as of " + time.Span.In(text.Document.Text) : close ? "as just over" : tense switch { "future" => "as to come", "present" => "in the present tense", _ => "without its year" };
        return Constraint.Of("meeting", time is not null ? 0.6 : 0.5, time?.Span ?? sentence.Lexemes.Span(at, at + 1), $"tells of a known meeting {how}", options);
    }

    /// <summary>The meetings that a sentence can mean: who meets and where stand in it, or at the head of the article, but two of these in the sentence itself. A place of its own goes before the head's.</summary>
    private List<Meeting> Meant(DatingText text, DatingSentence sentence)
    {
        List<Meeting> candidates = [.. sentence.Forms.SelectMany(f => _byWord[f]).Distinct().Order().Select(i => _all[i]).Where(m => m.Who.Any(sentence.Holds))];
        var placed = _places.Find(sentence.Lexemes, sentence.First, sentence.End).Any();
        candidates.RemoveAll(m => !(sentence.Holds(m.Where) || !placed && text.Head.Any(s => s.Holds(m.Where)))
            || !m.Who.All(w => sentence.Holds(w) || text.Head.Any(s => s.Holds(w)))
            || m.Who.Append(m.Where).Count(sentence.Holds) < 2);
        return candidates.Exists(m => m.IsSummit) ? candidates.FindAll(m => m.IsSummit) : candidates;
    }

    /// <summary>The tense of the word of meeting. A noun beside a verb in the present can be of any time; a verb in a headline is in the present, whatever the parser makes of its few words.</summary>
    private static string? Tense(DatingText text, DatingSentence sentence, int position)
    {
        var tense = Tenses.At(text.Document, position);
        var verb = Tenses.IsVerb(text.Document, position);
        return tense is null && verb && sentence.IsTitle ? "present" : tense == "present" && !verb ? null : tense;
    }

    /// <summary>Told with no day: by the tense.</summary>
    private static IEnumerable<DateInterval> Written(DateInterval met, string? tense, bool close)
    {
        var (first, last) = (met.Earliest!.Value, met.Latest!.Value);
        return
        [
            close ? new DateInterval(first, last.AddDays(Close)) : tense switch
            {
                "future" => new DateInterval(first.AddDays(-Ahead), first),
                "present" => new DateInterval(first.AddDays(-1), last.AddDays(1)),
                _ => new DateInterval(first, last.AddDays(News)),
            },
        ];
    }

    /// <param name="Who">Names of which each group has one in the text; of a summit its own name.</param>
    private sealed record Meeting(string Called, IReadOnlyList<Phrases<bool>> Who, Phrases<bool> Where, bool IsSummit, DateInterval Days);
}
