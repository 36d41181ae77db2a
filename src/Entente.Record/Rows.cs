using Entente.Claims;

namespace Entente.Record;

/// <summary>A document of the record, without its text.</summary>
/// <param name="Id">Made of the page's digest; of several documents of one page "ID#1", "ID#2" in page order.</param>
/// <param name="Page">"sha256:" and the digest of the page's bytes.</param>
/// <param name="Paths">Where the page was found, relative to the folder that was read, in ordinal order.</param>
public sealed record DocumentRow(string Id, string Page, IReadOnlyList<string> Paths)
{
    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Uri { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public string? Language { get; init; }

    /// <summary>The days on which it may have been published; null when nothing tells.</summary>
    public DateInterval? Published { get; init; }

    /// <summary>What the day of publication rests on ("url", "comment", "given" …), strongest first.</summary>
    public IReadOnlyList<string> PublishedBasis { get; init; } = [];

    /// <summary>Length of the text, in code points.</summary>
    public int Characters { get; init; }

    /// <summary>0–1: the part of the text that is furniture or advert.</summary>
    public double Dropped { get; init; }

    /// <summary>0–1: how sure the reader is that this is the article, whole and nothing else.</summary>
    public double Confidence { get; init; }

    public int Comments { get; init; }

    public int Sentences { get; init; }

    public int Claims { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];
}

/// <summary>A document with everything that stands in it. Spans are UTF-16 offsets into <paramref name="Text"/>.</summary>
public sealed record DocumentView(DocumentRow Row, string Text)
{
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    public IReadOnlyList<TextSpan> Sentences { get; init; } = [];

    public IReadOnlyList<MentionRow> Mentions { get; init; } = [];

    /// <summary>In text order.</summary>
    public IReadOnlyList<ClaimRow> Claims { get; init; } = [];

    /// <summary>What the day of publication rests on, strongest first: each with its place in the text, what it says and why, and what was known beforehand.</summary>
    public IReadOnlyList<DateEvidence> DateEvidence { get; init; } = [];
}

/// <summary>Documents that tell one story, in the order of publication.</summary>
/// <param name="Id">The id of the first.</param>
public sealed record StoryRow(string Id, IReadOnlyList<DocumentRow> Documents);

/// <summary>Words of a document that name an actor.</summary>
public sealed record MentionRow(TextSpan Span, Actor Actor, string? Role, string? Via);

/// <summary>A claim with what a list or a timeline needs.</summary>
/// <param name="Id">Made of the document's id and of what is claimed where; reading more pages never changes it.</param>
/// <param name="Document">The document's id.</param>
/// <param name="Gist">What is claimed, in one line for a person ("China → Russia: CONSULT visit").</param>
/// <param name="Evidence">UTF-16 offsets into the document's text.</param>
/// <param name="Quote">The words at <paramref name="Evidence"/>.</param>
public sealed record ClaimRow(string Id, ClaimKind Kind, string Document, string Gist, TextSpan Evidence, string Quote)
{
    /// <summary>The rule of a claim that a person added; with ":" and a name behind it, one that was taken over from that coder.</summary>
    internal const string ByHand = "hand";

    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Uri { get; init; }

    /// <summary>Of the page that the document stands on.</summary>
    public string Page { get; init; } = "";

    /// <summary>Evidence in code points, as the coded document and the exports have it.</summary>
    public int Start { get; init; }

    /// <summary>Exclusive.</summary>
    public int Stop { get; init; }

    /// <summary>The sentence that holds the evidence; the quote itself when the evidence crosses sentences.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>Of an event: the word that tells of it, in UTF-16 offsets.</summary>
    public TextSpan? Trigger { get; init; }

    /// <summary>What people have decided about it, in order: it is as they say. Judgements of samples are not among them, for they change nothing.</summary>
    public IReadOnlyList<CorrectionMark> Corrections { get; init; } = [];

    /// <summary>Of another coder's claim: where the text seems to tell something else, as it was when the claim was taken.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>The words that decided how it is told, outermost first ("denied", "may").</summary>
    public IReadOnlyList<string> Decided { get; init; } = [];

    /// <summary>Of whom it says that he did wrong, and what denies it; null for other claims.</summary>
    public AllegationRow? Allegation { get; init; }

    /// <summary>PLOVER type of an event in capitals, the standing of a membership, the state of an agreement, the stance of a position; else null.</summary>
    public string? Type { get; init; }

    /// <summary>Of an event the treaty or initiative that it is about, of a label its words, of an agreement its name, of a role the office, of a position the proposition; else null.</summary>
    public string? Words { get; init; }

    /// <summary>Of a position: the reason given, in the text's words.</summary>
    public string? Reason { get; init; }

    /// <summary>PLOVER mode.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER contexts.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary>Everybody the claim is about, each with the part played.</summary>
    public IReadOnlyList<PartyRow> Parties { get; init; } = [];

    /// <summary>The days on which it took place or holds; null when nothing tells.</summary>
    public DateInterval? Time { get; init; }

