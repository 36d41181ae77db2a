using System.Text.Json;
using Entente.Claims;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording;

/// <summary>Writes one coded page into the tables of the ledger.</summary>
internal sealed class LedgerWriter(SqliteConnection connection) : IDisposable
{
    private readonly Statement _problem = new(connection, "problem", "coding, document, n, code, message, start, stop");
    private readonly Statement _document = new(
        connection,
        "document",
        "coding, document, n, uri, publisher, title, authors, language, published_earliest, published_latest, published_basis, confidence, characters, dropped, comments, text, coded, address");

    private readonly Statement _block = new(connection, "block", "document, n, start, stop, role, reason, depth, author, posted, reply_to");
    private readonly Statement _sentence = new(connection, "sentence", "document, n, start, stop");
    private readonly Statement _words = new(connection, "sentence_words", "rowid, text");
    private readonly Statement _mention = new(connection, "mention", "document, n, start, stop, actor, name, kind, country, sector, role, via");
    private readonly ClaimWriter _claims = new(connection);

    private readonly Statement _page = new(connection, "INSERT INTO page (digest, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING");
    private readonly Statement _pageId = new(connection, "SELECT id FROM page WHERE digest = $1");
    private readonly Statement _coder = new(connection, "INSERT INTO coder (identity) VALUES ($1) ON CONFLICT DO NOTHING");
    private readonly Statement _coding = new(connection, "INSERT INTO coding (page, coder, given) SELECT $1, id, $3 FROM coder WHERE identity = $2 ON CONFLICT DO NOTHING");
    private readonly Statement _codingId = new(connection, "SELECT coding.id FROM coding JOIN coder ON coder.id = coder WHERE page = $1 AND identity = $2 AND given = $3");
    private readonly Statement _path = new(connection, "INSERT INTO path VALUES ($1, $2) ON CONFLICT DO NOTHING");
    private readonly Statement _found = new(connection, "DELETE FROM missed WHERE path = $1");

    /// <summary>False when the ledger has this coding already.</summary>
    public bool Write(SqliteTransaction transaction, CodedEntry entry, Showing showing)
    {
        var page = entry.Page;
        var given = Given.Of(page.Read.Page.Given);
        _page.Run(page.Read.Page.Digest, page.Read.Page.Content.Length);
        var pageId = _pageId.Number(page.Read.Page.Digest)!.Value;
        _coder.Run(entry.Coder);
        var added = _coding.Run(pageId, entry.Coder, given) > 0;
        var coding = _codingId.Number(pageId, entry.Coder, given)!.Value;
        if (added)
        {
            WriteProblems(transaction, page, coding);
            for (var n = 0; n < page.Documents.Count; n++)
            {
                WriteDocument(transaction, page, coding, n);
            }
        }

        showing.Show(pageId, coding);
        NotePaths(pageId, entry.Paths);
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
        _block.Dispose();
        _sentence.Dispose();
        _words.Dispose();
        _mention.Dispose();
        _claims.Dispose();
        _page.Dispose();
        _pageId.Dispose();
        _coder.Dispose();
        _coding.Dispose();
        _codingId.Dispose();
        _path.Dispose();
        _found.Dispose();
    }

    private void WriteProblems(SqliteTransaction transaction, CodedPage page, long coding)
    {
        var n = 0;
        foreach (var problem in page.Read.Problems)
        {
            _problem.Run(transaction, coding, null, n++, problem.Code, problem.Message);
        }

        foreach (var document in page.Documents)
        {
            var map = new CodePointMap(document.Document.Text);
            foreach (var problem in document.Problems)
            {
                _problem.Run(
                    transaction, coding, document.Document.Id, n++, problem.Code, problem.Message,
                    problem.Span is { } a ? map.ToCodePoint(a.Start) : null, problem.Span is { } b ? map.ToCodePoint(b.End) : null);
            }
        }
    }

    private void WriteDocument(SqliteTransaction transaction, CodedPage page, long coding, int n)
    {
        var coded = page.Documents[n];
        var document = coded.Document;
        var map = new CodePointMap(document.Text);
        var length = document.Blocks.Sum(b => b.Span.Length);
        var dropped = document.Blocks.Where(b => b.Role is BlockRole.Furniture or BlockRole.Advert).Sum(b => b.Span.Length);
        var published = coded.Published;
        var id = _document.Add(
            transaction, coding, document.Id, n, document.Uri, document.Publisher, document.Title, JsonSerializer.Serialize(document.Authors), document.Language,
            Iso(published?.Interval.Earliest), Iso(published?.Interval.Latest), JsonSerializer.Serialize(published?.Basis.Select(b => b.Kind).Distinct() ?? []), document.Confidence,
            map.ToCodePoint(document.Text.Length), length == 0 ? 0 : Math.Round((double)dropped / length, 4), document.Blocks.Count(b => b.Role == BlockRole.Comment),
            document.Text, CodedBytes.Pack(CodedJson.Write(coded, page.Read)), Addresses.Of(document.Uri));
        WriteBlocks(transaction, document, map, id);
        WriteSentences(transaction, coded, map, id);
        WriteMentions(transaction, coded, map, id);
        _claims.Write(transaction, coded, map, id);
    }

    private void WriteBlocks(SqliteTransaction transaction, Document document, CodePointMap map, long id)
    {
        for (var n = 0; n < document.Blocks.Count; n++)
        {
            var block = document.Blocks[n];
            _block.Run(
                transaction, id, n, map.ToCodePoint(block.Span.Start), map.ToCodePoint(block.Span.End), CodedNames.Of(block.Role),
                block.Reason, block.Depth, block.Author, block.Posted, block.ReplyTo);
        }
    }

    private void WriteSentences(SqliteTransaction transaction, CodedDocument coded, CodePointMap map, long id)
    {
        for (var n = 0; n < coded.Analyzed.Sentences.Count; n++)
        {
            var span = coded.Analyzed.Sentences[n].Span;
            var sentence = _sentence.Add(transaction, id, n, map.ToCodePoint(span.Start), map.ToCodePoint(span.End));
            _words.Run(transaction, sentence, span.In(coded.Document.Text));
        }
    }

    private void WriteMentions(SqliteTransaction transaction, CodedDocument coded, CodePointMap map, long id)
    {
        for (var n = 0; n < coded.Actors.Count; n++)
        {
            var mention = coded.Actors[n];
            var actor = mention.Actor;
            _mention.Run(
                transaction, id, n, map.ToCodePoint(mention.Span.Start), map.ToCodePoint(mention.Span.End),
                actor.Id, actor.Name, CodedNames.Of(actor.Kind), actor.Country, actor.Sector, mention.Role, mention.Via);
        }
    }

    internal static string? Iso(DateOnly? day) => day?.ToString("O");
}
