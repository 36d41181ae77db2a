namespace Entente.Record.Recording;

/// <summary>The columns of the ledger's rows in the order in which they are laid out, without the row that each belongs to.</summary>
internal static class RowColumns
{
    /// <summary>Where a column stands among these.</summary>
    public static int IndexOf(string columns, string column) => Array.IndexOf(columns.Split(", "), column);

    public const string Problem = "document, n, code, message, start, stop";

    public const string Document =
        "document, n, uri, publisher, title, authors, language, published_earliest, published_latest, published_basis, confidence, characters, dropped, comments, text, coded, address";

    public const string Block = "n, start, stop, role, reason, depth, author, posted, reply_to";

    public const string Sentence = "n, start, stop";

    public const string Mention = "n, start, stop, actor, name, kind, country, sector, role, via";

    public const string Claim =
        "claim, kind, gist, start, stop, sentence_start, sentence_stop, trigger_start, trigger_stop, decided, allegation, type, words, reason, mode, contexts, place, cameo, goldstein, "
        + "earliest, latest, time_value, time_basis, certainty, polarity, readings, confidence, chain, origin, origin_kind, rule, "
        + "value, high, unit, measure, period, change, from_value, to_value, record";

    public const string Party = "n, part, actor, name, kind, country, sector, via, start, stop, antecedent_start, antecedent_stop";

    public const string Dyad = "a, b";
}
