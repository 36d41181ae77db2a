using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Judging;

/// <summary>Gathers what the children of one predicate say.</summary>
internal sealed class ClauseReading(Tree tree, int predicate, Signatures signatures, Conditions conditions)
{
    private const string NoTense = "";
    private readonly IReadOnlyList<Token> _tokens = tree.Document.Tokens;
    private readonly NegativeWords _nobody = new(tree, signatures);
    private string? _modal;
    private string? _finite;
    private Signature? _modalSignature;
    private Signature? _adverb;
    private bool _negated;
    private bool _negatedSubject;
    private bool _negatedObject;
    private bool _have;
    private bool _be;
    private bool _to;
    private List<TextSpan>? _words;

    public void See(int child)
    {
        var token = _tokens[child];
        switch (Frames.Base(token.Deprel))
        {
            case "aux" or "cop":
                SeeAuxiliary(token);
                break;
            case "advmod" or "det" or "cc" or "discourse":
                SeeParticle(child, token);
                break;
            case "mark" or "case":
                SeeMark(token);
                break;
            case "nsubj" or "csubj":
                _negatedSubject |= SeeNobody(_nobody.Of(child));
                SeeFew(child);
                break;
            case "obj" or "iobj":
                _negatedObject |= !IsLack(child) && !IsReported(child) && SeeNobody(_nobody.Of(child));
                break;
            case "obl" or "nmod":
                SeePhrase(child);
                break;
        }
    }

    public Clause Clause()
    {
        SeeRatherThan();
        var condition = conditions.Of(predicate);
        if (condition is { } clause && conditions.Word(clause) is { } word)
        {
            (_words ??= []).Add(word);
        }

        return Read(condition is not null);
    }

    private Clause Read(bool isConsequence) => new()
    {
        Tense = TenseOf() is { Length: > 0 } tense ? tense : null,
        Modal = _modal is "will" or "shall" ? null : _modal,
        ModalSignature = _modalSignature,
        Negated = _negated,
        NegatedSubject = _negatedSubject,
        NegatedObject = _negatedObject,
        Adverb = _adverb,
        HasAuxiliary = _finite is not null || _modal is not null,
        Infinitive = _to,
        Perfect = _have,
        Consequence = isConsequence,
        Words = _words,
    };

    private void SeeAuxiliary(Token token)
    {
        if (token.Xpos == "MD")
        {
            _modal = ModalOf(token);
            _modalSignature = signatures.Particle(_modal, 'M');
            Note(token);
            return;
        }

        _have |= token.Lemma is "have";
        _be |= token.Lemma is "be";
        if (token.Xpos is "VBD" or "VBZ" or "VBP")
        {
            _finite = _finite ?? token.Xpos;
        }
    }

    private string ModalOf(Token token) => tree.Document.Text.AsSpan(token.Span.Start, token.Span.Length) switch
    {
        "'ll" or "’ll" or "wo" or "'Ll" => "will",
        "ca" => "can",
        "'d" or "’d" => "would",
        _ => token.Lemma is "will" or "shall" ? token.Lemma : token.Span.In(tree.Document.Text).ToLowerInvariant(),
    };

    private void SeeParticle(int child, Token token)
    {
        if (IsNegation(child, token) && !IsOfInfinitive(child))
        {
            _negated = !_negated;
            Note(token);
        }
        else if (token.Upos is "ADV" or "ADJ" && AdverbOf(child, token) is { } adverb)
        {
            _adverb = adverb;
            Note(token);
        }
    }

    private bool IsNegation(int child, Token token) => signatures.Particle(token.Lemma, 'Z') is not null
        && token.Lemma != "without" && !OpensNotOnly(child) && (token.Upos != "DET" || _tokens[predicate].Upos is "NOUN" or "ADJ" or "PROPN");

    /// <summary>"not *only* the army but …", "not *just*": denies nothing.</summary>
    private bool OpensNotOnly(int child) => child + 1 < _tokens.Count && _tokens[child + 1].Lemma is "only" or "just" or "merely" or "simply" or "least";

    /// <summary>"were careful *not* to blame": the parser may hang it on the word above.</summary>
    private bool IsOfInfinitive(int child) => child > predicate && child + 1 < _tokens.Count && _tokens[child + 1] is { Lemma: "to", Upos: "PART" } && _tokens[child + 1].Head != predicate;

    /// <summary>The same from the infinitive's side.</summary>
    private void SeeNotTo(Token to)
    {
        var at = predicate;
        while (at > 0 && _tokens[at].Span != to.Span)
        {
            at--;
        }

        if (at > 0 && _tokens[at - 1] is { Lemma: "yet" } yet)
        {
            _negated = true;
            Note(yet);
        }
        else if (at > 0 && _tokens[at - 1] is { Lemma: "not" or "never" } word && _tokens[at - 1].Head != predicate && _tokens[at - 1].Head != at)
        {
            _negated = true;
            Note(word);
        }
    }

