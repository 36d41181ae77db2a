using Entente.Claims;

namespace Entente.Record;

/// <summary>
/// What several claims are about: one event, figure, count, membership, agreement, label, office or position, with all that is claimed of it and who says so.
/// It holds both sides of what is disputed, and no verdict.
/// </summary>
/// <param name="Id">Made of what it is about and, of an event, when: pages on other matters never change it.</param>
/// <param name="Claims">In the order in which their documents were published, the undated last.</param>
public sealed record MatterRow(string Id, ClaimKind Kind, IReadOnlyList<ClaimRow> Claims)
{
    /// <summary>The claim that tells it best: the surest of those that do not deny it.</summary>
    public ClaimRow Best { get; } = Claims.OrderBy(c => c.Stand == "denied").ThenByDescending(c => c.Confidence).ThenBy(c => c.Id, StringComparer.Ordinal).First();

    /// <summary>What it is, in one line; a position that several hold goes by what it is about and how many hold it which way, and not by one of them.</summary>
    public string Gist => Kind == ClaimKind.Position && Holders() is { Count: > 1 } holders
        ? $"“{Best.Words}”: " + string.Join(", ", holders.GroupBy(h => h.Stance, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}"))
        : Best.Gist;

    /// <summary>The narrowest time of an event; from the first to the last of the claims' times for the rest; null when nothing tells.</summary>
    public DateInterval? Time { get; init; }

    /// <summary>Who says so, counted among <see cref="Claims"/>.</summary>
    public Corroboration Support => Corroboration.Of(Claims);

    /// <summary>Of a figure that several claims give: "agree" (each the other, rounded), "revised" (the same source gives another number later), "differ", or "several" (one document gives several numbers, so that they measure different things); else null.</summary>
    public string? Agreement { get; init; }

    /// <summary>Of a plan: what became of it as later pages tell it; empty while it is open.</summary>
    public IReadOnlyList<OutcomeRow> Outcomes { get; init; } = [];

    /// <summary>Where its claims disagree, or another matter may be the same told differently.</summary>
    public IReadOnlyList<DisagreementRow> Disagreements { get; init; } = [];

    /// <summary>
    /// Of a plan: "happened", "cancelled" (a later page tells that it did not take place, or one that it will not), or "open"; of an agreement that was to come "signed", "failed" or "open"; null for what is no plan.
    /// </summary>
    public string? Outcome => !IsPlan ? null
        : Kind == ClaimKind.Agreement ? Outcomes.Any(o => o.What == "signed") ? "signed" : Outcomes.Count > 0 ? "failed" : "open"
        : Outcomes.Any(o => o.What == "happened") ? "happened"
        : Outcomes.Count > 0 || Claims.Any(c => c.Stand == "denied") ? "cancelled" : "open";

    /// <summary>How it is told: "asserted and denied", "not so" (nobody denies it, but it is told as not so), or the one way that all its claims share; null where they differ otherwise.</summary>
    public string? Told
    {
        get
        {
            var denies = Claims.Any(c => c.Stand == "denied" && c.Factuality.Readings.HasFlag(Readings.Denied)) ? "denied" : "not so";
            var stands = Claims.Select(c => c.Stand).Distinct(StringComparer.Ordinal).ToArray();
            return stands is [var only] ? only == "denied" ? denies : only
                : stands.Contains("denied") ? (stands.Contains("asserted") ? "asserted" : "told") + " and " + denies
                : stands.Contains("asserted") ? "asserted" : string.Join(", ", stands.Order(StringComparer.Ordinal));
        }
    }

    /// <summary>"planned", or of an agreement "in talks", as the first document to tell of it has it; null for what is no plan.</summary>
    public string? Plan => !IsPlan ? null : Kind == ClaimKind.Agreement ? AgreementSteps.OpenAtFirst(Claims) : "planned";

    /// <summary>Whether it is an event that is announced or expected, or an agreement that was planned or in talks when it was first told of.</summary>
    public bool IsPlan => Kind == ClaimKind.Agreement ? AgreementSteps.OpenAtFirst(Claims) is not null : Kind == ClaimKind.Event && Claims.All(c => c.Factuality.Readings.HasFlag(Readings.Planned) && !c.Factuality.Readings.HasFlag(Readings.Asserted));

    /// <summary>Who holds it which way; whoever changed sides stands on both.</summary>
    private List<(string Holder, string Stance)> Holders() =>
        [.. Claims.Select(c => (c.Parties.FirstOrDefault(p => p.Part == "holder")?.Actor.Id ?? "", c.Type ?? "")).Distinct()];
}

/// <summary>
/// Who says a thing, counted by what can be told apart. A named origin counts once, however many repeat it; a document whose sentence is an earlier document's adds none;
/// and where nobody is named nothing is known of the lineage, so that it confirms nothing.
/// </summary>
/// <param name="Named">The named origins, in ordinal order.</param>
/// <param name="Copied">Documents that only repeat another's wording.</param>
/// <param name="Unknown">Documents with wording of their own that name nobody.</param>
public sealed record Corroboration(int Documents, IReadOnlyList<string> Named, int Copied, int Unknown)
{
    public int Asserted { get; init; }

