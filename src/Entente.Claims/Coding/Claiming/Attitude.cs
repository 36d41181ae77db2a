namespace Entente.Claims.Coding.Claiming;

/// <summary>
/// A word by which somebody takes a side, as a row of data/attitudes.tsv has it: "opposes", "is critical of", "support for". Words that take no side themselves turn the matter round
/// ("lift", "an end to") or hand it on ("impose", "the idea of").
/// </summary>
internal sealed record Attitude(string Word, char Class, Leaning Leaning, IReadOnlyList<string> Places, Leaning? Negated)
{
    /// <summary>The matter is the object or, of a passive, the subject.</summary>
    public const string Object = "O";

    /// <summary>The matter is a clause.</summary>
    public const string Clause = "X";

    /// <summary>The matter is the subject: "sanctions are illegal". Who says so holds it.</summary>
    public const string Subject = "S";

    /// <summary>Whether it takes a side itself.</summary>
    public bool IsTaken => Leaning is Leaning.For or Leaning.Against or Leaning.Unsure;

    /// <summary>What it comes to when it is negated: who does not support is against, who does not condemn takes no side.</summary>
    public Leaning Under(bool negated) => !negated ? Leaning : Negated ?? (Leaning == Leaning.For ? Leaning.Against : Leaning == Leaning.Against ? Leaning.Unsure : Leaning);
}

/// <summary>Which side a word takes.</summary>
internal enum Leaning
{
    For,
    Against,
    Unsure,

    /// <summary>It turns the matter round: who wants sanctions lifted is against sanctions.</summary>
    Turn,

    /// <summary>It hands the matter on.</summary>
    Same,
}

/// <summary>The rows of data/attitudes.tsv by word and class.</summary>
internal sealed class AttitudeTable
{
    private readonly ILookup<(string, char), Attitude> _rows;
    private readonly HashSet<string> _unnamed;
    private readonly HashSet<string> _common;

    private AttitudeTable(IReadOnlyList<Attitude> rows, HashSet<string> unnamed, HashSet<string> common)
    {
        _rows = rows.ToLookup(r => (r.Word, r.Class));
        (_unnamed, _common) = (unnamed, common);
    }

    public static AttitudeTable Load()
    {
        var rows = Table.Shipped("attitudes").Rows;
        return new(
            [.. rows.Where(r => r["class"] is not ("h" or "c")).SelectMany(r => r.List("words").Select(w => new Attitude(w, r.Required("class")[0], Read(r.Required("leaning")), r.List("places"), r["negated"] is { } negated ? Read(negated) : null)))],
            [.. rows.Where(r => r["class"] is "h").SelectMany(r => r.List("words"))],
            [.. rows.Where(r => r["class"] is "c").SelectMany(r => r.List("words"))]);
    }

    /// <summary>The row of a word whose matter stands in the place.</summary>
    public Attitude? Of(SentenceView sentence, int token, string place)
    {
        foreach (var row in Rows(sentence, token))
        {
            if (row.Places.Contains(place, StringComparer.Ordinal))
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>Whether a noun stands for people who hold positions and are not named: "critics", "analysts".</summary>
    public bool IsUnnamed(string lemma) => _unnamed.Contains(lemma);

    /// <summary>Whether a noun is for what many hold: "a common trope", "the received wisdom".</summary>
    public bool IsCommon(string lemma) => _common.Contains(lemma);

    private IEnumerable<Attitude> Rows(SentenceView sentence, int token)
    {
        var word = sentence.Findings.Analyzed.Tokens[token];
        var lemma = word.Lemma.ToLowerInvariant();
        return word.Upos switch
        {
            "VERB" or "AUX" when sentence.Tree.Child(token, "compound:prt") is { } particle => _rows[($"{lemma} {sentence.Form(particle)}", 'v')].Concat(_rows[(lemma, 'v')]),

            // "is opposed to", "is divided over": a participle that tells a state stands as an adjective.
            "VERB" or "AUX" => _rows[(sentence.Form(token), 'a')].Concat(_rows[(lemma, 'v')]),
            "ADJ" => _rows[(sentence.Form(token), 'a')].Concat(_rows[(lemma, 'a')]),
            "NOUN" or "PROPN" => _rows[(lemma, 'n')],
            _ => _rows[(lemma, 'a')],
        };
    }

    private static Leaning Read(string word) => Enum.Parse<Leaning>(word, ignoreCase: true);
}
