using Entente.Claims.Analyzing;

namespace Entente.Training;

/// <summary>Trains the parser with a dynamic oracle: it may follow its own mistakes, and learns the best that is left (Goldberg and Nivre 2013).</summary>
internal sealed class ParserTrainer(string[] labels, TagSet tags, int seed)
{
    /// <summary>From the second pass on, how often the parser's own choice is followed.</summary>
    private const double Exploration = 0.9;

    private readonly Random _random = new(seed);
    private readonly int _root = Array.IndexOf(labels, Parser.RootLabel);
    private readonly Perceptron _perceptron = new();
    private readonly ParseState _state = new();

    public Perceptron Train(IReadOnlyList<GoldSentence> sentences, byte[][] guessedTags, WordClasses classes, int passes, Action<string> tell)
    {
        var atoms = new WordAtoms();
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        for (var pass = 0; pass < passes; pass++)
        {
            int right = 0, all = 0;
            _random.Shuffle(order);
            foreach (var s in order)
            {
                atoms.Fill(sentences[s].Text, sentences[s].Spans, classes);
                Learn(atoms, guessedTags[s], sentences[s].Words, pass > 0, ref right, ref all);
            }

            tell($"  parser pass {pass + 1}: {100.0 * right / all:F2} % of transitions right, {_perceptron.Features} features");
        }

        return _perceptron;
    }

    private void Learn(WordAtoms atoms, byte[] guessed, GoldWord[] words, bool explore, ref int right, ref int all)
    {
        Span<ulong> keys = stackalloc ulong[ParseFeatures.Count];
        Span<int> scores = stackalloc int[Transitions.Count(labels.Length)];
        var oracle = new Oracle(words, labels);
        _state.Begin(atoms, guessed, tags.Kinds);
        while (!_state.IsDone)
        {
            if (_state.Depth == 0)
            {
                _state.Shift();
                continue;
            }

            if (_state.Front == _state.Count && _state.Depth == 1)
            {
                _state.Left((byte)_root);
                continue;
            }

            ParseFeatures.Fill(_state, keys);
            _perceptron.Score(keys, scores);
            var guess = Transitions.Best(scores, _state, _root);
            var gold = oracle.Best(_state, scores, _root, guess);
            if (guess != gold)
            {
                _perceptron.Update(keys, gold, guess);
            }
            else
            {
                right++;
            }

            all++;
            _perceptron.Tick();
            Transitions.Apply(_state, explore && _random.NextDouble() < Exploration ? guess : gold);
        }
    }
}
