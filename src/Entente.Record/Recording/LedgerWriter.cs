using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording;

/// <summary>Writes the rows of coded pages into the tables of the ledger.</summary>
internal sealed class LedgerWriter(SqliteConnection connection) : IDisposable
{
    private readonly Statement _problem = new(connection, "problem", "coding, " + RowColumns.Problem);
    private readonly Statement _document = new(connection, "document", "coding, " + RowColumns.Document + ", seal");
    private readonly Statement _credit = new(connection, "credit", "document, agency");
    private readonly Statement _block = new(connection, "block", "document, " + RowColumns.Block);
    private readonly Statement _sentence = new(connection, "sentence", "document, " + RowColumns.Sentence);
    private readonly Statement _words = new(connection, "sentence_words", "rowid, text");
    private readonly Statement _mention = new(connection, "mention", "document, " + RowColumns.Mention);
    private readonly ClaimWriter _claims = new(connection);
    private readonly Statement _page = new(connection, "INSERT INTO page (digest, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING");
    private readonly Statement _pageId = new(connection, "SELECT id FROM page WHERE digest = $1");
    private readonly Statement _coder = new(connection, "INSERT INTO coder (identity) VALUES ($1) ON CONFLICT DO NOTHING");
    private readonly Statement _coderId = new(connection, "SELECT id FROM coder WHERE identity = $1");

    // A single row of values: before INSERT … SELECT SQLite saves where it stands, for which the full text writes all that it has gathered so far.
    private readonly Statement _coding = new(connection, "INSERT INTO coding (page, coder, given) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING");
    private readonly Statement _codingId = new(connection, "SELECT id FROM coding WHERE page = $1 AND coder = $2 AND given = $3");
    private readonly Statement _path = new(connection, "INSERT INTO path VALUES ($1, $2) ON CONFLICT DO NOTHING");
    private readonly Statement _found = new(connection, "DELETE FROM missed WHERE path = $1");

    /// <summary>False when the ledger has this coding already.</summary>
    public bool Write(CodedEntry entry, LedgerFollower? follower, Showing showing, Withholding withholding)
    {
        var (rows, along) = entry.Prepared(follower, withholding);
        if (withholding.IsGone(rows))
        {
            return false;
        }

        _page.Run(rows.Digest, rows.Bytes);
        var pageId = _pageId.Number(rows.Digest)!.Value;
        _coder.Run(entry.Coder);
        var coder = _coderId.Number(entry.Coder)!.Value;
        var added = _coding.Run(pageId, coder, rows.Given) > 0;
        var coding = _codingId.Number(pageId, coder, rows.Given)!.Value;
        if (added)
        {
            _problem.RunAll(coding, rows.Problems);
            for (var i = 0; i < rows.Documents.Count; i++)
            {
                var document = rows.Documents[i];
                var id = _document.AddUnder(coding, [.. document.Document, document.Seal]);
                var (sentence, claim) = Write(document, id);
                if (along.Count > 0)
                {
                    showing.Wrote(new WrittenDocument(id, sentence, claim, along[i]));
                }
            }
        }

        showing.Show(pageId, coding);
        NotePaths(pageId, [.. entry.Paths.Select(p => withholding.Path(p, rows.Digest))]);
        return added;
    }

    public void NotePaths(long page, IReadOnlyCollection<string> paths)
    {
        foreach (var path in paths)
        {
            _path.Run(page, path);
            _found.Run(path);
        }
    }

    public void Dispose()
    {
        _problem.Dispose();
        _document.Dispose();
        _credit.Dispose();
        _block.Dispose();
        _sentence.Dispose();
        _words.Dispose();
        _mention.Dispose();
        _claims.Dispose();
        _page.Dispose();
        _pageId.Dispose();
        _coder.Dispose();
        _coderId.Dispose();
        _coding.Dispose();
        _codingId.Dispose();
        _path.Dispose();
        _found.Dispose();
    }

    /// <returns>The rows of its first sentence and its first claim, which the others follow.</returns>
    private (long Sentence, long Claim) Write(DocumentRows rows, long id)
    {
        var firstSentence = 0L;
        if (rows.Agency is { } agency)
        {
            _credit.Run(id, agency);
        }

        _block.RunAll(id, rows.Blocks);
        foreach (var (sentence, words) in rows.Sentences)
        {
            var row = _sentence.AddUnder(id, sentence);
            _words.Run(row, words);
            firstSentence = firstSentence == 0 ? row : firstSentence;
        }

        _mention.RunAll(id, rows.Mentions);
        var firstClaim = _claims.Next();
        for (var i = 0; i < rows.Claims.Count; i++)
        {
            _claims.Write(firstClaim + i, id, rows.Claims[i]);
        }

        return (firstSentence, firstClaim);
    }
}
