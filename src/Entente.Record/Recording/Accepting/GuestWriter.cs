using Entente.Claims;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Recording.Accepting;

/// <summary>
/// Writes what another coder made of a document into the ledger: a coding of its own with the document, its blocks, claims, parties and pairs. Sentences, mentions and the full text
/// are those of Entente's own coding and not kept twice.
/// </summary>
internal sealed class GuestWriter(SqliteConnection connection) : IDisposable
{
    private readonly Withholding _withholding = new(ForgottenList.Of(connection));
    private readonly Statement _coder = new(connection, "INSERT INTO coder (identity) VALUES ($1) ON CONFLICT DO NOTHING");
    private readonly Statement _coderId = new(connection, "SELECT id FROM coder WHERE identity = $1");
    private readonly Statement _guest = new(connection, "INSERT INTO guest VALUES ($1) ON CONFLICT DO NOTHING");
    private readonly Statement _isGuest = new(connection, "SELECT 1 FROM guest WHERE coder = $1");
    private readonly Statement _coding = new(connection, "INSERT INTO coding (page, coder, given) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING");
    private readonly Statement _codingId = new(connection, "SELECT id FROM coding WHERE page = $1 AND coder = $2 AND given = $3");
    private readonly Statement _before = new(connection, "SELECT d.id FROM coding c JOIN document d ON d.coding = c.id WHERE c.page = $1 AND c.coder = $2 AND d.document = $3 LIMIT 1");
    private readonly Statement _problems = new(connection, "SELECT count(*) FROM problem WHERE coding = $1");
    private readonly Statement _document = new(connection, "document", "coding, " + RowColumns.Document + ", seal");
    private readonly Statement _block = new(connection, "block", "document, " + RowColumns.Block);
    private readonly Statement _problem = new(connection, "problem", "coding, " + RowColumns.Problem);
    private readonly ClaimWriter _claims = new(connection);

    /// <summary>Whether the name is that of a coder of the record that is none of the others.</summary>
    public bool IsOwn(string coder) => _coderId.Number(coder) is { } id && _isGuest.Number(id) is null;

    /// <summary>Whether the name is that of a person who was forgotten.</summary>
    public bool IsForgotten(string coder) => _withholding.Tells(coder);

    /// <summary>The coded document that this coder has made of a document already; null when it has not.</summary>
    public byte[]? Before(OwnDocument document, string coder) => _coderId.Number(coder) is { } id && _before.Number(document.Page, id, document.Id) is { } key
        ? connection.Query("SELECT coded FROM document WHERE id = $1", r => CodedBytes.Unpack(r.GetFieldValue<byte[]>(0)), key)[0]
        : null;

    /// <param name="doubts">Where the text seems to tell something else than a claim, by the claim's id in the record.</param>
    public void Write(OwnDocument document, string coder, byte[] coded, IReadOnlyList<ClaimRows> claims, IReadOnlyList<(string Claim, Problem Doubt)> doubts)
    {
        _coder.Run(coder);
        var coderId = _coderId.Number(coder)!.Value;
        _guest.Run(coderId);
        _coding.Run(document.Page, coderId, document.Given);
        var coding = _codingId.Number(document.Page, coderId, document.Given)!.Value;
        var rows = _withholding.Clean(new DocumentRows(document.RowWith(coded)) { Claims = claims, Blocks = document.BlockRows });
        var id = _document.AddUnder(coding, [.. rows.Document, Seal.Of(rows)]);
        _block.RunAll(id, rows.Blocks);
        foreach (var claim in rows.Claims)
        {
            _claims.Write(_claims.Next(), id, claim);
        }

        var map = new CodePointMap(document.Text);
        var before = _problems.Number(coding) ?? 0;
        _problem.RunAll(coding, [.. doubts.Where(d => !_withholding.Tells(d.Doubt.Message)).Select((d, n) => new object?[]
        {
            document.Id, before + n, d.Doubt.Code, DoubtText.Write(d.Claim, d.Doubt.Message), d.Doubt.Span is { } from ? map.ToCodePoint(from.Start) : null, d.Doubt.Span is { } to ? map.ToCodePoint(to.End) : null,
        })]);
    }

    public void Dispose()
    {
        _claims.Dispose();
        foreach (var statement in new[] { _coder, _coderId, _guest, _isGuest, _coding, _codingId, _before, _problem, _problems, _document, _block })
        {
            statement.Dispose();
        }
    }
}
