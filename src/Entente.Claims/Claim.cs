namespace Entente.Claims;

/// <summary>What a text says is so, with its evidence, its chain, its factuality and its time.</summary>
/// <param name="Id">Stable: made of the document's page digest, the kind, the evidence and what is claimed.</param>
/// <param name="Body">What is claimed; its type is the kind.</param>
/// <param name="Evidence">The clause or sentence that says it.</param>
/// <param name="Rule">The row or rule that found it, for `entente why`.</param>
public sealed record Claim(string Id, ClaimBody Body, TextSpan Evidence, string Rule)
{
    public ClaimTime? Time { get; init; }

    public Factuality Factuality { get; init; } = Factuality.Asserted;

    public SourceChain Chain { get; init; } = SourceChain.Empty;

    /// <summary>That it says of a person that he did wrong, with the denials of the page; null for other claims.</summary>
    public Allegation? Allegation { get; init; }

    /// <summary>The coder's own, 0–1.</summary>
    public double Confidence { get; init; } = 0.5;

    public ClaimKind Kind => Body.Kind;
}

/// <summary>The eight kinds of claim.</summary>
public enum ClaimKind
{
    Event,
    Figure,
    Count,
    Membership,
    Agreement,
    Label,
    Role,
    Position,
}

/// <summary>What a claim of one kind holds.</summary>
public abstract record ClaimBody
{
    private protected ClaimBody()
    {
    }

    public abstract ClaimKind Kind { get; }
}

/// <summary>One report of an event in one sentence (ACE). The type names the act itself; the claim's factuality says whether it is told as done.</summary>
public sealed record EventMention(EventType Type, string? Mode, TextSpan Trigger) : ClaimBody
{
    public override ClaimKind Kind => ClaimKind.Event;

    /// <summary>Who did it; of a reciprocal act all parties.</summary>
    public IReadOnlyList<ActorMention> Actors { get; init; } = [];

    /// <summary>To or with whom; empty for a reciprocal act.</summary>
    public IReadOnlyList<ActorMention> Recipients { get; init; } = [];

    /// <summary>PLOVER contexts, in the order of the codebook.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    public PlaceMention? Place { get; init; }

    /// <summary>The treaty or initiative that the act is about: "withdrew from the INF treaty". It is neither actor nor recipient.</summary>
    public AgreementMention? Agreement { get; init; }

    /// <summary>CAMEO code derived from type and mode; a string, for "010" is not "10".</summary>
    public string? Cameo { get; init; }

    /// <summary>Goldstein (1992) weight of the CAMEO code, −10 to 10.</summary>
    public double? Goldstein { get; init; }
}

/// <summary>The 16 PLOVER types (codebook of 2021).</summary>
public enum EventType
{
    Agree,
    Consult,
    Support,
    Concede,
    Cooperate,
    Aid,
    Retreat,
    Request,
    Accuse,
    Reject,
    Threaten,
    Protest,
    Sanction,
    Mobilize,
    Coerce,
    Assault,
}

/// <summary>A figure: so much of what, of whom, in which period.</summary>
public sealed record FigureClaim(Quantity Quantity) : ClaimBody
{
    public override ClaimKind Kind => ClaimKind.Figure;

    /// <summary>Whose it is; of trade between two, both.</summary>
    public IReadOnlyList<ActorMention> Whose { get; init; } = [];

    /// <summary>"high" or "low" when it is told as a record.</summary>
    public string? Record { get; init; }
}

/// <summary>How often something happened, since when.</summary>
public sealed record CountClaim(double N, string What) : ClaimBody
{
    public override ClaimKind Kind => ClaimKind.Count;

    public IReadOnlyList<ActorMention> Whose { get; init; } = [];

    public TimeExpression? Since { get; init; }
}

/// <summary>An actor's standing in an organisation or bloc: "member", "founder", "observer", "candidate", "partner", "leaving", "left", "not a member".</summary>
public sealed record MembershipClaim(ActorMention Actor, ActorMention Organisation, string Standing) : ClaimBody
{
    public override ClaimKind Kind => ClaimKind.Membership;
}

/// <summary>An agreement: its name, parties, contexts and state ("signed", "planned", "in talks", "in force", "ended"; null when the text only names it).</summary>
public sealed record AgreementClaim(string Name, string? State) : ClaimBody
{
    public override ClaimKind Kind => ClaimKind.Agreement;

    /// <summary>Its id in data/agreements.tsv with "agreement:"; null for one that is not there.</summary>
    public string? Id { get; init; }

    public IReadOnlyList<ActorMention> Parties { get; init; } = [];

    public IReadOnlyList<string> Contexts { get; init; } = [];
}

/// <summary>Words that a relationship or a party is called by.</summary>
public sealed record LabelClaim(TextSpan Words) : ClaimBody
{
    public override ClaimKind Kind => ClaimKind.Label;

    /// <summary>The party that is called so, or those whose relationship is.</summary>
    public IReadOnlyList<ActorMention> About { get; init; } = [];

    /// <summary>Who uses the words; empty when it is the article's own voice.</summary>
    public IReadOnlyList<ActorMention> By { get; init; } = [];
}

/// <summary>An office that somebody holds.</summary>
/// <param name="Country">Whose office it is: a country's code, or "IGO".</param>
public sealed record RoleClaim(ActorMention Person, string Office, string? Country) : ClaimBody
{
    public override ClaimKind Kind => ClaimKind.Role;

    /// <summary>"person" when the words do not say whose office it is and <see cref="Country"/> is the country of the person; else null.</summary>
    public string? Via { get; init; }
}

/// <summary>Who holds which proposition of data/propositions.tsv: "for", "against" or "unsure", and the reason given.</summary>
public sealed record PositionClaim(string Proposition, string Stance) : ClaimBody
{
    public override ClaimKind Kind => ClaimKind.Position;

    /// <summary>The countries, or organisations by their id, that a proposition about one or two is about, in ordinal order; empty for others.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>Who holds it; null when it is the article's own voice and its author is not known.</summary>
    public ActorMention? Holder { get; init; }

    /// <summary>The words that give the reason.</summary>
    public TextSpan? Reason { get; init; }
}
