using Entente.Claims;

namespace Entente.Record;

/// <summary>
/// What a person decided about something that was coded: an entry of the record's log of corrections. Entries are added and never changed; one takes back another by <see cref="Undo"/>.
/// </summary>
/// <param name="Id">Made of the day, the author and the decision: the same entry replayed is the same entry.</param>
/// <param name="At">When it was decided, in UTC to the millisecond. Entries hold in this order, whatever order they arrive in.</param>
/// <param name="Author">Who decided: any name that the people who share the log know.</param>
public sealed record Correction(string Id, DateTimeOffset At, string Author, Decision Decision)
{
    /// <summary>Why, in the author's words.</summary>
    public string? Note { get; init; }

    /// <summary>A new entry for the log.</summary>
    /// <param name="note">Why.</param>
    /// <exception cref="FormatException">An id, a code, a kind or a type is none; the message goes on after "the entry …".</exception>
    public static Correction Of(DateTimeOffset at, string author, Decision decision, string? note = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        ArgumentNullException.ThrowIfNull(decision);
        return CorrectionJson.Make(at, author, decision, note);
    }

    /// <summary>The entry of a line that <see cref="ToJson"/> has written, or somebody by hand.</summary>
    /// <exception cref="FormatException">The line is none; the message goes on after "the line …".</exception>
    public static Correction Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return CorrectionReader.Read(line);
    }

    /// <summary>The entry as one line of JSON (<c>entente.correction/1</c>).</summary>
    public string ToJson() => CorrectionJson.Write(this);
}

/// <summary>What was decided.</summary>
public abstract record Decision
{
    private protected Decision()
    {
    }

    /// <summary>The word of the log: "merge", "split", "rename", "retype", "reject", "confirm", "date", "add", "judge", "apart" or "undo".</summary>
    public abstract string What { get; }
}

/// <summary>A decision about an actor. It holds wherever the actor is named, also on pages that are read later.</summary>
public abstract record ActorDecision(string Actor) : Decision;

/// <summary>Several actors are one: "US", "U.S." and "United States".</summary>
/// <param name="Others">Ids of the actors that are the same.</param>
/// <param name="Into">Whom they are from now on, with all that is known of it.</param>
public sealed record MergeActors(IReadOnlyList<string> Others, Actor Into) : ActorDecision(Into?.Id ?? "")
{
    public override string What => "merge";
}

/// <summary>What was taken for one actor is somebody else in some places.</summary>
/// <param name="Into">Whom the words mean there.</param>
public sealed record SplitActor(string Actor, Actor Into) : ActorDecision(Actor)
{
    public override string What => "split";

    /// <summary>The digest of the page where it is so; null for all pages.</summary>
    public string? Page { get; init; }

    /// <summary>The words that the actor is called by where it is so; null for any.</summary>
    public string? Called { get; init; }

    /// <summary>The words in which it is so, of one page; null for all its words.</summary>
    public TextAnchor? Place { get; init; }
}

/// <summary>An actor is to be shown by another name.</summary>
public sealed record RenameActor(string Actor, string Name) : ActorDecision(Actor)
{
    public override string What => "rename";
}

/// <summary>An actor is of another kind, country or sector.</summary>
public sealed record RetypeActor(string Actor, ActorKind Kind, string? Country, string? Sector) : ActorDecision(Actor)
{
    public override string What => "retype";
}

/// <summary>What was taken for an actor is none. A claim that has nobody else in its place is rejected with it.</summary>
public sealed record RejectActor(string Actor) : ActorDecision(Actor)
{
    public override string What => "reject";
}

/// <summary>Actors whose names are alike are not the same. It changes nothing of what is shown, and nobody is asked again.</summary>
public sealed record KeepApart(IReadOnlyList<string> Actors) : Decision
{
    public override string What => "apart";
}

/// <summary>A decision about claims: of one, or of several alike.</summary>
public abstract record ClaimDecision(IReadOnlyList<ClaimAnchor> Claims) : Decision;

/// <summary>The text does not say that.</summary>
public sealed record RejectClaims(IReadOnlyList<ClaimAnchor> Claims) : ClaimDecision(Claims)
{
    public override string What => "reject";
}

