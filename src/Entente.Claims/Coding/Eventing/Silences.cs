namespace Entente.Claims.Coding.Eventing;

/// <summary>Why sentences that name two actors yield nothing: for each word of action the row that came nearest and what it misses.</summary>
internal sealed class Silences(Findings findings, FrameMatcher matcher, FrameTable frames)
{
    private readonly Sports _sports = new(findings, matcher.Syntax, frames);

    /// <summary>Verbs so general that they tell of no event by themselves.</summary>
    private readonly HashSet<string> _plain = frames.Class("plain");

    public Silence Of(Sentence sentence)
    {
        matcher.Match(sentence);
        var words = new List<UnfitWord>();
        for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
        {
            if (!matcher.Casting.Names(token) && Unfit(token, sentence) is { } word)
            {
                words.Add(word);
            }
        }

        return new Silence(sentence.Span, words);
    }

    /// <summary>Whether at least two different actors are named in a sentence, so that something may have passed between them.</summary>
    public bool NamesTwo(Sentence sentence)
    {
        string? first = null;
        foreach (var mention in findings.ActorsIn(sentence.Span))
        {
            if (first is not null && first != mention.Actor.Id)
            {
                return true;
            }

            first = mention.Actor.Id;
        }

        return false;
    }

    private UnfitWord? Unfit(int token, Sentence sentence)
    {
        var syntax = matcher.Syntax;
        var span = findings.Analyzed.Tokens[token].Span;
        var rows = frames.Of(syntax.Lemma(token), syntax.Upos(token));
        if (rows.IsEmpty)
        {
            var isBare = syntax.Upos(token) == "VERB" && !_plain.Contains(syntax.Lemma(token)) && matcher.Hindrance(token) is null;
            return isBare ? new UnfitWord(span, null, $"no row of data/event-frames.tsv has the verb '{syntax.Lemma(token)}'") : null;
        }

        if (matcher.At(token) is { } match)
        {
            return new UnfitWord(span, match.Frame.Id, _sports.Holds(match, sentence) ? "the sentence tells of a game" : Unbound(match));
        }

        if (matcher.Hindrance(token) is { } hindrance)
        {
            return new UnfitWord(span, null, hindrance);
        }

        var (nearest, missing) = matcher.Nearest(token);
        return new UnfitWord(span, nearest.Id, missing);
    }

    private string Unbound(EventMatch match) => match.Actors.Count == 0 ? "who did it is not told" + Sought(match.Frame.Actors)
        : !match.Actors.Any(a => Casting.Counts(a.Mention.Actor)) ? $"of {Named(match.Actors)}, who did it, no state, body or sector is known"
        : "nobody else is told of" + Sought(match.Frame.Recipients.Count > 0 ? match.Frame.Recipients : match.Frame.Actors);

    private static string Sought(IReadOnlyList<string[]> slots) => slots.Count == 0 ? "" : $" (looked for {ConditionWords.Places(slots)})";

    private string Named(IReadOnlyList<Cast> casts) => "“" + string.Join("”, “", casts.Select(c => c.Mention.Span.In(findings.Text))) + "”";
}
