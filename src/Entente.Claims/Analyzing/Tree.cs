namespace Entente.Claims.Analyzing;

/// <summary>
/// The dependency trees of a document, to walk in: every question is answered from arrays made once, without allocating.
/// Tokens are named by their index in the document; relations by their universal part ("nsubj" also finds "nsubj:pass") or in full.
/// </summary>
public sealed class Tree
{
    private readonly Token[] _tokens;
    private readonly int[] _head;
    private readonly int[] _firstChild;
    private readonly int[] _children;
    private readonly int[] _left;
    private readonly int[] _right;
    private readonly int[] _sentence;
    private readonly int[] _root;
    private readonly string?[] _lower;

    private Tree(AnalyzedDocument document)
    {
        Document = document;
        _tokens = document.Tokens as Token[] ?? [.. document.Tokens];
        var count = _tokens.Length;
        _head = new int[count];
        _firstChild = new int[count + 1];
        _children = new int[count];
        _left = new int[count];
        _right = new int[count];
        _sentence = new int[count];
        _root = new int[document.Sentences.Count];
        _lower = new string?[count];
        FillHeads();
        FillChildren();
        FillReach();
    }

    public AnalyzedDocument Document { get; }

    /// <summary>The trees of a document.</summary>
    public static Tree Of(AnalyzedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new Tree(document);
    }

    /// <summary>The letters of a token in lower case: made once, for many passes ask for them.</summary>
    internal string Lower(int token) => _lower[token] ??= Document.Form(token).ToLowerInvariant();

    /// <summary>The word it depends on; null for the root of a sentence.</summary>
    public int? Head(int token) => _head[token] < 0 ? null : _head[token];

    /// <summary>Its dependents in text order.</summary>
    public ReadOnlySpan<int> Children(int token) => _children.AsSpan(_firstChild[token], _firstChild[token + 1] - _firstChild[token]);

    /// <summary>Whether a noun is known already: with "the", "this" or an owner.</summary>
    internal bool IsKnown(int noun)
    {
        foreach (var child in Children(noun))
        {
            if (Is(child, "nmod:poss") || (Is(child, "det") && _tokens[child].Lemma is "the" or "this" or "that" or "these" or "those"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The index of the sentence that a token is in.</summary>
    public int Sentence(int token) => _sentence[token];

    /// <summary>The root of a sentence; negative when it has no word.</summary>
    public int Root(int sentence) => _root[sentence];

    /// <summary>The first word of what depends on a token, itself included.</summary>
    public int LeftEdge(int token) => _left[token];

    /// <summary>The last word of what depends on a token, itself included.</summary>
    public int RightEdge(int token) => _right[token];

    /// <summary>The letters from the first to the last word of what depends on a token.</summary>
    public TextSpan Span(int token) => SpanOf(_left[token], _right[token]);

    /// <summary>The letters from one token to another, both included.</summary>
    public TextSpan SpanOf(int first, int last) => TextSpan.FromBounds(_tokens[first].Span.Start, _tokens[last].Span.End);

    /// <summary>Its head, the head of that, and so on to the root.</summary>
    public IEnumerable<int> Ancestors(int token)
    {
        for (var at = _head[token]; at >= 0; at = _head[at])
        {
            yield return at;
        }
    }

    /// <summary>Whether a token is the other, or depends on it at any remove.</summary>
    public bool IsUnder(int token, int ancestor)
    {
        while (token >= 0 && token != ancestor)
        {
            token = _head[token];
        }

        return token >= 0;
    }

    /// <summary>Whether a token stands in the relation: the name in full, or its universal part.</summary>
    public bool Is(int token, string relation) => Is(_tokens[token].Deprel, relation);

    /// <summary>Whether a relation is the named one or a subtype of it.</summary>
    public static bool Is(string deprel, string relation)
    {
        ArgumentNullException.ThrowIfNull(deprel);
        ArgumentNullException.ThrowIfNull(relation);
        return deprel.StartsWith(relation, StringComparison.Ordinal) && (deprel.Length == relation.Length || deprel[relation.Length] == ':');
    }

    /// <summary>The first dependent in the relation; null when there is none.</summary>
    public int? Child(int token, string relation)
    {
        foreach (var child in Children(token))
        {
            if (Is(child, relation))
            {
                return child;
            }
        }

        return null;
    }

    public bool Has(int token, string relation) => Child(token, relation) is not null;

    /// <summary>All dependents in the relation, in text order.</summary>
    public IEnumerable<int> ChildrenIn(int token, string relation)
    {
        for (var k = _firstChild[token]; k < _firstChild[token + 1]; k++)
        {
            if (Is(_children[k], relation))
            {
                yield return _children[k];
            }
        }
    }

    private void FillHeads()
    {
        var sentences = Document.Sentences;
        for (var s = 0; s < sentences.Count; s++)
        {
            _root[s] = -1;
            for (var i = sentences[s].FirstToken; i < sentences[s].EndToken; i++)
            {
                _sentence[i] = s;
                _head[i] = _tokens[i].Head ?? -1;
                if (_head[i] < 0 && _root[s] < 0)
                {
                    _root[s] = i;
                }
            }
        }
    }

    /// <summary>Counting sort by head keeps the dependents of each token in text order.</summary>
    private void FillChildren()
    {
        foreach (var head in _head)
        {
            if (head >= 0)
            {
                _firstChild[head + 1]++;
            }
        }

        for (var i = 0; i < _head.Length; i++)
        {
            _firstChild[i + 1] += _firstChild[i];
        }

        var next = _firstChild.AsSpan(0, _head.Length).ToArray();
        for (var i = 0; i < _head.Length; i++)
        {
            if (_head[i] >= 0)
            {
                _children[next[_head[i]]++] = i;
            }
        }
    }

    /// <summary>The edges of each subtree: from the first token on each tells those above it that it stands further left, until one has been told so; and back from the last.</summary>
    private void FillReach()
    {
        for (var i = 0; i < _head.Length; i++)
        {
            _left[i] = _right[i] = i;
        }

        for (var i = 0; i < _head.Length; i++)
        {
            for (var at = _head[i]; at >= 0 && _left[at] > i; at = _head[at])
            {
                _left[at] = i;
            }
        }

        for (var i = _head.Length - 1; i >= 0; i--)
        {
            for (var at = _head[i]; at >= 0 && _right[at] < i; at = _head[at])
            {
                _right[at] = i;
            }
        }
    }
}