    public string? TimeValue { get; init; }

    /// <summary>"stated", "relative", "era", "elsewhere", "published" (a fallback), "tense".</summary>
    public string? TimeBasis { get; init; }

    public Factuality Factuality { get; init; } = Factuality.Asserted;

    public double Confidence { get; init; }

    public SourceChain Chain { get; init; } = SourceChain.Empty;

    public string? Place { get; init; }

    public string? Cameo { get; init; }

    /// <summary>−10 to 10 (Goldstein 1992), derived from the CAMEO code.</summary>
    public double? Goldstein { get; init; }

    public FigureRow? Figure { get; init; }

    /// <summary>The row or rule that found it.</summary>
    public string Rule { get; init; } = "";

    /// <summary>That a person added it, by hand or from another coder: it is no work of Entente's coder.</summary>
    public bool IsAdded => IsByHand(Rule);

    internal static bool IsByHand(string rule) => rule == ByHand || rule.StartsWith(ByHand + ":", StringComparison.Ordinal);

    /// <summary>Who made the claim, where that was another coder (docs/guide/accept.md); null for Entente's own.</summary>
    public string? Coder { get; init; }

    /// <summary>When its document was published; null when nothing tells.</summary>
    public DateInterval? Published { get; init; }

    /// <summary>The earliest known document whose sentence its own repeats; null where the wording is its own.</summary>
    public string? CopyOf { get; init; }

    /// <summary>How it stands to what it claims, the weakest of its readings first: "denied", "planned", "hypothetical", "rumoured", "inferred", "asserted" or "opinion".</summary>
    public string Stand { get; init; } = "asserted";

    /// <summary>What it is about, with whatever other claims are: one event, figure, agreement, label, office or position.</summary>
    public string? Matter { get; init; }

    /// <summary>As whom its origin counts where origins are counted; null where nobody is named, and before it was looked at.</summary>
    internal string? CountedOrigin { get; init; }

    /// <summary>Whether nobody but the document's publisher says it.</summary>
    internal bool OwnVoice { get; init; }

    /// <summary>Of an event mention: the event that it reports, which is its <see cref="Matter"/>; null for other kinds.</summary>
    public string? Event { get; init; }

    /// <summary>The claim's sort date: the first day it may be of, else the last.</summary>
    public DateOnly? Day => Time?.Earliest ?? Time?.Latest;

    /// <summary>How it is told, in a word or two: its readings, and "not" before them where it is told as not so.</summary>
    public string Told => (Factuality.Polarity == Polarity.Negative ? "not " : "") + string.Join("+", CodedNames.Of(Factuality.Readings));

    /// <summary>Of an allegation, who makes it: who accuses, arrests or calls somebody so, else the origin of the chain; empty when nobody is named, as where somebody denies what is said of him.</summary>
    public IReadOnlyList<string> Accusers
    {
        get
        {
            if (Allegation is not { } allegation)
            {
                return [];
            }

            var accused = allegation.Against.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
            var meets = Parties.Any(p => p.Part is "recipient" or "about" && accused.Contains(p.Actor.Id));
            var accusers = meets ? Parties.Where(p => p.Part is "actor" or "by" && !accused.Contains(p.Actor.Id)).Select(p => p.Actor.Name).Distinct(StringComparer.Ordinal).ToArray() : [];
            var denies = (Factuality.Polarity == Polarity.Negative || Factuality.Readings.HasFlag(Readings.Denied)) && Chain.Origin?.Actor is { } who && accused.Contains(who);
            return accusers.Length > 0 ? accusers : Chain.Origin is { } origin && !denies ? [origin.Name] : [];
        }
    }
}

/// <summary>Somebody a claim is about.</summary>
/// <param name="Part">"actor", "recipient", "whose", "party", "about", "member", "organisation", "holder", "person".</param>
/// <param name="Words">The words of the text.</param>
public sealed record PartyRow(string Part, Actor Actor, string Words, string? Via)
{
    /// <summary>The words of the text that its words go back to; null when they name the actor themselves.</summary>
    public string? Antecedent { get; init; }
}

/// <summary>The numbers of a figure or a count.</summary>
public sealed record FigureRow(double? Value, double? High, string? Unit)
{
    /// <summary>What is measured, in the text's words.</summary>
    public string? Of { get; init; }

    /// <summary>TIMEX3 value of the period, or of the day since when it is counted.</summary>
    public string? Period { get; init; }

    /// <summary>"=", "~", "&gt;", "&lt;", "up", "down".</summary>
    public string? Change { get; init; }

    public double? From { get; init; }

    public double? To { get; init; }

    /// <summary>"high" or "low" when told as a record.</summary>
    public string? Record { get; init; }
}

/// <summary>What several mentions report: same type, mode and parties, and a time that fits. Acts on different days stay apart.</summary>
/// <param name="Id">Made of the type, the parties and the narrowest time.</param>
/// <param name="Status">"told", "planned" or "hypothetical": how its mentions have it.</param>
public sealed record EventRow(string Id, string Type, string? Mode, string Status)
{
    /// <summary>Countries or actors on the acting side, of a reciprocal act all parties.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>The narrowest interval that its mentions give.</summary>
    public DateInterval? Time { get; init; }

