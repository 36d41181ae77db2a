using Entente.Claims;

namespace Entente.Record;

/// <summary>Which state of a relationship is asked for.</summary>
/// <param name="A">ISO 3166-1 alpha-3, or an organisation's id.</param>
public sealed record StateQuestion(string A, string B)
{
    /// <summary>The last day that counts; null for all.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The first day for what passes: labels, figures, meetings, acts, positions and disputes. What lasts (agreements, memberships, offices, plans) counts from the beginning. Null for all.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Only what documents published by this day say.</summary>
    public DateOnly? KnownBy { get; init; }

    /// <summary>Only what these say, as <see cref="ClaimFilter.AccordingTo"/> has it.</summary>
    public IReadOnlyList<string> AccordingTo { get; init; } = [];

    /// <summary>The same on a day: "2016" is what passed in 2016; of a month or a day it is what passed in the year before it.</summary>
    /// <exception cref="FormatException">It is no day, month or year.</exception>
    public StateQuestion At(string? day) => string.IsNullOrWhiteSpace(day)
        ? this
        : this with { On = DayText.Last(day), Since = day.Trim().Length == 4 ? DayText.First(day) : DayText.Last(day).AddYears(-1) };
}

/// <summary>
/// A relationship as texts tell it, on a date, as known by a date, according to chosen sources. Everything in it opens at its sentence, and what is disputed stands with both sides.
/// </summary>
public sealed record RelationState(StateQuestion Question, string NameA, string NameB, IReadOnlyList<StateSection> Sections)
{
    /// <summary>Documents that say something of it.</summary>
    public int Documents => Sections.SelectMany(s => s.Items).SelectMany(i => i.Voices).Select(v => v.Claim.Document).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Documents left out because nothing tells when they were published, where the question asks what was known by a day.</summary>
    public int Undated { get; init; }
}

/// <summary>One side of a relationship.</summary>
/// <param name="Name">"labels", "agreements", "memberships", "figures", "counts", "meetings", "plans", "acts", "positions", "disputes", "allegations" or "offices".</param>
public sealed record StateSection(string Name, IReadOnlyList<StateItem> Items);

/// <summary>One thing that a state holds.</summary>
/// <param name="Words">What it is: a label, the name of an agreement, a figure, an act.</param>
/// <param name="Standing">How it stands: "in force", "planned", "open", "happened", "agree", "for and against"; null where that says nothing.</param>
public sealed record StateItem(string Words, string? Standing, MatterRow Matter)
{
    /// <summary>Who says what of it, each with the claim, in the order of publication.</summary>
    public IReadOnlyList<StateVoice> Voices { get; init; } = [];

    /// <summary>What is to be said beside it: of a count the events known, of a plan what became of it.</summary>
    public string? Note { get; init; }
}

/// <summary>Somebody who says something of an item.</summary>
/// <param name="Who">The holder of a position, who uses a label, or the origin of the claim; "the article" where nobody is named.</param>
/// <param name="Says">"asserts", "denies", "says not", "plans", "supposes", "rumours", "infers", "holds", or of a position "for", "against", "unsure".</param>
public sealed record StateVoice(string Who, string Says, ClaimRow Claim)
{
    /// <summary>Who says what by a claim.</summary>
    public static StateVoice Of(ClaimRow claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return new StateVoice(WhoOf(claim), SaysOf(claim), claim);
    }

    private static string WhoOf(ClaimRow claim)
    {
        var own = claim.Parties.Where(p => p.Part is "holder" or "by").Select(p => p.Actor.Name).Distinct(StringComparer.Ordinal).ToArray();
        return own.Length > 0 ? string.Join(", ", own)
            : claim.Chain.Origin is { Kind: not SourceKind.Publisher } origin ? origin.Name
            : claim.Publisher is { } publisher ? publisher + " (the article)" : "the article";
    }

    private static string SaysOf(ClaimRow claim) => claim.Kind == ClaimKind.Position ? claim.Type ?? "holds" : claim.Stand switch
    {
        "denied" => claim.Factuality.Readings.HasFlag(Readings.Denied) ? "denies" : "says not",
        "planned" => "plans",
        "hypothetical" => "supposes",
        "rumoured" => "rumours",
        "inferred" => "infers",
        "opinion" => "holds",
        _ => "asserts",
    };
}

/// <summary>Two states of a relationship side by side.</summary>
public sealed record StateDifference(RelationState One, RelationState Other, IReadOnlyList<StateChange> Changes)
{
    /// <summary>How many items both have, standing alike.</summary>
    public int Same { get; init; }
}

/// <summary>Something that only one of two states has, or that stands otherwise in the other.</summary>
/// <param name="Section">As in <see cref="StateSection"/>.</param>
/// <param name="One">Null when only the other state has it.</param>
/// <param name="Other">Null when only the first state has it.</param>
public sealed record StateChange(string Section, StateItem? One, StateItem? Other);
