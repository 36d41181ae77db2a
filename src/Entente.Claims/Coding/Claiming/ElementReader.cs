namespace Entente.Claims.Coding.Claiming;

/// <summary>Cuts a sentence into the elements that patterns match.</summary>
internal sealed class ElementReader(Findings findings, PhraseNouns nouns)
{
    private readonly ILookup<int, ActorMention> _mentions = findings.Actors
        .Select(m => OfOrganisation(findings, m))
        .Where(m => findings.TokenAt(m.Span.Start) is not null)
        .ToLookup(m => findings.TokenAt(m.Span.Start)!.Value);

    private readonly ILookup<int, AgreementMention> _agreements = findings.Agreements.Where(a => findings.TokenAt(a.Span.Start) is not null).ToLookup(a => findings.TokenAt(a.Span.Start)!.Value);

    public IReadOnlyList<Element> Read(Sentence sentence)
    {
        var elements = new List<Element>(sentence.TokenCount);
        for (var token = sentence.FirstToken; token < sentence.EndToken;)
        {
            var element = Mention(token) ?? Agreement(token) ?? Word(token);
            elements.Add(element);
            token = After(element, token, sentence.EndToken);
        }

        return elements;
    }

    /// <summary>The longest mention that begins at the token, with all actors that share its words. A pronoun counts as the one it stands for.</summary>
    private Element? Mention(int token)
    {
        if (!_mentions.Contains(token))
        {
            return null;
        }

        var here = _mentions[token].ToList();
        var span = here.MinBy(m => m.Span)!.Span;
        var word = findings.Analyzed.Tokens[token];
        var form = span.In(findings.Text).ToLowerInvariant();
        return new Element(span, token, form.StartsWith("the ", StringComparison.Ordinal) ? form[4..] : form, word.Lemma.ToLowerInvariant(), word.Upos)
        {
            Actors = [.. here.Where(m => m.Span == span)],
            Phrase = here.Any(m => m.Span == span && m.Actor.Kind == ActorKind.Organisation) ? "bloc" : null,
        };
    }

    /// <summary>The name of a treaty or initiative of data/, as one piece that stands at the word on which the others hang.</summary>
    private Element? Agreement(int token)
    {
        if (_agreements[token].FirstOrDefault() is not { } mention)
        {
            return null;
        }

        var word = findings.Analyzed.Tokens[findings.HeadOf(mention.Span) ?? token];
        return new Element(mention.Span, findings.HeadOf(mention.Span) ?? token, mention.Span.In(findings.Text).ToLowerInvariant(), word.Lemma.ToLowerInvariant(), word.Upos)
        {
            Agreement = mention,
            Phrase = mention.Kind is "initiative" or "plan" or "format" or "doctrine" ? null : "agreement",
        };
    }

    private Element Word(int token)
    {
        var word = findings.Analyzed.Tokens[token];
        var lemma = word.Lemma.ToLowerInvariant();
        var named = word.Upos is "NOUN" or "PROPN" or "X" || IsMistagged(word) ? nouns.KindOf(lemma) : null;
        return new Element(word.Span, token, findings.Tree.Lower(token), lemma, word.Upos) { Phrase = named == Next(token) && word.Deprel == "compound" ? null : named };
    }

    /// <summary>"Pipeline project", "loan agreement": the last of them names it.</summary>
    private string? Next(int token) => token + 1 < findings.Analyzed.Tokens.Count && findings.Analyzed.Tokens[token + 1] is { Upos: "NOUN" } noun ? nouns.KindOf(noun.Lemma.ToLowerInvariant()) : null;

    /// <summary>"Will sign accords": taken for a verb, and yet no clause of its own.</summary>
    private static bool IsMistagged(Token word) => word is { Upos: "VERB", Deprel: "compound:prt" or "obj" or "compound" or "obl" or "nmod" };

    /// <summary>"member of the Arctic Council" is a mention of the council: here only the words of its name are, so that a pattern sees "member of".</summary>
    private static ActorMention OfOrganisation(Findings findings, ActorMention mention)
    {
        if (mention is not { Via: "office", Actor.Kind: ActorKind.Organisation } || findings.TokenAt(mention.Span.Start) is not { } first)
        {
            return mention;
        }

        var tokens = findings.Analyzed.Tokens;
        for (var at = first + 1; at < tokens.Count && tokens[at].Span.End < mention.Span.End; at++)
        {
            if (tokens[at].Upos is "ADP")
            {
                var name = tokens[at + 1].Upos == "DET" && at + 2 < tokens.Count ? tokens[at + 2] : tokens[at + 1];
                return mention with { Span = TextSpan.FromBounds(name.Span.Start, Math.Max(name.Span.End, mention.Span.End)) };
            }
        }

        return mention;
    }

    private int After(Element element, int token, int end)
    {
        var tokens = findings.Analyzed.Tokens;
        do
        {
            token++;
        }
        while (token < end && tokens[token].Span.Start < element.Span.End);
        return token;
    }
}
