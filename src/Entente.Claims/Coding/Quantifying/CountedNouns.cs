using Entente.Claims.Coding.Scanning;

namespace Entente.Claims.Coding.Quantifying;

/// <summary>The noun that a number counts: from the tree where there is one, else the last plural of the words that follow.</summary>
internal sealed class CountedNouns
{
    private const int Farthest = 5;

    private static readonly Dictionary<string, string> _irregular = new(StringComparer.OrdinalIgnoreCase)
    {
        ["people"] = "person",
        ["men"] = "man",
        ["women"] = "woman",
        ["children"] = "child",
        ["lives"] = "life",
        ["wives"] = "wife",
        ["feet"] = "foot",
        ["teeth"] = "tooth",
        ["police"] = "police",
        ["aircraft"] = "aircraft",
        ["series"] = "series",
        ["media"] = "medium",
        ["troops"] = "troop",
    };

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _stops;

    private CountedNouns(HashSet<string> stops) => _stops = stops.GetAlternateLookup<ReadOnlySpan<char>>();

    public static CountedNouns Load() =>
        new(new HashSet<string>(Table.Shipped("quantity-stopwords").Rows.Select(r => r.Required("word")), StringComparer.OrdinalIgnoreCase));

    /// <summary>The noun in the singular, and the lexeme after it.</summary>
    public (string Noun, int End)? After(AnalyzedDocument document, Lexemes s, int number, int at)
    {
        if (Parsed(document, s, number) is { } token && Depends(document, s, token, at) is { } told)
        {
            return told;
        }

        (string Noun, int End)? found = null;
        for (var i = at; i < at + Farthest && s.IsWord(i) && !_stops.Contains(s.Form(i)); i = s.IsHyphen(i + 1) ? i + 2 : i + 1)
        {
            if (Singular(s.Form(i).ToString()) is { } singular)
            {
                found = (singular, i + 1);
            }
            else if (found is not null)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>The one word after, in whatever number: "1 ship", "per barrel".</summary>
    public string? One(Lexemes s, int at) => s.IsWord(at) && s[at].Length > 1 && !_stops.Contains(s.Form(at)) ? Singular(s.Form(at).ToString()) ?? s.Form(at).ToString().ToLowerInvariant() : null;

    /// <summary>Null for a word that is no plural.</summary>
    public static string? Singular(string word)
    {
        if (_irregular.TryGetValue(word, out var irregular))
        {
            return irregular;
        }

        var low = word.ToLowerInvariant();
        if (low.Length < 4 || !low.EndsWith('s') || low.EndsWith("ss", StringComparison.Ordinal) || low.EndsWith("us", StringComparison.Ordinal) || low.EndsWith("is", StringComparison.Ordinal))
        {
            return null;
        }

        return low.EndsWith("ies", StringComparison.Ordinal) && low.Length > 4 ? low[..^3] + "y"
            : low.EndsWith("sses", StringComparison.Ordinal) || low.EndsWith("xes", StringComparison.Ordinal) || low.EndsWith("ches", StringComparison.Ordinal) || low.EndsWith("shes", StringComparison.Ordinal) ? low[..^2] : low[..^1];
    }

    private static int? Parsed(AnalyzedDocument document, Lexemes s, int number) =>
        document.TokenAt(s[number].Start) is { } token && document.Tokens[token].Upos != "X" ? token : null;

    /// <summary>The noun that the number depends on in the tree.</summary>
    private static (string Noun, int End)? Depends(AnalyzedDocument document, Lexemes s, int token, int at)
    {
        var head = token;
        for (var steps = 0; steps < 3 && document.Tokens[head].Upos is "NUM" or "SYM" && document.Tokens[head].Head is { } up; steps++)
        {
            if (document.Tokens[head].Deprel is not ("nummod" or "compound" or "nummod:gov" or "flat"))
            {
                break;
            }

            head = up;
        }

        var noun = document.Tokens[head];
        if (head == token || noun.Upos is not ("NOUN" or "PROPN") || !s.Has(at) || noun.Span.Start < s[at].Start)
        {
            return null;
        }

        return (noun.Upos == "NOUN" ? _irregular.GetValueOrDefault(noun.Span.In(document.Text), noun.Lemma).ToLowerInvariant() : noun.Lemma, s.IndexAt(noun.Span.End - 1) + 1);
    }
}
