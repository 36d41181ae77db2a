using System.Runtime.InteropServices;
using System.Text;
using Entente.Claims.Analyzing.Net;

namespace Entente.Claims.Analyzing;

/// <summary>Fills the analysis of given words into the lines of CoNLL-U that hold them, some sentences at a time; all other lines go through as they are.</summary>
internal sealed class ConlluFiller(Annotator annotator, TextWriter output)
{
    private const int Columns = 10, Form = 1, Misc = 9;

    private readonly List<(string Line, string[]? Cells)> _lines = [];
    private readonly StringBuilder _text = new();
    private readonly List<TextSpan> _words = [];
    private readonly List<Sentence> _sentences = [];
    private int _first;

    public void Add(string line)
    {
        var cells = line.Length > 0 && char.IsAsciiDigit(line[0]) && line.Split('\t') is { Length: Columns } row && row[0].AsSpan().IndexOfAny('-', '.') < 0 ? row : null;
        _lines.Add((line, cells));
        if (cells is not null)
        {
            _words.Add(new TextSpan(_text.Length, cells[Form].Length));
            _text.Append(cells[Form]).Append(' ');
        }
        else if (line.Length == 0)
        {
            EndSentence();
        }
    }

    /// <summary>Writes all that was added and not yet written.</summary>
    public void Finish()
    {
        EndSentence();
        Write();
    }

    private void EndSentence()
    {
        if (_words.Count > _first)
        {
            _sentences.Add(new Sentence(default, _first, _words.Count - _first, 0));
            _first = _words.Count;
        }

        if (_words.Count >= SentenceBatch.Usual)
        {
            Write();
        }
    }

    private void Write()
    {
        var tokens = new Token[_words.Count];
        var names = new byte[_words.Count];
        annotator.Annotate(_text.ToString(), CollectionsMarshal.AsSpan(_words), _sentences, tokens, names);
        var (word, sentence) = (0, 0);
        foreach (var (line, cells) in _lines)
        {
            if (cells is null)
            {
                output.Write(line + "\n");
                continue;
            }

            sentence += word == _sentences[sentence].EndToken ? 1 : 0;
            var first = _sentences[sentence].FirstToken;
            output.Write(Conllu.Row(word - first + 1, cells[Form], tokens[word], first, Conllu.Misc(names[word], cells[Misc])));
            word++;
        }

        _lines.Clear();
        _text.Clear();
        _words.Clear();
        _sentences.Clear();
        _first = 0;
    }
}
