namespace Entente.Claims.Coding.Judging;

/// <summary>What a word does to what stands under it: one row of data/factuality.tsv, for one word.</summary>
/// <param name="Told">Certainty and polarity of the governed word when the governor is affirmed.</param>
/// <param name="Untold">The same when the governor is negated.</param>
internal sealed record Signature(char Pos, IReadOnlyList<string> Frames, Degree Told, Degree Untold, Links Link, Readings Reading)
{
    /// <summary>Presupposed whether the governor is affirmed or not ("regret that").</summary>
    public bool Presupposes => Told == Degree.Certain && Untold == Degree.Certain;
}

/// <summary>A certainty with a polarity: CT+, PR−, U …</summary>
internal readonly record struct Degree(Certainty Certainty, Polarity Polarity)
{
    public static Degree Certain { get; } = new(Certainty.Certain, Polarity.Positive);

    public static Degree Unknown { get; } = new(Certainty.Unknown, Polarity.Positive);

    public Degree Negated => this with { Polarity = Polarity == Polarity.Positive ? Polarity.Negative : Polarity.Positive };

    /// <summary>This degree, but not surer than the other.</summary>
    public Degree AtMost(Certainty certainty) => this with { Certainty = certainty > Certainty ? certainty : Certainty };

    /// <summary>Reads "CT+", "PR-", "U".</summary>
    /// <exception cref="FormatException">It is none of these.</exception>
    public static Degree Parse(string cell)
    {
        var polarity = cell.EndsWith('-') ? Polarity.Negative : Polarity.Positive;
        return cell.TrimEnd('+', '-') switch
        {
            "CT" => new Degree(Certainty.Certain, polarity),
            "PR" => new Degree(Certainty.Probable, polarity),
            "PS" => new Degree(Certainty.Possible, polarity),
            "U" => new Degree(Certainty.Unknown, polarity),
            _ => throw new FormatException($"factuality: '{cell}' is no degree such as CT+, PR- or U."),
        };
    }
}

/// <summary>How the predicate above takes a predicate (TimeML's SLINK; Pustejovsky et al. 2003).</summary>
[Flags]
internal enum Links
{
    None = 0,
    Evidential = 1,
    NegEvidential = 2,
    Modal = 4,
    Factive = 8,
    CounterFactive = 16,
    Conditional = 32,
}

/// <summary>Links by the names of the coded document.</summary>
internal static class LinkNames
{
    private static readonly string[][] _single = [[], ["evidential"], ["neg_evidential"], [], ["modal"]];

    public static IReadOnlyList<string> Of(Links links)
    {
        if ((int)links < _single.Length && links != (Links.Evidential | Links.NegEvidential))
        {
            return _single[(int)links];
        }

        var names = new List<string>();
        Add(Links.Evidential, "evidential");
        Add(Links.NegEvidential, "neg_evidential");
        Add(Links.Modal, "modal");
        Add(Links.Factive, "factive");
        Add(Links.CounterFactive, "counter_factive");
        Add(Links.Conditional, "conditional");
        return names;

        void Add(Links link, string name)
        {
            if (links.HasFlag(link))
            {
                names.Add(name);
            }
        }
    }
}