    public string? TimeBasis { get; init; }

    public double? Goldstein { get; init; }

    public int Mentions { get; init; }

    public int Documents { get; init; }

    /// <summary>Different named origins.</summary>
    public int OriginsNamed { get; init; }

    /// <summary>Documents that only copy another document's wording.</summary>
    public int OriginsCopied { get; init; }

    /// <summary>Mentions whose origin is not named.</summary>
    public int OriginsUnknown { get; init; }

    /// <summary>Mentions that say it did not happen, or that a party denies.</summary>
    public int Denials { get; init; }

    /// <summary>The claim with the most confidence, for its sentence.</summary>
    public string Claim { get; init; } = "";

    /// <summary>Of a plan: the events that have since been told and fit it.</summary>
    public IReadOnlyList<string> Happened { get; init; } = [];

    /// <summary>Those of its mentions that say of a person that he did wrong, in the order of <see cref="ClaimRow.Id"/>.</summary>
    public IReadOnlyList<ClaimRow> Allegations { get; init; } = [];
}

/// <summary>Two countries, or a country and an organisation, with what the record has about them.</summary>
/// <param name="A">ISO 3166-1 alpha-3, or an organisation's id; ordinally the smaller of the two.</param>
public sealed record DyadRow(string A, string B, string NameA, string NameB)
{
    public string Id => A + "-" + B;

    public int Claims { get; init; }

    public int Events { get; init; }

    public int Documents { get; init; }

    /// <summary>Different named origins.</summary>
    public int Origins { get; init; }

    public DateOnly? First { get; init; }

    public DateOnly? Last { get; init; }

    /// <summary>Mean of the events' Goldstein weights, planned and denied ones left out; null when there is none.</summary>
    public double? Goldstein { get; init; }
}

/// <summary>A dyad with its claims in order of time, the undated last.</summary>
public sealed record DyadView(DyadRow Row, IReadOnlyList<ClaimRow> Timeline)
{
    public IReadOnlyList<DyadMonthRow> Months { get; init; } = [];
}

/// <summary>Events of a dyad in one month: those whose time lies within it and that are told as having happened.</summary>
/// <param name="Month">"2023-03".</param>
public sealed record DyadMonthRow(string A, string B, string Month, int Events, int Cooperative, int Conflictual, double? Goldstein);

/// <summary>An actor with how often it stands in the record. Private persons have none.</summary>
public sealed record ActorRow(Actor Actor, int Documents, int Mentions, int Claims)
{
    /// <summary>Offices that the texts give it, most frequent first.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];
}

/// <summary>An actor with where and how pages name it, and what they claim of it.</summary>
public sealed record ActorView(ActorRow Row)
{
    /// <summary>The words that it is called by in the documents of <see cref="Places"/>, and how often, most frequent first.</summary>
    public IReadOnlyList<(string Words, int Count)> Names { get; init; } = [];

    /// <summary>The documents that name it, those first that do so most.</summary>
    public IReadOnlyList<ActorPlace> Places { get; init; } = [];

    /// <summary>Claims that it takes part in, by document and place.</summary>
    public IReadOnlyList<ClaimRow> Claims { get; init; } = [];
}

/// <summary>A document that names an actor.</summary>
/// <param name="Words">The different words that it is called by there, with any white space as one space.</param>
public sealed record ActorPlace(string Document, string? Title, string? Publisher, int Mentions, IReadOnlyList<string> Words);

/// <summary>What is to be known of a page, or why a file is not in the record.</summary>
/// <param name="Path">Relative to the folder that was read.</param>
/// <param name="Read">Whether the page is in the record all the same.</param>
public sealed record ProblemRow(string Path, bool Read, Problem Problem);

/// <summary>A sentence that a search found.</summary>
/// <param name="Span">UTF-16 offsets into the document's text.</param>
/// <param name="Snippet">The sentence with the words found between "[" and "]".</param>
public sealed record SearchRow(string Document, string? Title, string? Publisher, TextSpan Span, string Sentence, string Snippet)
{
    /// <summary>Claims whose evidence overlaps the sentence.</summary>
    public IReadOnlyList<string> Claims { get; init; } = [];

    /// <summary>Those of them that say of a person that he did wrong.</summary>
    public IReadOnlyList<ClaimRow> Allegations { get; init; } = [];
}

/// <summary>How much the record holds.</summary>
public sealed record RecordTotals(int Pages, int Documents, int Claims, int Events, int Actors, int Dyads)
{
    public IReadOnlyDictionary<string, int> ClaimsByKind { get; init; } = new Dictionary<string, int>();

    /// <summary>Changes when what the record shows changes, and never otherwise: fit for an ETag.</summary>
    public string Stamp { get; init; } = "";
}
