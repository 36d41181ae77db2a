namespace Entente.Claims.Coding.Claiming;

/// <summary>
/// The items of an enumeration of agreements: "a declaration on law, agreements on aircraft, cooperation on a helicopter and a protocol on a power plant".
/// A noun in the plural has one for each of its topics, every other is its own.
/// </summary>
internal sealed class AgreementItems(SentenceView sentence)
{
    private const int LongestItem = 60;
    private const int LongestName = 40;
    private readonly IReadOnlyList<Element> _elements = sentence.Elements;

    /// <summary>The items from an agreement noun on: each with the element that names it and its words.</summary>
    public IEnumerable<(int Noun, TextSpan Words)> From(int head)
    {
        var (governor, topic) = (head, TopicOf(head));
        for (var (start, first) = (head, true); start < _elements.Count; first = false)
        {
            var end = EndOf(start, topic is null ? null : _elements[topic.Value].Form);
            var noun = first ? head : Noun(start, end);
            if (noun is { } own)
            {
                (governor, topic) = (own, TopicOf(own));
                var more = topic is not null && Separates(end, _elements[topic.Value].Form);
                yield return (own, more ? Topic(topic!.Value + 1, end) : NounPhrase.WithComplement(sentence, own));
            }
            else if (topic is null || !IsTopic(start, end))
            {
                yield break;
            }
            else
            {
                yield return (governor, Topic(start, end));
            }

            if (end >= _elements.Count || !Joins(end))
            {
                yield break;
            }

            start = After(end);
        }
    }

    /// <summary>The topics that a clause names: "other agreements concern forestry, insurance and sports".</summary>
    public IEnumerable<(int Noun, TextSpan Words)> Topics(int noun, int first)
    {
        for (var start = first; start < _elements.Count;)
        {
            var end = EndOf(start, null);
            if (!IsTopic(start, end))
            {
                yield break;
            }

            yield return (noun, Topic(start, end));
            if (end >= _elements.Count || _elements[end].EndsClause)
            {
                yield break;
            }

            start = After(end);
        }
    }

    /// <summary>The word behind which a plural names its topics: "agreements on …", "agreements …: to share …"; null for a singular.</summary>
    private int? TopicOf(int noun)
    {
        if (sentence.Findings.Analyzed.Tokens[_elements[noun].Token].Xpos is not ("NNS" or "NNPS"))
        {
            return null;
        }

        var near = true;
        for (var at = noun + 1; at < _elements.Count && at - noun <= LongestItem && _elements[at].Form is not ("." or ";" or ","); at++)
        {
            if (_elements[at].Form == ":")
            {
                return at + 1 < _elements.Count && _elements[at + 1].Form is "to" or "for" or "on" ? at + 1 : at;
            }

            // "agreements between A and B we know nothing about" has its topics behind the colon
            near &= _elements[at].Upos is not ("VERB" or "AUX" or "PRON" or "SCONJ");
            if (near && _elements[at].Form is "on" or "about" or "concerning" or "covering" or "for" && !_elements.Skip(at).Take(LongestItem).Any(e => e.Form == ":"))
            {
                return at;
            }
        }

        return null;
    }

    private int EndOf(int start, string? preposition)
    {
        var end = start + 1;
        while (end < _elements.Count && end - start < LongestItem && !(_elements[end].EndsClause && _elements[end].Form != ":") && !Separates(end, preposition))
        {
            end++;
        }

        return end;
    }

    /// <summary>
    /// A comma between two noun phrases, an "and" behind a comma or before a further agreement, and an "and" that repeats the preposition ("and on …", "and to …").
    /// "To develop, produce and serve" and "wide-bodied, long-haul" have verbs or adjectives before the comma.
    /// </summary>
    private bool Separates(int at, string? preposition)
    {
        if (at + 1 >= _elements.Count || at == 0)
        {
            return false;
        }

        if (_elements[at].Form == ",")
        {
            return _elements[at - 1].Upos is "NOUN" or "PROPN" or "NUM" or "PRON" or "X" || _elements[at - 1].Actors.Count > 0 || Quoted.IsMark(_elements[at - 1].Form);
        }

        return _elements[at].Form is "and" or "plus" && (Noun(at + 1, Math.Min(at + 6, _elements.Count)) is not null || (preposition is not null && (_elements[at + 1].Form == preposition || preposition is "to" or "for" && _elements[at + 1].Form is "to" or "for")));
    }

    private bool Joins(int at) => _elements[at].Form is "," or "and" or "plus";

    private int After(int at)
    {
        var next = at + 1;
        while (next < _elements.Count && _elements[next].Form is "," or "and" or "plus" or "on" or "to" or "for" or "as" or "well")
        {
            next++;
        }

        return next;
    }

    /// <summary>The agreement noun that leads an item: before any preposition or verb in it.</summary>
    private int? Noun(int start, int end)
    {
        for (var at = start; at < end && _elements[at].Upos is not ("ADP" or "VERB" or "AUX" or "SCONJ"); at++)
        {
            if (_elements[at].Phrase == "agreement" && (at + 1 >= end || _elements[at + 1].Upos is not ("NOUN" or "PROPN")))
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>A topic begins as a noun phrase or with what is to be done, and has no finite verb: behind "and Chad praised them" the list is over.</summary>
    private bool IsTopic(int start, int end)
    {
        if (start >= end || _elements[start].Upos is not ("NOUN" or "PROPN" or "ADJ" or "DET" or "VERB" or "X" or "NUM" or "ADV") && _elements[start].Actors.Count == 0 || _elements[start].Form is "which" or "that" or "who" or "including")
        {
            return false;
        }

        var tokens = sentence.Findings.Analyzed.Tokens;
        return !_elements.Skip(start).Take(end - start).Any(e => tokens[e.Token].Xpos is "VBD" or "VBZ" or "VBP" or "MD" && e.Upos is "VERB" or "AUX");
    }

    private TextSpan Topic(int start, int end)
    {
        var last = Math.Min(end, start + LongestName) - 1;
        while (last > start && _elements[last].Upos is "PUNCT" or "CCONJ" or "ADP")
        {
            last--;
        }

        var first = start;
        while (first < last && (_elements[first].Upos == "DET" || _elements[first].Form is "to" or "on" or "for"))
        {
            first++;
        }

        return TextSpan.FromBounds(_elements[first].Span.Start, _elements[last].Span.End);
    }
}
