using Entente.Claims;
using Entente.Record;

namespace Entente.Server;

/// <summary>A claim as the API tells it.</summary>
public sealed record ClaimAnswer(string Id, string Kind, string Document, string Gist, string Quote, string Sentence, SpanAnswer Evidence)
{
    public string? Title { get; init; }

    public string? Publisher { get; init; }

    /// <summary>The word that tells of the event; only where the document's text is part of the answer.</summary>
    public SpanAnswer? Trigger { get; init; }

    /// <summary>The words that decided how it is told, outermost first.</summary>
    public IReadOnlyList<string> Decided { get; init; } = [];

    public string? Type { get; init; }

    public string? Words { get; init; }

    /// <summary>Of a position: what the proposition says, and the reason given in the text's words.</summary>
    public string? Statement { get; init; }

    public string? Reason { get; init; }

    public string? Mode { get; init; }

    public IReadOnlyList<string> Contexts { get; init; } = [];

    public IReadOnlyList<PartyAnswer> Parties { get; init; } = [];

    public DaysAnswer? Time { get; init; }

    public required FactualityAnswer Factuality { get; init; }

    public double Confidence { get; init; }

    public IReadOnlyList<LinkAnswer> Chain { get; init; } = [];

    /// <summary>That it says of persons that they did wrong; absent of other claims. Chain and factuality stand in the claim.</summary>
    public AllegationAnswer? Allegation { get; init; }

    public string? Place { get; init; }

    public string? Cameo { get; init; }

    public double? Goldstein { get; init; }

    public FigureRow? Figure { get; init; }

    public string Rule { get; init; } = "";

    /// <summary>The row of a table that the rule is; only in a document and of a claim asked for by itself.</summary>
    public RowAnswer? Row { get; init; }

    public string? Event { get; init; }

    /// <summary>What people have decided about it, in order; absent where nobody has.</summary>
    public IReadOnlyList<CorrectionMark>? Corrections { get; init; }

    /// <summary>Of another coder's claim: where the text seems to tell something else; absent where nothing does.</summary>
    public IReadOnlyList<string>? Doubts { get; init; }

    /// <summary>Who made the claim, where that was another coder; absent of Entente's own.</summary>
    public string? Coder { get; init; }

    internal static ClaimAnswer Of(ClaimRow row, CodePointMap? map) =>
        new(row.Id, CodedNames.Of(row.Kind), row.Document, row.Gist, row.Quote, row.Sentence, new SpanAnswer(row.Start, row.Stop))
        {
            Title = row.Title,
            Publisher = row.Publisher,
            Trigger = map is not null && row.Trigger is { } trigger ? SpanAnswer.Of(trigger, map) : null,
            Decided = row.Decided,
            Type = row.Type,
            Words = row.Words,
            Statement = row.Kind == ClaimKind.Position ? Propositions.Statement(row.Words) : null,
            Reason = row.Reason,
            Mode = row.Mode,
            Contexts = row.Contexts,
            Parties = [.. row.Parties.Select(PartyAnswer.Of)],
            Time = DaysAnswer.Of(row.Time, row.TimeValue, row.TimeBasis),
            Factuality = new FactualityAnswer(CodedNames.Of(row.Factuality.Certainty), CodedNames.Of(row.Factuality.Polarity), [.. CodedNames.Of(row.Factuality.Readings)]),
            Confidence = row.Confidence,
            Chain = [.. row.Chain.Links.Select(l => new LinkAnswer(l.Name, CodedNames.Of(l.Kind), l.Actor) { Words = l.Words, Gives = l.Gives is Readings.None or Readings.Asserted ? null : [.. CodedNames.Of(l.Gives)] })],
            Allegation = AllegationAnswer.Of(row),
            Place = row.Place,
            Cameo = row.Cameo,
            Goldstein = row.Goldstein,
            Figure = row.Figure,
            Corrections = row.Corrections.Count == 0 ? null : row.Corrections,
            Doubts = row.Doubts.Count == 0 ? null : row.Doubts,
        Rule = row.Rule,
            Event = row.Event,
            Coder = row.Coder,
        };
}

/// <summary>Somebody a claim is about, with the part played and the words of the text.</summary>
public sealed record PartyAnswer(string Part, string Id, string Name, string Kind, string? Country, string? Sector, string Words, string? Via, string? Antecedent)
{
    internal static PartyAnswer Of(PartyRow p) => new(p.Part, p.Actor.Id, p.Actor.Name, CodedNames.Of(p.Actor.Kind), p.Actor.Country, p.Actor.Sector, p.Words, p.Via, p.Antecedent);
}

/// <summary>That a claim says of persons that they did wrong: against whom, who says so, how it is told, and what denies it in the document.</summary>
/// <param name="Status">The readings, with "not" before them where it is told as not so.</param>
public sealed record AllegationAnswer(IReadOnlyList<AccusedAnswer> Against, IReadOnlyList<string> By, string Status, IReadOnlyList<DenialAnswer> Denials)
{
    internal static AllegationAnswer? Of(ClaimRow row) => row.Allegation is not { } allegation ? null : new(
        [.. allegation.Against.Select(a => new AccusedAnswer(a.Id, a.Name))], row.Accusers, row.Told,
        [.. allegation.Denials.Select(d => new DenialAnswer(d.Sentence, new SpanAnswer(d.Start, d.Stop), d.By, d.Claim))]);
}

/// <summary>A person of whom it is said that he did wrong.</summary>
public sealed record AccusedAnswer(string Id, string Name);

/// <summary>A sentence that denies an allegation, who denies in its words, and the claim that it is coded as.</summary>
public sealed record DenialAnswer(string Sentence, SpanAnswer Evidence, string? By, string? Claim);

/// <summary>How a claim is told.</summary>
public sealed record FactualityAnswer(string Certainty, string Polarity, IReadOnlyList<string> Readings);

/// <summary>A source in a chain.</summary>
public sealed record LinkAnswer(string Name, string Kind, string? Actor)
{
    /// <summary>The words that make the link.</summary>
    public string? Words { get; init; }

    /// <summary>How this source tells it, where it is not plain saying.</summary>
    public IReadOnlyList<string>? Gives { get; init; }
}
