using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording;

/// <summary>Pages, codings, runs and what is shown.</summary>
internal static class LedgerChecks
{
    public static IEnumerable<RecordCheck> Run(SqliteConnection connection)
    {
        yield return Check(
            connection,
            "every page is known by the SHA-256 of its bytes", "pages", "SELECT count(*) FROM page",
            "SELECT 'page ' || id || ' has the digest ' || digest FROM page WHERE digest NOT GLOB 'sha256:*' OR length(digest) <> 71 OR substr(digest, 8) GLOB '*[^0-9a-f]*'");
        yield return Check(
            connection,
            "of every page that was coded one coding is shown, and it is one of that page", "pages", "SELECT count(DISTINCT page) FROM coding",
            """
            SELECT 'page ' || s.page || ' is shown by coding ' || s.coding || ', which is none of it' FROM shown s WHERE NOT EXISTS (SELECT 1 FROM coding c WHERE c.id = s.coding AND c.page = s.page)
            UNION ALL SELECT DISTINCT 'page ' || c.page || ' was coded, and nothing of it is shown' FROM coding c WHERE NOT EXISTS (SELECT 1 FROM shown s WHERE s.page = c.page)
            """);
        yield return Check(
            connection,
            "what other coders made of pages is never shown in the place of Entente's own", "codings", "SELECT count(*) FROM coding",
            "SELECT 'page ' || s.page || ' is shown as ' || k.identity || ' coded it' FROM shown s JOIN coding c ON c.id = s.coding JOIN guest g ON g.coder = c.coder JOIN coder k ON k.id = c.coder");
        yield return Check(
            connection,
            "no document and no claim is shown twice", "claims", "SELECT count(*) FROM shown JOIN document d ON d.coding = shown.coding JOIN claim c ON c.document = d.id",
            """
            SELECT 'document ' || d.document || ' is shown ' || count(*) || ' times' FROM shown JOIN document d ON d.coding = shown.coding GROUP BY d.document HAVING count(*) > 1
            UNION ALL SELECT 'claim ' || c.claim || ' is shown ' || count(*) || ' times' FROM shown JOIN document d ON d.coding = shown.coding JOIN claim c ON c.document = d.id GROUP BY d.document, c.claim HAVING count(*) > 1
            """);
        yield return Check(
            connection,
            "what is shown is what the runs say, but for pages that came after the last run", "pages", "SELECT count(*) FROM shown",
            """
            SELECT 'page ' || s.page || ' is shown by coding ' || s.coding || ', and by the runs by ' || coalesce(w.coding, 'none') FROM shown s
            LEFT JOIN showing w ON w.page = s.page AND w.run = (SELECT max(run) FROM showing x WHERE x.page = s.page)
            WHERE w.coding IS NOT s.coding AND s.page NOT IN (SELECT page FROM pending)
            """);
        yield return Check(
            connection,
            "every run has its manifest, and none is missing between them", "runs", "SELECT count(*) FROM run",
            """
            SELECT 'the manifest of run ' || id || ' is not JSON' FROM run WHERE NOT json_valid(manifest)
            UNION ALL SELECT 'there are ' || count(*) || ' runs, and the last has the number ' || max(id) FROM run HAVING count(*) > 0 AND max(id) <> count(*)
            """);
        yield return Check(
            connection,
            "what was made from the ledger is up to date with it", "readings", "SELECT 1",
            "SELECT 'the last reading was broken off before its end: read again' FROM meta WHERE key = 'stale'");
    }

    /// <param name="violations">SQL that gives a line for each thing that is otherwise.</param>
    private static RecordCheck Check(SqliteConnection connection, string promise, string of, string count, string violations) =>
        new(promise, connection.Number(count), of, connection.Query(violations, r => r.GetString(0)));
}
