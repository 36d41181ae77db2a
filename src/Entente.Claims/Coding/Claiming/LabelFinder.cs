namespace Entente.Claims.Coding.Claiming;

/// <summary>
/// What a relationship or a party is called: a noun of relationship (data/label-nouns.tsv) with words that colour it, or in quotation marks
/// ("a “limitless” friendship", "junior partner"). Whom it is about are the parties named nearest to it.
/// </summary>
internal sealed class LabelFinder
{
    private readonly HashSet<string> _nouns;
    private readonly HashSet<string> _plain;

    private LabelFinder(HashSet<string> nouns, HashSet<string> plain) => (_nouns, _plain) = (nouns, plain);

    public static LabelFinder Load()
    {
        var rows = Table.Shipped("label-nouns").Rows;
        return new([.. rows.Where(r => r["kind"] == "noun").Select(r => r.Required("word"))], [.. rows.Where(r => r["kind"] == "plain").Select(r => r.Required("word"))]);
    }

    public IEnumerable<Claim> Find(SentenceView sentence)
    {
        var elements = sentence.Elements;
        for (var at = 0; at < elements.Count; at++)
        {
            if (elements[at].Actors.Count == 0 && elements[at].Upos is "NOUN" or "PROPN" && _nouns.Contains(elements[at].Lemma)
                && Words(elements, at) is { } words && About(elements, at) is { Count: > 0 } about)
            {
                var span = TextSpan.FromBounds(elements[words.First].Span.Start, elements[words.End - 1].Span.End);
                yield return sentence.Claim(new LabelClaim(span) { About = about }, at, words.IsQuoted ? "label:quoted" : "label:phrase", words.IsQuoted ? 0.75 : 0.6, span.In(sentence.Findings.Text));
            }
        }
    }

    /// <summary>The words of the label around its noun; null when nothing colours it.</summary>
    private Label? Words(IReadOnlyList<Element> elements, int noun)
    {
        var (first, end) = (noun, noun + 1);
        var quoted = false;
        var coloured = false;
        while (first > 0 && noun - first < 7)
        {
            var before = elements[first - 1];
            if (Quoted.IsMark(before.Form) && before.Form != "’")
            {
                quoted = true;
            }
            else if (before.Upos is "ADJ" or "NOUN" or "ADV" or "NUM" && before.Actors.Count == 0)
            {
                coloured |= before.Upos is "ADJ" or "NOUN" && !_plain.Contains(before.Lemma);
            }
            else if (before.Form is not ("-" or "and") || first == noun)
            {
                break;
            }

            first--;
        }

        (first, end, var inside) = Trim(elements, first, end);
        if (end + 1 < elements.Count && elements[end].Form == "of" && elements[end + 1].Upos == "NOUN" && elements[end + 1].Actors.Count == 0)
        {
            end += 2;
            coloured |= quoted || inside;
        }

        return (coloured || quoted) && end - first > 1 ? new Label(first, end, quoted || inside) : null;
    }

    /// <summary>Takes the marks off the ends, also those that close after the noun, and "and" off the front.</summary>
    private static (int First, int End, bool Inside) Trim(IReadOnlyList<Element> elements, int first, int end)
    {
        while (first < end - 1 && (elements[first].Form is "and" or "-" or "," || Quoted.IsMark(elements[first].Form)) && !Unclosed(elements, first, end))
        {
            first++;
        }

        return (first, end, end < elements.Count && Quoted.IsMark(elements[end].Form));
    }

    /// <summary>A mark whose partner stands within the label is kept: “no-limits” partnership.</summary>
    private static bool Unclosed(IReadOnlyList<Element> elements, int first, int end) =>
        Quoted.IsMark(elements[first].Form) && elements.Skip(first + 1).Take(end - first - 1).Any(e => Quoted.IsMark(e.Form));

    /// <summary>The two parties nearest to the noun: countries, governments, organisations and persons, each once; "the two countries" gives both.</summary>
    private static List<ActorMention> About(IReadOnlyList<Element> elements, int noun)
    {
        var mentions = elements.Select((e, i) => (Element: e, Distance: Math.Abs(i - noun))).Where(p => p.Element.Actors.Count > 0 && p.Distance <= 14)
            .OrderByDescending(p => p.Element.Actors.Count > 1 && p.Distance <= 8).ThenBy(p => p.Distance).SelectMany(p => p.Element.Actors);
        var about = new List<ActorMention>();
        foreach (var mention in mentions)
        {
            if (mention.Actor.Kind is not (ActorKind.Outlet or ActorKind.Agency) && about.All(a => !Same(a.Actor, mention.Actor)) && about.Count < 2)
            {
                about.Add(mention);
            }
        }

        return [.. about.OrderBy(a => a.Span)];
    }

    private static bool Same(Actor one, Actor other) => one.Id == other.Id || (one.Country is not null && one.Country == other.Country);

    private readonly record struct Label(int First, int End, bool IsQuoted);
}