    /// <summary>"*Few* states signed", but not "a few", "the last few".</summary>
    private void SeeFew(int subject)
    {
        var left = tree.LeftEdge(subject);
        if (_tokens[left] is { Lemma: "few", Upos: "ADJ" } few && (left == subject || _tokens[left].Head == subject) && signatures.Particle(few.Lemma, 'R') is { } signature)
        {
            _adverb = signature;
            Note(few);
        }
    }

    private Signature? AdverbOf(int child, Token token)
    {
        foreach (var degree in tree.Children(child))
        {
            if (signatures.Particle(_tokens[degree].Lemma + " " + token.Lemma, 'R') is { } phrase)
            {
                return phrase;
            }
        }

        if (child > 0 && signatures.Particle(_tokens[child - 1].Lemma + " " + token.Lemma, 'R') is { } before)
        {
            return before;
        }

        return SeenNegation(child) ? null : signatures.Particle(token.Lemma, 'R') ?? Near(child, token);
    }

    /// <summary>"*nearly* sank" did not; "nearly doubled" is a measure.</summary>
    private Signature? Near(int child, Token token) =>
        child + 1 == predicate && signatures.Of(signatures.VerbLemma(_tokens[predicate].Lemma, tree.Document.Form(predicate)), 'V', "near") is not null ? signatures.Of(token.Lemma, 'R', "near") : null;

    /// <summary>"no *longer*": the state has ended, which denies it for now.</summary>
    private bool SeenNegation(int child)
    {
        foreach (var part in tree.Children(child))
        {
            if (_tokens[part].Lemma is "no" && _tokens[child].Lemma is "long" or "longer")
            {
                _negated = true;
                Note(_tokens[part]);
                return true;
            }
        }

        return false;
    }

    private void SeeMark(Token token)
    {
        if (token.Lemma == "to" && token.Upos == "PART")
        {
            _to = true;
            SeeNotTo(token);
        }
        else if (token.Lemma == "without" || (token.Lemma is "instead" or "rather" && signatures.Particle(PhraseOf(token), 'Z') is not null))
        {
            _negated = true;
            Note(token);
        }
    }

    /// <summary>The word with the one after it: "instead of".</summary>
    private string PhraseOf(Token token)
    {
        for (var i = Math.Max(0, predicate - 8); i + 1 < _tokens.Count && i <= predicate; i++)
        {
            if (_tokens[i].Span == token.Span)
            {
                return tree.Lower(i) + " " + tree.Lower(i + 1);
            }
        }

        return token.Lemma;
    }

    /// <summary>"*Rather than* attack the town, the army left": taken for a link of the main verb.</summary>
    private void SeeRatherThan()
    {
        var left = tree.LeftEdge(predicate);
        if (left >= 2 && _tokens[left - 1].Lemma == "than" && _tokens[left - 2] is { Lemma: "rather" } rather && rather.Head != predicate && _tokens[predicate].Upos is "VERB" or "NOUN"
            && left - 2 == tree.Document.Sentences[tree.Sentence(predicate)].FirstToken)
        {
            _negated = true;
            Note(rather);
        }
    }

    /// <summary>"has no harbour": that something is lacking is so.</summary>
    private bool IsLack(int child) => _tokens[predicate].Lemma == "have" && _tokens[child].Upos != "PRON";

    /// <summary>"said *no ship had left*", taken for an object; "reported no losses", "expects no change": the saying and the expecting are so.</summary>
    private bool IsReported(int child) => _tokens[child].Upos == "NOUN" && _tokens[predicate].Upos == "VERB"
        && signatures.Of(_tokens[predicate].Lemma, 'V', "that") is { Link: Links.Evidential or Links.Modal };

    /// <summary>"*Nobody* came", "*no* ship has left", "signed *nothing*". Said twice it is denied once: nobody writes "nobody signed nothing" for "all did".</summary>
    private bool SeeNobody(Token? word)
    {
        if (word is { } nobody)
        {
            _negated = true;
            Note(nobody);
        }

        return word is not null;
    }

    /// <summary>"at *no* time", "in *no* way".</summary>
    private void SeePhrase(int child)
    {
        if (_tokens[child].Lemma is "time" or "way" or "means" or "circumstance" && tree.IsNegated(child))
        {
            _negated = true;
        }
        else
        {
            _negatedObject |= SeeNobody(_nobody.OfPhrase(child));
        }
    }

    private string? TenseOf()
    {
        if (_modal is "will" or "shall")
        {
            return "future";
        }

        if (_modal is not null || _to)
        {
            return _be && _to && _finite is not null ? "future" : null;
        }

        var finite = _finite ?? _tokens[predicate].Xpos;
        return finite switch
        {
            "VBD" => "past",
            "VBZ" or "VBP" => _have ? "past" : "present",
            "VBN" => _tokens[predicate].Upos == "VERB" ? "past" : null,
            "VBG" => "present",
            _ => NoTense,
        };
    }

    private void Note(Token token) => (_words ??= []).Add(token.Span);
}
