using System.Text;

namespace Entente.Claims.Analyzing;

/// <summary>
/// Plain text → documents whose blocks are its paragraphs. Blank lines part paragraphs; control characters count as spaces; a text longer than
/// <see cref="Piece"/> comes in pieces, cut between paragraphs, or at a space in one that is longer still.
/// </summary>
internal sealed class PlainText(TextReader input)
{
    /// <summary>Characters after which a document ends with its paragraph, and with its next space when the paragraph goes on for as many again.</summary>
    public const int Piece = 200_000;

    private readonly StringBuilder _text = new();
    private readonly List<Block> _blocks = [];
    private int _start;

    /// <summary>The documents one after another.</summary>
    public IEnumerable<Document> Documents()
    {
        while (input.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                EndParagraph();
            }
            else
            {
                Append(line);
            }

            if (_text.Length >= Piece && _start == _text.Length)
            {
                yield return Take();
            }

            while (_text.Length - _start > 2 * Piece)
            {
                yield return TakeHead();
            }
        }

        EndParagraph();
        if (_blocks.Count > 0)
        {
            yield return Take();
        }
    }

    private void Append(string line)
    {
        if (_text.Length > _start)
        {
            _text.Append('\n');
        }

        foreach (var c in line)
        {
            _text.Append(char.IsControl(c) ? ' ' : c);
        }
    }

    private void EndParagraph()
    {
        if (_text.Length > _start)
        {
            _blocks.Add(Body(_start, _text.Length));
            _text.Append('\n');
            _start = _text.Length;
        }
    }

    private Document Take()
    {
        var document = new Document("text", _text.ToString(), [.. _blocks]);
        _text.Clear();
        _blocks.Clear();
        _start = 0;
        return document;
    }

    /// <summary>What stands before a paragraph without an end, and its beginning.</summary>
    private Document TakeHead()
    {
        var text = _text.ToString(0, _start + Piece + 1);
        var space = text.AsSpan().LastIndexOfAny(' ', '\n');
        var cut = space > _start ? space : _start + Piece;
        cut += char.IsLowSurrogate(text[cut]) ? 1 : 0;
        _blocks.Add(Body(_start, cut));
        var document = new Document("text", text[..cut], [.. _blocks]);
        _text.Remove(0, cut);
        _blocks.Clear();
        _start = 0;
        return document;
    }

    private static Block Body(int start, int end) => new(TextSpan.FromBounds(start, end), BlockRole.Body, TextSpan.FromBounds(start, end));
}
