using Entente.Claims.Analyzing;

namespace Entente.Claims.Coding.Judging;

/// <summary>
/// One walk from the root of a sentence to its leaves. Each predicate gets what the predicates above it make of it, then what its own small words add,
/// and hands on what it makes of those under it.
/// </summary>
internal sealed class SentenceJudge
{
    private readonly Tree _tree;
    private readonly EventNouns _nouns;
    private readonly List<Predicate> _found;
    private readonly ClauseReader _clauses;
    private readonly Governors _governors;
    private readonly Conditions _conditions;
    private readonly Composing _composing;
    private readonly Passing _passing;
    private readonly SpokenClauses _spoken;
    private readonly Stack<(int Token, Context Context)> _open = new();

    public SentenceJudge(Tree tree, Signatures signatures, EventNouns nouns, List<Predicate> found)
    {
        _tree = tree;
        _nouns = nouns;
        _found = found;
        _conditions = new Conditions(tree, signatures);
        _clauses = new ClauseReader(tree, signatures, _conditions);
        _governors = new Governors(tree, signatures);
        _composing = new Composing(tree, signatures);
        _passing = new Passing(tree, nouns, signatures, _governors, _conditions);
        _spoken = new SpokenClauses(tree, signatures);
    }

    public void Judge(int root)
    {
        _spoken.Note(root);
        _open.Push((root, Context.Start));
        while (_open.TryPop(out var next))
        {
            Visit(next.Token, next.Context);
        }
    }

    private void Visit(int token, Context context)
    {
        context = Said(token, context);
        var clause = _clauses.Read(token, context.Shared);
        var isPredicate = Predicates.Is(_tree, token, _nouns);
        var told = isPredicate ? _composing.Own(token, _spoken.IsAnnounced(token) ? context with { Links = context.Links | Links.Evidential } : context, clause) : IsNone(token, clause) ? context.Told.Flipped : context.Told;
        if (isPredicate)
        {
            _found.Add(Make(token, context, clause, told, context.Links | OwnLinks(token, clause)));
        }

        var above = new Above(token, context, clause, told, isPredicate);
        foreach (var child in _tree.Children(token))
        {
            if (!IsSmall(_tree.Document.Tokens[child].Deprel))
            {
                _open.Push((child, _passing.Under(above, child)));
            }
        }
    }

    /// <summary>"The best *guess* is that he sold it": the clause is the predicate, and the noun before "is" says what it is. Also a condition that the parser made the main clause.</summary>
    private Context Said(int token, Context context)
    {
        if (_tree.Child(token, "nsubj:outer") is { } outer && _governors.OfNoun(outer, Frames.IsInfinitive(_tree, token) ? "to" : "that") is { } signature)
        {
            return _passing.Governed(new Above(outer, context, default, context.Told, true), new Ruling(signature, outer), false);
        }

        if (_spoken.Opinion(token) is { } opinion)
        {
            context = context with { Told = context.Told.With(opinion.Told, opinion.Reading) };
        }

        return _tree.Head(token) is null && _conditions.Is(token) ? context with { Told = context.Told.Supposed, Links = context.Links | Links.Conditional } : context;
    }

    /// <summary>"*no* evidence that he left": what the noun would vouch for hangs in the air.</summary>
    private bool IsNone(int token, Clause clause) => clause.Negated && _tree.Document.Tokens[token].Upos == "NOUN";

    private static bool IsSmall(string relation) => relation is "punct" or "aux" or "aux:pass" or "cop" or "mark" or "det" or "case" or "cc" or "fixed" or "flat" or "goeswith";

    private Links OwnLinks(int token, Clause clause) => _spoken.Of(token) | (clause.Consequence ? Links.Conditional : Links.None);

    private Predicate Make(int token, Context context, Clause clause, Told told, Links links)
    {
        if (_governors.Attribute(token) is { } attribute)
        {
            told = told.With(attribute.Told, attribute.Reading);
            links |= attribute.Link;
        }

        var readings = told.Readings == Readings.None ? told.Degree.Certainty >= Certainty.Possible ? Readings.Hypothetical : Readings.Asserted : Factualities.AtMostTwo(told.Readings);
        var factuality = new Factuality(told.Degree.Certainty, told.Degree.Polarity, readings);
        return new Predicate(_tree.Document.Tokens[token].Span, token, factuality)
        {
            Tense = clause.Tense ?? (context.Shared is { Tense: "future" } && clause.Infinitive ? "future" : null),
            Modality = clause.Modal,
            Links = LinkNames.Of(links),
            Trail = Trail.Words(context.Trail, clause.Words),
        };
    }
}

/// <summary>A word that has been judged, for those under it.</summary>
internal readonly record struct Above(int Token, Context Context, Clause Clause, Told Told, bool IsPredicate);
