namespace Entente.Claims.Coding.Judging;

/// <summary>How something is told: how surely, whether it is affirmed, and the readings.</summary>
internal readonly record struct Told(Degree Degree, Readings Readings)
{
    public static Told Plain { get; } = new(Degree.Certain, Readings.None);

    public Told Flipped => this with { Degree = Degree.Negated };

    public bool IsNegative => Degree.Polarity == Polarity.Negative;

    /// <summary>Takes one more degree into account: not surer than either; negative if exactly one is.</summary>
    public Told With(Degree degree, Readings reading)
    {
        var polarity = Degree.Polarity == degree.Polarity ? Polarity.Positive : Polarity.Negative;
        return new Told(new Degree(degree.Certainty, polarity).AtMost(Degree.Certainty), Readings | reading);
    }

    /// <summary>Neither affirmed nor denied, as in a condition, a question, a wish.</summary>
    public Told Supposed => With(Degree.Unknown, Readings.Hypothetical);
}

/// <summary>The words that decided so far, innermost first.</summary>
internal sealed record Trail(TextSpan Word, Trail? Above)
{
    public static List<TextSpan> Words(Trail? trail, List<TextSpan>? own)
    {
        var words = new List<TextSpan>();
        for (var at = trail; at is not null; at = at.Above)
        {
            words.Add(at.Word);
        }

        words.Reverse();
        words.AddRange(own ?? []);
        return [.. words.Distinct()];
    }

    /// <summary>The trail with the words of a clause and the word that rules what stands under it.</summary>
    public static Trail Then(Trail? trail, List<TextSpan>? words, TextSpan ruler)
    {
        foreach (var word in words ?? [])
        {
            trail = new Trail(word, trail);
        }

        return new Trail(ruler, trail);
    }
}

/// <summary>What the words above say of a word.</summary>
/// <param name="Outer">How the whole around it is told: what is presupposed inside keeps this.</param>
internal readonly record struct Context(Told Told, Told Outer, Links Links, Clause? Shared, Trail? Trail)
{
    public static Context Start { get; } = new(Told.Plain, Told.Plain, Links.None, null, null);

    /// <summary>What becomes of what a noun is about: "rejected the *plan* to merge", "kept the *promise* to leave".</summary>
    public Fate? Fate { get; init; }

    /// <summary>The same for what is presupposed: nothing of what is said of the words above touches it.</summary>
    public Context Presupposed => new(Outer, Outer, Links.None, null, null);
}

/// <summary>How a word that stands above a noun decides what the noun is about.</summary>
internal sealed record Fate(Told Told, Links Links, Trail? Trail);