    public int Planned { get; init; }

    public int Denied { get; init; }

    /// <summary>Hypothetical, rumoured, inferred or an opinion.</summary>
    public int Other { get; init; }

    /// <summary>Counts who says so among claims of one matter. A publisher in its own voice is no origin where its sentence is a copy.</summary>
    internal static Corroboration Of(IReadOnlyList<ClaimRow> claims)
    {
        var documents = claims.GroupBy(c => c.Document, StringComparer.Ordinal).ToArray();
        var named = claims.Where(c => c.CountedOrigin is not null && !(c.OwnVoice && c.CopyOf is not null)).GroupBy(c => c.CountedOrigin!, StringComparer.Ordinal).Select(NameOf);
        var (asserted, planned, denied) = (claims.Count(c => c.Stand == "asserted"), claims.Count(c => c.Stand == "planned"), claims.Count(c => c.Stand == "denied"));
        return new Corroboration(
            documents.Length, [.. named.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], documents.Count(d => d.All(c => c.CopyOf is not null)),
            documents.Count(d => d.All(c => c.CountedOrigin is null) && d.Any(c => c.CopyOf is null)))
        {
            Asserted = asserted,
            Planned = planned,
            Denied = denied,
            Other = claims.Count - asserted - planned - denied,
        };
    }

    /// <summary>As the claims write it, in the fewest words; of an agency that a page credits, its name in capitals.</summary>
    private static string NameOf(IGrouping<string, ClaimRow> claims) =>
        claims.Select(c => c.Chain.Origin).OfType<SourceLink>().Where(l => l.Kind != SourceKind.Publisher || l.Name.Equals(claims.Key, StringComparison.OrdinalIgnoreCase))
            .OrderBy(l => l.Actor is null).ThenBy(l => l.Name.Length).ThenBy(l => l.Name, StringComparer.Ordinal).Select(l => l.Name).FirstOrDefault()
        ?? System.Globalization.CultureInfo.InvariantCulture.TextInfo.ToTitleCase(claims.Key);

    /// <summary>"2 documents; 1 named origin (Xi Jinping); 1 names nobody, independence unknown".</summary>
    public override string ToString()
    {
        var parts = new List<string> { Documents + (Documents == 1 ? " document" : " documents") };
        if (Named.Count > 0)
        {
            parts.Add(Named.Count + (Named.Count == 1 ? " named origin (" : " named origins (") + string.Join(", ", Named) + ")");
        }

        if (Copied > 0)
        {
            parts.Add(Copied + (Copied == 1 ? " copies another's wording" : " copy another's wording"));
        }

        if (Unknown > 0)
        {
            parts.Add(Unknown + (Unknown == 1 ? " names nobody" : " name nobody") + (Documents > 1 ? ", independence unknown" : ""));
        }

        return string.Join("; ", parts);
    }
}

/// <summary>An event or agreement that was told since and fits a plan.</summary>
/// <param name="Event">The id of the event or agreement.</param>
/// <param name="What">"happened" or "cancelled"; of an agreement "signed" or "failed".</param>
/// <param name="Claim">The claim that tells it best.</param>
public sealed record OutcomeRow(string Event, string What, ClaimRow Claim);

/// <summary>Two claims that cannot both hold as they stand, or that may tell one act differently. Nothing decides between them.</summary>
/// <param name="Id">Made of the two claims.</param>
/// <param name="About">"polarity", "number", "date", "party", "stance", "standing" or "office".</param>
public sealed record DisagreementRow(string Id, string About, ClaimRow One, ClaimRow Other);