/// <summary>The text says that.</summary>
public sealed record ConfirmClaims(IReadOnlyList<ClaimAnchor> Claims) : ClaimDecision(Claims)
{
    public override string What => "confirm";
}

/// <summary>Events are of another PLOVER type and mode; memberships, agreements and positions of another standing, state or stance.</summary>
public sealed record RetypeClaims(IReadOnlyList<ClaimAnchor> Claims, string Type, string? Mode) : ClaimDecision(Claims)
{
    public override string What => "retype";

    /// <summary>The decision, if the claims can be of that type.</summary>
    /// <exception cref="FormatException">They cannot; the message says what they can be.</exception>
    public static RetypeClaims Of(IReadOnlyList<ClaimAnchor> claims, string type, string? mode)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(type);
        foreach (var kind in claims.Select(c => c.Kind).Distinct())
        {
            var types = ClaimTypes.Of(kind);
            type = types.FirstOrDefault(t => t.Equals(type, StringComparison.OrdinalIgnoreCase))
                ?? throw new FormatException($"A claim of the kind {CodedNames.Of(kind)} has no type '{type}'{(types.Count == 0 ? ", for it has none." : $": choose one of {string.Join(", ", types)}.")}");
            var modes = kind == ClaimKind.Event ? ClaimTypes.Modes(type) : [];
            if (mode is not null && !modes.Contains(mode))
            {
                throw new FormatException($"{type} has no mode '{mode}'{(modes.Count == 0 ? ", for it has none." : $": choose one of {string.Join(", ", modes)}.")}");
            }
        }

        return new RetypeClaims(claims, type, mode);
    }
}

/// <summary>What is claimed took place or held at another time.</summary>
public sealed record RedateClaims(IReadOnlyList<ClaimAnchor> Claims, DateInterval Time) : ClaimDecision(Claims)
{
    public override string What => "date";
}

/// <summary>A claim was looked at to measure how often the coder is right. It changes nothing of what is shown.</summary>
public sealed record JudgeClaims(IReadOnlyList<ClaimAnchor> Claims, bool Right) : ClaimDecision(Claims)
{
    public override string What => "judge";
}

/// <summary>Claims that Entente's coder missed: added by hand, or taken over from another coder.</summary>
public sealed record AddClaims(IReadOnlyList<AddedClaim> Claims) : Decision
{
    public override string What => "add";

    /// <summary>The coder whose claims they are (docs/guide/accept.md); null of a person's own.</summary>
    public string? From { get; init; }
}

/// <summary>A claim that was added.</summary>
/// <param name="Place">The words that say it.</param>
/// <param name="Claim">The claim as the coded document has it (entente.coded/1, a member of "claims"), with offsets from the beginning of those words.</param>
public sealed record AddedClaim(TextAnchor Place, string Claim);

/// <summary>Takes back an earlier decision.</summary>
public sealed record Undo(string Correction) : Decision
{
    public override string What => "undo";
}

/// <summary>A stretch of a page's text, by its words and by its place (W3C Web Annotation: TextQuoteSelector and TextPositionSelector).</summary>
/// <param name="Page">The page's digest.</param>
/// <param name="Quote">The words, with any white space as one space.</param>
public sealed record TextAnchor(string Page, string Quote)
{
    /// <summary>How many characters before and after the words are kept.</summary>
    public const int Context = 32;

    /// <summary>The document of the page.</summary>
    public string? Document { get; init; }

    /// <summary>What stands before the words.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>What stands after them.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>Where they begin in the document's text, in code points, when the decision was made.</summary>
    public int Start { get; init; }

    public int Stop { get; init; }
}

/// <summary>A claim as it was when a decision was made about it: enough to know it again after the page was read anew.</summary>
/// <param name="Place">Its evidence.</param>
/// <param name="Claim">Its id then.</param>
/// <param name="Gist">What it said then as its coder had it, in one line.</param>
public sealed record ClaimAnchor(TextAnchor Place, string Claim, ClaimKind Kind, string Gist)
{
    /// <summary>Of an event, the word that tells of it.</summary>
    public string? Trigger { get; init; }

    /// <summary>That it says of a person that he did wrong: who shows the gist says so.</summary>
    public bool IsAllegation { get; init; }
}
