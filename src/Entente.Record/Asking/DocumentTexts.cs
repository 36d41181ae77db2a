using Entente.Claims;
using Entente.Record.Recording;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Asking;

/// <summary>The texts that an answer quotes from, each fetched once.</summary>
internal sealed class DocumentTexts(SqliteConnection connection) : IDisposable
{
    private readonly Statement _text = new(connection, "SELECT text FROM document WHERE id = $1");
    private readonly Dictionary<long, DocumentText> _texts = [];

    public DocumentText Of(long document) =>
        _texts.TryGetValue(document, out var text) ? text : _texts[document] = new DocumentText(_text.All(r => r.Text(0), document) is [var words] ? words : "");

    public void Dispose() => _text.Dispose();
}

/// <summary>A document's text, by code points.</summary>
internal sealed class DocumentText(string text)
{
    private readonly CodePointMap _map = new(text);

    public TextSpan Span(int start, int stop) => Columns.Span(_map, start, stop);

    public string Words(int start, int stop) => Span(start, stop).In(text);
}
