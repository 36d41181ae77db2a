using Entente.Claims.Analyzing;
using Entente.Claims.Coding.Attributing;
using Entente.Claims.Coding.Naming;
using Cue = Entente.Claims.Coding.Naming.Cue;

namespace Entente.Claims.Coding.Referring;

/// <summary>
/// The quotations of a document, and the word that names the speaker of each: the subject of a verb of saying that stands beside it in its paragraph;
/// a second quotation of a paragraph, or one that goes on from the paragraph before, has the speaker of the first. Null when no verb tells it.
/// </summary>
internal sealed class QuotationSpeakers
{
    private const int Farthest = 60;

    private readonly List<Quotation> _quotations;
    private readonly List<Paragraph> _paragraphs;
    private readonly int?[] _speakers;
    private readonly List<(TextSpan Verb, int Subject)> _verbs;
    private readonly Tree _tree;
    private readonly Lexicon _lexicon;

    public QuotationSpeakers(Tree tree, Lexicon lexicon)
    {
        _tree = tree;
        _lexicon = lexicon;
        _paragraphs = Quotations.Paragraphs(tree.Document.Document);
        _quotations = Quotations.Find(tree.Document.Text, _paragraphs);
        _speakers = new int?[_quotations.Count];
        _verbs = Verbs();
        for (var i = 0; i < _speakers.Length; i++)
        {
            _speakers[i] = Beside(_quotations[i], _verbs) ?? (i > 0 && GoesOn(_quotations[i - 1], _quotations[i]) ? _speakers[i - 1] : null);
        }
    }

    /// <summary>The quotation that holds a position; negative when none does.</summary>
    public int At(int position)
    {
        int low = 0, high = _quotations.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var span = _quotations[middle].Span;
            if (span.Contains(position))
            {
                return middle;
            }

            (low, high) = position < span.Start ? (low, middle - 1) : (middle + 1, high);
        }

        return -1;
    }

    /// <summary>The token that heads the name of its speaker.</summary>
    public int? SpeakerOf(int quotation) => quotation < 0 ? null : _speakers[quotation];

    /// <summary>Who says something in a sentence, the last told, outside quotations: the word that names him.</summary>
    public int? LastIn(TextSpan sentence)
    {
        int? last = null;
        for (var i = FirstFrom(_verbs, sentence.Start); i < _verbs.Count && _verbs[i].Verb.Start < sentence.End; i++)
        {
            last = _verbs[i].Subject;
        }

        return last;
    }

    /// <summary>Whether a word is the subject of a verb of saying.</summary>
    public bool IsSayer(int token) => _tree.Head(token) is { } verb && _verbs.Exists(v => v.Subject == token && v.Verb == _tree.Document.Tokens[verb].Span);

    private static bool GoesOn(Quotation before, Quotation it) => it.Continues && before.Paragraph == it.Paragraph - 1 || before.Paragraph == it.Paragraph;

    /// <summary>Verbs of saying outside quotations that have a subject there, with that subject.</summary>
    private List<(TextSpan Verb, int Subject)> Verbs()
    {
        var found = new List<(TextSpan, int)>();
        var tokens = _tree.Document.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Upos == "VERB" && (_lexicon.CueOf(_lexicon.Find(_tree.Document.Text.AsSpan(tokens[i].Span.Start, tokens[i].Span.Length))) & Cue.Say) != Cue.None
                && At(tokens[i].Span.Start) < 0 && SubjectOf(i) is { } subject && At(tokens[subject].Span.Start) < 0)
            {
                found.Add((tokens[i].Span, subject));
            }
        }

        return found;
    }

    // parsers often miss the subject in "…," said Lee: then the name right after the verb
    private int? SubjectOf(int verb)
    {
        if (_tree.Subject(verb) is { } subject)
        {
            return subject;
        }

        var tokens = _tree.Document.Tokens;
        for (var i = verb + 1; i < tokens.Count && i < verb + 4; i++)
        {
            if (tokens[i].Upos is "PROPN" or "PRON")
            {
                return i;
            }
        }

        return null;
    }

    private int? Beside(Quotation quotation, List<(TextSpan Verb, int Subject)> verbs)
    {
        int? best = null;
        var nearest = Farthest;
        var paragraph = _paragraphs[quotation.Paragraph].Span;
        for (var i = FirstFrom(verbs, Math.Max(paragraph.Start, quotation.Span.Start - Farthest - 20)); i < verbs.Count; i++)
        {
            var (verb, subject) = verbs[i];
            if (verb.Start >= Math.Min(paragraph.End, quotation.Span.End + Farthest))
            {
                break;
            }

            var distance = verb.End <= quotation.Span.Start ? quotation.Span.Start - verb.End : verb.Start - quotation.Span.End;
            if (distance < nearest)
            {
                (best, nearest) = (subject, distance);
            }
        }

        return best;
    }

    private static int FirstFrom(List<(TextSpan Verb, int Subject)> verbs, int position)
    {
        int low = 0, high = verbs.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = verbs[middle].Verb.Start < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
