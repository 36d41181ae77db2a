using Entente.Claims.Coding.Naming;

namespace Entente.Claims.Coding.Claiming;

/// <summary>
/// Who holds which proposition of data/propositions.tsv, by the patterns of data/position-patterns.tsv. A negated or denied telling turns the stance round;
/// the reason is the clause that "because" or its like begins.
/// </summary>
internal sealed class PositionFinder
{
    private readonly PatternTable<Row> _rows;

    private PositionFinder(PatternTable<Row> rows) => _rows = rows;

    public static PositionFinder Load()
    {
        var parties = Table.Shipped("propositions").Rows.ToDictionary(r => r.Required("id"), r => r["parties"] == "2", StringComparer.Ordinal);
        var rows = Table.Shipped("position-patterns").Rows
            .Select(r => (PhrasePattern.Parse(r.Required("pattern")), new Row(r.Required("id"), r.Required("proposition"), r.Required("stance"), parties[r.Required("proposition")])));
        return new(new(rows));
    }

    public IEnumerable<Claim> Find(IReadOnlyList<SentenceView> sentences) => sentences.SelectMany(Find);

    private IEnumerable<Claim> Find(SentenceView sentence)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (row, match) in _rows.Matches(sentence.Elements))
        {
            if (Pair(sentence, row, match) is { } pair && Proposition(row, pair) is var proposition && seen.Add(proposition))
            {
                yield return Claim(sentence, row, match, proposition, pair);
            }
        }
    }

    private static Claim Claim(SentenceView sentence, Row row, PatternMatch match, string proposition, List<string> pair)
    {
        var factuality = sentence.FactualityAt(match.TriggerElement);
        var body = new PositionClaim(proposition, Stance(row.Stance, factuality)) { Pair = pair, Holder = Holder(sentence, match), Reason = Reason(sentence, match) };
        return sentence.Claim(body, match.TriggerElement, row.Id, 0.6, proposition, body.Stance, body.Holder?.Actor.Id) with
        {
            Factuality = new Factuality(factuality.Certainty, factuality.Polarity, factuality.Readings == Readings.Asserted ? Readings.Opinion : factuality.Readings),
        };
    }

    /// <summary>The row's proposition; one about a pair names it: "alliance:CHN-RUS".</summary>
    private static string Proposition(Row row, List<string> pair) => pair.Count == 2 ? $"{row.Proposition}:{pair[0]}-{pair[1]}" : row.Proposition;

    /// <summary>The two countries that a proposition about a pair is about, empty for one that is about none; null when it wants a pair and the sentence has none.</summary>
    private static List<string>? Pair(SentenceView sentence, Row row, PatternMatch match)
    {
        if (!row.HasParties)
        {
            return [];
        }

        var named = Countries([.. sentence.Actors(match, "a"), .. sentence.Actors(match, "b")]);
        var pair = named.Count == 2 ? named : Countries(sentence.Elements.SelectMany(e => e.Actors));
        return pair.Count == 2 ? pair : null;
    }

    private static List<string> Countries(IEnumerable<ActorMention> mentions) => [.. mentions
        .Where(m => m.Actor.Kind is ActorKind.Country or ActorKind.Government or ActorKind.Group or ActorKind.Person && m.Actor.Country is { Length: 3 })
        .Select(m => m.Actor.Country!).Distinct(StringComparer.Ordinal).Take(3).Order(StringComparer.Ordinal)];

    private static string Stance(string stance, Factuality factuality)
    {
        var turned = factuality.Polarity == Polarity.Negative || factuality.Readings.HasFlag(Readings.Denied);
        return stance switch
        {
            _ when factuality.Certainty is Certainty.Possible or Certainty.Unknown => "unsure",
            "for" => turned ? "against" : "for",
            "against" => turned ? "for" : "against",
            _ => stance,
        };
    }

    /// <summary>The slot {h}, else the source of the attribution around it, else whoever wrote the article, if its byline is known.</summary>
    private static ActorMention? Holder(SentenceView sentence, PatternMatch match)
    {
        if (sentence.Actors(match, "h") is [var holder, ..])
        {
            return holder;
        }

        var findings = sentence.Findings;
        return findings.AttributionOf(sentence.Elements[match.TriggerElement].Span) is { } attribution && !attribution.Source.Any(s => IsAuthor(s.In(findings.Text)))
            ? attribution.Source.SelectMany(findings.ActorsIn).FirstOrDefault()
            : Author(findings);
    }

    private static bool IsAuthor(string source) => source is "I" or "we" or "We";

    private static ActorMention? Author(Findings findings)
    {
        var document = findings.Analyzed.Document;
        if (document.Authors is not [var author, ..])
        {
            return null;
        }

        var byline = document.Blocks.FirstOrDefault(b => b.Role == BlockRole.Byline && b.Span.In(findings.Text).Contains(author, StringComparison.Ordinal));
        return byline is null ? null : new ActorMention(
            new TextSpan(byline.Span.Start + byline.Span.In(findings.Text).IndexOf(author, StringComparison.Ordinal), author.Length),
            new Actor("name:" + Slug.Of(author), author, ActorKind.Person) { Sector = "JRN" }) { Role = "author", Via = "name" };
    }

    /// <summary>"… because it would bind both": from the conjunction to the end of the sentence, if a verb follows.</summary>
    private static TextSpan? Reason(SentenceView sentence, PatternMatch match)
    {
        for (var at = match.TriggerElement + 1; at < sentence.Elements.Count; at++)
        {
            if (sentence.Elements[at].Form is "because" or "since" && sentence.Elements[at].Upos is "SCONJ")
            {
                var end = sentence.Elements.Skip(at).TakeWhile(e => !e.EndsClause).Last();
                return TextSpan.FromBounds(sentence.Elements[at].Span.Start, end.Span.End);
            }
        }

        return null;
    }

    private sealed record Row(string Id, string Proposition, string Stance, bool HasParties);
}
