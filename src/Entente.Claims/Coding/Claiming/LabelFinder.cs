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
        var until = 0;
        for (var at = elements.Count - 1; at >= 0; at--)
        {
            // From the last noun on, so that of "junior partner and ally" the longer label comes first and the part of it is passed over.
            if (elements[at].Actors.Count == 0 && elements[at].Upos is "NOUN" or "PROPN" && _nouns.Contains(elements[at].Lemma) && (until == 0 || at < until)
                && Words(elements, at) is { } words && About(sentence, at) is { Count: > 0 } about)
            {
                until = words.First;
                var span = TextSpan.FromBounds(elements[words.First].Span.Start, elements[words.End - 1].Span.End);
                yield return sentence.Claim(new LabelClaim(span) { About = about }, at, words.IsQuoted ? "label:quoted" : "label:phrase", words.IsQuoted ? 0.75 : 0.6, span.In(sentence.Findings.Text));
            }
        }
    }

    /// <summary>
    /// The words of the label around its noun; null when nothing colours it. Marks that close before the noun take what they hold along (“no-limits” partnership);
    /// marks that open before it bound the label (“friends of steel”).
    /// </summary>
    private Label? Words(IReadOnlyList<Element> elements, int noun)
    {
        var first = noun;
        var (quoted, coloured) = (false, false);
        while (first > 0 && noun - first < 7)
        {
            var before = elements[first - 1];
            if (IsMark(before))
            {
                quoted = true;
                if (Opener(elements, first - 1) is not { } opener)
                {
                    break;
                }

                first = opener;
            }
            else if (before.Upos is "ADJ" or "NOUN" or "ADV" or "VERB" && before.Actors.Count == 0 && (before.Upos != "VERB" || before.Form.EndsWith("ing", StringComparison.Ordinal) || before.Form.EndsWith("ed", StringComparison.Ordinal)))
            {
                coloured |= before.Upos is "ADJ" or "NOUN" && !_plain.Contains(before.Lemma);
                first--;
            }
            else if (first < noun && before.Form is "-" or "and" && !_plain.Contains(elements[first].Lemma))
            {
                first--;
            }
            else
            {
                break;
            }
        }

        while (first < noun && (elements[first].Form is "-" or "and" or "," || _plain.Contains(elements[first].Lemma) || elements[first].Upos == "VERB"))
        {
            first++;
        }

        return Ended(elements, first, noun, coloured, quoted);
    }

    /// <summary>Takes "of steel" along, and marks that close behind the noun for a sign that the words are quoted.</summary>
    private static Label? Ended(IReadOnlyList<Element> elements, int first, int noun, bool coloured, bool quoted)
    {
        var end = noun + 1;
        if (end + 1 < elements.Count && elements[end].Form == "of" && elements[end + 1].Upos == "NOUN" && elements[end + 1].Actors.Count == 0
            && (quoted || (end + 2 < elements.Count && IsMark(elements[end + 2]))))
        {
            end += 2;
        }

        quoted |= end < elements.Count && IsMark(elements[end]);
        return (coloured || quoted) && end - first > 1 ? new Label(first, end, quoted) : null;
    }

    private static bool IsMark(Element element) => element.Form != "’" && element.Form != "'" && Quoted.IsMark(element.Form);

    /// <summary>Where the quotation begins that a mark closes, at most six words before it; null when the mark opens one.</summary>
    private static int? Opener(IReadOnlyList<Element> elements, int mark)
    {
        for (var at = mark - 1; at >= 0 && mark - at <= 7 && elements[mark].Form is not "“"; at--)
        {
            if (IsMark(elements[at]) && elements[at].Form is not "”")
            {
                return mark - at > 1 ? at : null;
            }
        }

        return null;
    }

    /// <summary>
    /// The two parties nearest to the noun: states, governments, organisations, and persons and groups that belong to one, each once; "the two countries" gives both.
    /// Whoever says it is not whom it is about, unless nobody else is named.
    /// </summary>
    private static List<ActorMention> About(SentenceView sentence, int noun)
    {
        var said = sentence.Findings.AttributionOf(sentence.Elements[noun].Span);
        var mentions = sentence.Elements.Select((e, i) => (Element: e, Distance: Math.Abs(i - noun))).Where(p => p.Element.Actors.Count > 0 && p.Distance <= 14)
            .OrderBy(p => said?.Source.Any(s => s.Overlaps(p.Element.Span)) == true && !IsLeader(p.Element))
            .ThenByDescending(p => p.Element.Actors.Count > 1 && p.Distance <= 8).ThenBy(p => p.Distance).SelectMany(p => p.Element.Actors);
        var about = new List<ActorMention>();
        foreach (var mention in mentions)
        {
            if (mention.Actor.Country is not null && mention.Actor.Sector is null or "GOV" or "MIL" && mention.Actor.Kind is not (ActorKind.Outlet or ActorKind.Agency)
                && about.All(a => !Same(a.Actor, mention.Actor)) && about.Count < 2)
            {
                about.Add(mention);
            }
        }

        return [.. about.OrderBy(a => a.Span)];
    }

    /// <summary>A leader who calls another "my friend" speaks of both.</summary>
    private static bool IsLeader(Element element) => element.Actors.All(a => a.Actor is { Kind: ActorKind.Person, Sector: "GOV" });

    private static bool Same(Actor one, Actor other) => one.Id == other.Id || (one.Country is not null && one.Country == other.Country);

    private readonly record struct Label(int First, int End, bool IsQuoted);
}
