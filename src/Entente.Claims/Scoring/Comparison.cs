namespace Entente.Claims.Scoring;

/// <summary>What of a claim is compared, one by one.</summary>
public enum Aspect
{
    Mode,
    Actors,
    Recipients,

    /// <summary>Readings, with polarity and certainty.</summary>
    Told,

    Time,

    /// <summary>Who says so, through whom.</summary>
    Source,

    Contexts,

    /// <summary>Unit and change of a number.</summary>
    Quantity,
}

/// <summary>A claim of gold beside the coder's: both when they belong together, one alone when it is missed or too many.</summary>
public sealed record Comparison(ExpectedClaim? Expected, Claim? Got, CodedDocument? Document)
{
    /// <summary>Of each thing that gold asserts, whether the coder's is right.</summary>
    public IReadOnlyDictionary<Aspect, bool> Aspects { get; init; } = new Dictionary<Aspect, bool>();

    public bool IsMissed => Got is null && !Expected!.IsOptional;

    public bool IsTooMany => Expected is null;

    /// <summary>Whether both are there and nothing is wrong; of what is optional also when it is not there.</summary>
    public bool IsRight => Got is null ? Expected!.IsOptional : Expected is not null && Aspects.Values.All(right => right);

    /// <summary>Whether none of these is wrong.</summary>
    public bool Has(params ReadOnlySpan<Aspect> aspects)
    {
        foreach (var aspect in aspects)
        {
            if (Aspects.TryGetValue(aspect, out var right) && !right)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The two beside each other, or null when the coder's can't be the one that gold means: of another type or number, from another sentence.</summary>
    internal static Comparison? Of(ExpectedClaim expected, Claim got, CodedDocument document)
    {
        var text = document.Document.Text;
        if (got.Kind != expected.Kind || !IsMeant(expected, got, text) || (expected.Quote is { } quote && !Texts.Share(got.Evidence.In(text), quote)))
        {
            return null;
        }

        var aspects = new SortedDictionary<Aspect, bool>();
        void Add(Aspect aspect, bool? right)
        {
            if (right is { } value)
            {
                aspects.Add(aspect, value);
            }
        }

        var (actors, recipients, mode) = Sides(got.Body);
        Add(Aspect.Mode, expected.Mode is null ? null : got.Kind == ClaimKind.Role ? Holds(mode, expected.Mode) : expected.Mode == (mode ?? "-"));
        Add(Aspect.Actors, Same(expected.Actors, actors, text));
        Add(Aspect.Recipients, Same(expected.Recipients, recipients, text));
        Add(Aspect.Told, Told(expected, got.Factuality));
        Add(Aspect.Time, expected.Time is null ? null : got.Time is { } time && time.Interval == expected.Time && (expected.TimeBasis is null || expected.TimeBasis == time.Basis));
        Add(Aspect.Source, expected.Via is null ? null : Same(expected.Via, got.Chain));
        Add(Aspect.Contexts, expected.Contexts is null || got.Body is not EventMention e ? null : expected.Contexts.All(c => e.Contexts.Contains(c, StringComparer.Ordinal)));
        Add(Aspect.Quantity, expected.Quantity is null || got.Body is not FigureClaim f ? null : Same(expected.Quantity, f.Quantity));
        return new Comparison(expected, got, document) { Aspects = aspects };
    }

    private static bool IsMeant(ExpectedClaim expected, Claim got, string text) => got.Body switch
    {
        EventMention e => e.Type == expected.Type && (expected.Trigger is null || e.Trigger.In(text).Contains(expected.Trigger, StringComparison.OrdinalIgnoreCase)),
        FigureClaim f => (expected.Quantity is null || (Near(expected.Quantity.Value, f.Quantity.Value) && (expected.Quantity.High is null || Near(expected.Quantity.High.Value, f.Quantity.High))))
            && Holds(f.Quantity.Of?.In(text), expected.Of),
        CountClaim c => (expected.Quantity is null || Near(expected.Quantity.Value, c.N)) && Holds(c.What, expected.Of),
        AgreementClaim a => Holds(a.Name, expected.Of),
        LabelClaim l => Holds(l.Words.In(text), expected.Of),
        PositionClaim p => Holds(p.Proposition, expected.Of),
        _ => true,
    };

    private static (IReadOnlyList<ActorMention> Actors, IReadOnlyList<ActorMention> Recipients, string? Mode) Sides(ClaimBody body) => body switch
    {
        EventMention e => (e.Actors, e.Recipients, e.Mode),
        FigureClaim f => (f.Whose, [], f.Record),
        CountClaim c => (c.Whose, [], null),
        MembershipClaim m => ([m.Actor], [m.Organisation], m.Standing),
        AgreementClaim a => (a.Parties, [], a.State),
        LabelClaim l => (l.About, [], null),
        RoleClaim r => ([r.Person], [], r.Office),
        PositionClaim p => (p.Holder is { } holder ? [holder] : [], [], p.Stance),
        _ => ([], [], null),
    };

    /// <summary>Everybody whom gold names is there, and nobody else.</summary>
    private static bool? Same(IReadOnlyList<ExpectedActor>? expected, IReadOnlyList<ActorMention> got, string text) => expected is null ? null
        : expected.All(e => got.Any(g => e.Fits(g, text))) && got.All(g => expected.Any(e => e.Fits(g, text)));

    private static bool? Told(ExpectedClaim expected, Factuality got)
    {
        if (expected.Readings == Readings.None && expected.Certainty is null && expected.Polarity == Polarity.Positive)
        {
            return null;
        }

        return (expected.Readings == Readings.None || expected.Readings == (got.Readings & ~(expected.OpenReadings & ~expected.Readings))) && expected.Polarity == got.Polarity && (expected.Certainty ?? got.Certainty) == got.Certainty;
    }

    private static bool Same(IReadOnlyList<string> expected, SourceChain got)
    {
        List<SourceLink> links = [.. got.Links.Where(l => l.Kind != SourceKind.Publisher)];
        return links.Count == expected.Count && links.Zip(expected, Names).All(same => same);
    }

    /// <summary>"RUS" is Russia or a part of it, "RUS:GOV" that part, "org:nato" that id; other words are those of the name.</summary>
    private static bool Names(SourceLink link, string expected) => link.Actor == expected || link.Actor?.StartsWith(expected + ":", StringComparison.Ordinal) == true
        || link.Name.Contains(expected.Trim('"'), StringComparison.OrdinalIgnoreCase);

    private static bool Same(ExpectedQuantity expected, Quantity got) =>
        (expected.Unit is null || string.Equals(expected.Unit, got.Unit, StringComparison.OrdinalIgnoreCase)) && (expected.Change is null || expected.Change == got.Change);

    private static bool Near(double expected, double? got) => got is { } value && Math.Abs(expected - value) <= 1e-6 * Math.Max(1, Math.Abs(expected));

    private static bool Holds(string? text, string? words) => words is null || text?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;
}
