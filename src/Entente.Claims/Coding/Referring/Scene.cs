using Entente.Claims.Analyzing;
using Entente.Claims.Coding.Naming;

namespace Entente.Claims.Coding.Referring;

/// <summary>The mentions of one document while sieves link them, and what they ask about them.</summary>
internal sealed class Scene
{
    // how much of its weight a mention keeps from one sentence to the next (Lappin and Leass 1994)
    private const double Fading = 0.5;

    // who is named only inside a quotation is seldom meant outside it
    private const double Quoted = 0.4;

    private readonly List<Mention> _mentions;
    private readonly int[] _firstOf;
    private HashSet<string>? _common;

    public Scene(Findings findings, Lexicon lexicon, ReferringWords words)
    {
        Findings = findings;
        Lexicon = lexicon;
        Words = words;
        Tree = findings.Tree;
        Quotations = new QuotationSpeakers(Tree, lexicon);
        var finder = new MentionFinder(findings, Tree, words, new MentionTraits(findings, Tree, lexicon, words), Quotations);
        _mentions = finder.Find();
        At = finder.At;
        foreach (var mention in _mentions)
        {
            Entity.Of(mention);
        }

        _firstOf = new int[findings.Analyzed.Sentences.Count + 1];
        for (int s = 0, m = 0; s < _firstOf.Length; s++)
        {
            while (m < _mentions.Count && _mentions[m].Sentence < s)
            {
                m++;
            }

            _firstOf[s] = m;
        }
    }

    public Findings Findings { get; }

    public Lexicon Lexicon { get; }

    public ReferringWords Words { get; }

    public Tree Tree { get; }

    public QuotationSpeakers Quotations { get; }

    public IReadOnlyList<Mention> Mentions => _mentions;

    /// <summary>The mention that a token heads or whose name it is part of.</summary>
    public Func<int, Mention?> At { get; }

    public IReadOnlyList<Token> Tokens => Findings.Analyzed.Tokens;

    /// <summary>The words of a token.</summary>
    public ReadOnlySpan<char> Form(int token) => Findings.Text.AsSpan(Tokens[token].Span.Start, Tokens[token].Span.Length);

    public string WordsOf(Mention mention) => mention.Span.In(Findings.Text);

    /// <summary>Whether the document has a word in small letters as a noun.</summary>
    public bool IsCommonNoun(string word)
    {
        _common ??= [.. Tokens.Where(t => t.Upos == "NOUN").Select(t => t.Span.In(Findings.Text)).Where(w => char.IsLower(w[0]))];
        return _common.Contains(word.ToLowerInvariant());
    }

    /// <summary>The speaker of the quotation that a mention stands in; null outside, and where no verb tells it.</summary>
    public Mention? SpeakerOf(Mention mention) => Quotations.SpeakerOf(mention.Quotation) is { } token ? At(token) : null;

    /// <summary>The mentions that begin before one, the nearest first, as far back as so many sentences.</summary>
    public IEnumerable<Mention> Before(Mention mention, int sentences)
    {
        var first = _firstOf[Math.Max(0, mention.Sentence - sentences)];
        for (var i = mention.Index - 1; i >= first; i--)
        {
            if (_mentions[i].Span.Start < mention.Span.Start)
            {
                yield return _mentions[i];
            }
        }
    }

    /// <summary>
    /// The entities of the mentions before one that fit, the weightiest first. The weight of an entity is, over the sentences back, the sum of that of its weightiest mention,
    /// halved from sentence to sentence.
    /// </summary>
    public List<Candidate> Ranked(Mention mention, int sentences, Func<Mention, double> share)
    {
        var found = new Dictionary<Entity, (double Weight, double Best, int Sentence, Mention Nearest)>(ReferenceEqualityComparer.Instance);
        foreach (var before in Before(mention, sentences))
        {
            var part = share(before);
            if (part <= 0)
            {
                continue;
            }

            var weight = before.Weight * part * Math.Pow(Fading, mention.Sentence - before.Sentence) * (before.Quotation >= 0 && before.Quotation != mention.Quotation ? Quoted : 1);
            if (!found.TryGetValue(before.Entity, out var known))
            {
                found[before.Entity] = (weight, weight, before.Sentence, before);
            }
            else if (known.Sentence != before.Sentence)
            {
                found[before.Entity] = (known.Weight + weight, weight, before.Sentence, known.Nearest);
            }
            else if (weight > known.Best)
            {
                found[before.Entity] = (known.Weight - known.Best + weight, weight, before.Sentence, known.Nearest);
            }
        }

        return [.. found.Values.Select(f => new Candidate(f.Nearest, f.Weight)).OrderByDescending(c => c.Weight).ThenByDescending(c => c.Nearest.Index)];
    }

    /// <summary>Takes a mention for its antecedents.</summary>
    public static void Link(Mention mention, Link link)
    {
        mention.Link = link;
        if (link.Actors is null && link.Antecedents is [var one])
        {
            one.Entity.Absorb(mention.Entity);
            return;
        }

        Entity.Part(mention);
        mention.Entity.Actors.Clear();
        mention.Entity.Actors.AddRange(link.Actors ?? [.. link.Antecedents.SelectMany(a => a.Entity.Actors).DistinctBy(a => a.Id)]);
        mention.Entity.Plural = link.Antecedents.Count > 1;
    }
}

/// <summary>An entity that a mention may be of: its nearest mention and its weight.</summary>
internal readonly record struct Candidate(Mention Nearest, double Weight);
