namespace Entente.Claims.Coding.Claiming;

/// <summary>A pattern of a proposition: words that state it, or words that name what it is for or against.</summary>
/// <param name="Id">The row, for `entente why`.</param>
/// <param name="Name">The proposition, as data/propositions.tsv has it.</param>
/// <param name="Parties">How many countries or organisations it is about: none, one or two.</param>
/// <param name="IsTopic">Whether the words only name a matter, on which somebody must take a side.</param>
internal sealed record PropositionPattern(string Id, string Name, int Parties, bool IsTopic, Leaning Leaning, PhrasePattern Pattern);

/// <summary>The propositions that ship, and those of a user's table before them.</summary>
internal static class Propositions
{
    public static IEnumerable<PropositionPattern> Load(OwnPropositions own)
    {
        var parties = Table.Shipped("propositions").Rows.ToDictionary(r => r.Required("id"), Parties, StringComparer.Ordinal);
        var shipped = Table.Shipped("position-patterns").Rows.Select(r => Of(r, "position:" + r.Required("id"), parties[r.Required("proposition")]));

        // What states a proposition says more than what only names its matter, and many words more than few: "a trade war has no winner" comes before "trade war".
        return own.Patterns.Concat(shipped.OrderBy(p => p.IsTopic).ThenByDescending(p => p.Pattern.Words));
    }

    internal static PropositionPattern Of(TableRow row, string id, int parties) =>
        new(id, row.Required("proposition"), parties, row["kind"] == "topic", Enum.Parse<Leaning>(row.Required("stance"), ignoreCase: true), PhrasePattern.Parse(row.Required("pattern")));

    internal static int Parties(TableRow row) => row["parties"] switch { "1" => 1, "2" => 2, _ => 0 };
}
