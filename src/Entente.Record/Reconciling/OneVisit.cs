namespace Entente.Record.Reconciling;

/// <summary>
/// One visit as a document plans it: "he will visit Kigali on Monday" and "the talks on Monday" of the same two on the same days are one plan, and go by the mode that one of the sentences gives.
/// </summary>
internal static class OneVisit
{
    /// <summary>The same mentions, which come document by document.</summary>
    public static IEnumerable<Mention> Of(IEnumerable<Mention> mentions)
    {
        var document = new List<Mention>();
        foreach (var mention in mentions)
        {
            if (document.Count > 0 && document[0].Document != mention.Document)
            {
                foreach (var one in InOne(document))
                {
                    yield return one;
                }

                document.Clear();
            }

            document.Add(mention);
        }

        foreach (var one in InOne(document))
        {
            yield return one;
        }
    }

    private static IEnumerable<Mention> InOne(List<Mention> document)
    {
        var named = document.FindAll(m => IsPlan(m) && m.What.Mode is not null);
        return named.Count == 0
            ? document
            : document.Select(m => IsPlan(m) && m.What.Mode is null && named.FindAll(n => IsSame(n, m)).Select(n => n.What.Mode).Distinct(StringComparer.Ordinal).ToArray() is [var mode] ? Under(m, m.What with { Mode = mode }) : m);
    }

    private static Mention Under(Mention mention, MatterKey what) => mention with { What = what, Bucket = what.Bucket };

    private static bool IsPlan(Mention mention) => mention.What is { Kind: "event", Type: "CONSULT", Status: "planned", Place: "" };

    private static bool IsSame(Mention one, Mention other) =>
        one.Time == other.Time && one.What.Actors == other.What.Actors && one.What.Recipients == other.What.Recipients && EventGrouper.Fit(one.Persons, other.Persons);
}
