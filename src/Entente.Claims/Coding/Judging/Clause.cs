using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Judging;

/// <summary>What the small words of one clause say about its predicate: tense, modal word, negation, condition, adverbs of degree.</summary>
internal readonly record struct Clause
{
    public string? Tense { get; init; }

    /// <summary>The modal word in the table's form ("would" for "'d").</summary>
    public string? Modal { get; init; }

    public Signature? ModalSignature { get; init; }

    public bool Negated { get; init; }

    /// <summary>"Nobody came": denied of all that is said of the subject.</summary>
    public bool NegatedSubject { get; init; }

    /// <summary>"condemned nobody": denied of this predicate, not of those that are joined to it.</summary>
    public bool NegatedObject { get; init; }

    /// <summary>An adverb that says how sure it is ("probably", "allegedly").</summary>
    public Signature? Adverb { get; init; }

    /// <summary>Has an auxiliary that a joined verb may share.</summary>
    public bool HasAuxiliary { get; init; }

    /// <summary>"to" before a bare form.</summary>
    public bool Infinitive { get; init; }

    /// <summary>"must have gone": the modal tells of a conclusion, not of a duty.</summary>
    public bool Perfect { get; init; }

    /// <summary>The clause takes part in a condition, on the side of the consequence.</summary>
    public bool Consequence { get; init; }

    /// <summary>The deciding words in text order; null when there is none.</summary>
    public List<TextSpan>? Words { get; init; }
}

/// <summary>Reads the small words around a predicate.</summary>
internal sealed class ClauseReader(Signatures signatures)
{
    private const string NoTense = "";

    /// <summary>What the clause of a predicate says; <paramref name="shared"/> is that of the verb it is joined to, whose auxiliaries it may share.</summary>
    public Clause Read(Tree tree, int predicate, Clause? shared)
    {
        var own = new Reading(tree, predicate, signatures);
        foreach (var child in tree.Children(predicate))
        {
            own.See(child);
        }

        var clause = own.Clause();
        if (shared is { NegatedSubject: true } nobody && !clause.Negated && !clause.NegatedSubject && !tree.Has(predicate, "nsubj"))
        {
            clause = clause with { Negated = true, NegatedSubject = true, Words = [.. nobody.Words ?? [], .. clause.Words ?? []] };
        }

        return shared is { HasAuxiliary: true } first && !clause.HasAuxiliary && Shares(tree, predicate) ? Share(clause, first) : clause;
    }

    /// <summary>"will *meet* and *sign*": a joined bare form or participle without a subject of its own shares the auxiliaries.</summary>
    private static bool Shares(Tree tree, int predicate)
    {
        if (tree.Has(predicate, "nsubj") || tree.Head(predicate) is not { } first)
        {
            return false;
        }

        var tokens = tree.Document.Tokens;
        return (tokens[predicate].Xpos, tokens[first].Xpos) switch
        {
            ("VB", "VB") or ("VBG", "VBG") or ("VBN", "VBN" or "VBD") or ("VBP", "VB") => true,
            ("VBD", "VBN") => tree.Has(first, "aux"),
            ("JJ" or "NN" or "NNS" or "JJR", "JJ" or "NN" or "NNS" or "JJR") => true,
            _ => false,
        };
    }

    private static Clause Share(Clause own, Clause first) => own with
    {
        Tense = first.Tense ?? own.Tense,
        Modal = first.Modal,
        ModalSignature = first.ModalSignature,
        Negated = own.Negated || (first.Negated && !first.NegatedObject),
        HasAuxiliary = true,
        Consequence = own.Consequence || first.Consequence,
        Words = own.Words is null ? first.Words : [.. first.Words ?? [], .. own.Words],
    };

    /// <summary>Gathers what the children of one predicate say.</summary>
    private sealed class Reading(Tree tree, int predicate, Signatures signatures)
    {
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
        private bool _condition;
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
                    break;
                case "obj" or "iobj":
                    _negatedObject |= !IsLack(child) && SeeNobody(_nobody.Of(child));
                    break;
                case "advcl":
                    _condition |= IsCondition(child);
                    break;
                case "obl" or "nmod":
                    SeePhrase(child);
                    break;
            }
        }

        public Clause Clause() => new()
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
            Consequence = _condition,
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
            if (IsNegation(child, token))
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

            return SeenNegation(child) ? null : signatures.Particle(token.Lemma, 'R');
        }

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
            }
            else if (token.Lemma == "without")
            {
                _negated = true;
                Note(token);
            }
        }

        /// <summary>"has no harbour": that something is lacking is so.</summary>
        private bool IsLack(int child) => _tokens[predicate].Lemma == "have" && _tokens[child].Upos != "PRON";

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

        private bool IsCondition(int child) => Frames.Mark(tree, child) is { } mark && signatures.Particle(mark, 'C') is not null && !IsEven(child);

        /// <summary>"*even* if it rains": the consequence holds anyway.</summary>
        private bool IsEven(int child)
        {
            var mark = tree.Child(child, "mark");
            return mark is > 0 && _tokens[mark.Value - 1].Lemma is "even" or "as";
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
}
