using System.Diagnostics;
using Entente.Claims;
using Entente.Claims.Analyzing;
using Entente.Claims.Analyzing.Net;

namespace Entente.Training.Net;

/// <summary>Trains the network on trees, tags and names together.</summary>
internal sealed class NetTrainer(TagSet tags, string[] labels, WordClasses classes, Gazetteer gazetteer, int seed)
{
    private const int BatchWords = 700, MostWords = 200;
    private const float Rate = 0.002f, LastRate = 0.12f, Averaged = 0.3f;

    private readonly SentenceBatch _sentence = new(classes, gazetteer);
    private readonly Dictionary<ulong, int> _rows = [];
    private readonly Dictionary<ulong, int> _seen = [];

    public (LearningNet Net, IReadOnlyCollection<KeyValuePair<ulong, int>> Rows) Train(TrainingData data, Action<string> tell)
    {
        BuildRows(data);
        var lessons = data.Trees.Where(t => t.Words.Length < MostWords).Select(t => Lesson(t, data.Names)).Concat(data.Named.Select(Lesson)).ToList();
        var size = new NetSize(WordParts.Count, _rows.Count + WordParts.Count, tags.Count, NameMarks.Count, labels.Length);
        var net = new LearningNet(size, seed);
        tell($"{lessons.Count} sentences, {size.Rows} vectors, {net.Params.Sum(p => p.Weights.Length) / 1e6:F2} M weights");
        var random = new Random(seed);
        var clock = Stopwatch.StartNew();
        var (step, steps) = (0, data.Passes * lessons.Sum(l => l.Count) / BatchWords);
        var held = data.Held.Select(d => Lesson(d, data.Names)).ToList();
        for (var pass = 0; pass < data.Passes; pass++)
        {
            double lossT = 0, lossN = 0, lossA = 0, lossL = 0;
            var count = 0;
            foreach (var batch in Batches(lessons, random))
            {
                var (t, n, a, l) = net.Learn(batch);
                (lossT, lossN, lossA, lossL) = (lossT + t, lossN + n, lossA + a, lossL + l);
                step++;
                count++;
                net.Step(RateAt(step, steps), step);
                if (step > steps * (1 - Averaged) && step % 20 == 0)
                {
                    net.Remember();
                }
            }

            tell($"pass {pass + 1}: loss {lossT / count:F3} {lossN / count:F3} {lossA / count:F3} {lossL / count:F3}; {Score(net, held)}; {clock.Elapsed.TotalSeconds:F0} s");
        }

        net.Average();
        tell($"averaged: {Score(net, held)}; {clock.Elapsed.TotalSeconds:F0} s");
        return (net, _rows);
    }

    /// <summary>The rate rises at first, then falls in a line to a part of itself, at which weights still move enough for their mean to be better than any of them.</summary>
    private static float RateAt(int step, int steps) => Rate * Math.Min(1f, step / 200f) * Math.Max(LastRate, 1 - (step / (steps * (1 - (Averaged / 2)))));

    private static IEnumerable<Batch> Batches(List<Lesson> lessons, Random random)
    {
        var order = Enumerable.Range(0, lessons.Count).ToArray();
        random.Shuffle(order);
        var next = new List<Lesson>();
        var words = 0;
        foreach (var i in order)
        {
            next.Add(lessons[i]);
            words += lessons[i].Count;
            if (words >= BatchWords)
            {
                yield return new Batch(next);
                next = [];
                words = 0;
            }
        }
    }

    private static string Score(LearningNet net, List<Lesson> held)
    {
        int words = 0, tags = 0, uas = 0, las = 0, right = 0, found = 0, gold = 0;
        for (var from = 0; from < held.Count; from += 50)
        {
            var batch = new Batch(held.GetRange(from, Math.Min(50, held.Count - from)));
            var (t, n, h, l) = net.Tell(batch);
            for (var s = 0; s < batch.Sentences; s++)
            {
                var lesson = batch.Lessons[s];
                for (var i = 0; i < lesson.Count; i++)
                {
                    var at = batch.Start(s) + i;
                    words++;
                    tags += t[at] == lesson.Tags[i] ? 1 : 0;
                    var head = h[at] == lesson.Heads[i];
                    uas += head ? 1 : 0;
                    las += head && (l[at] == lesson.Labels[i] || lesson.Heads[i] == lesson.Count) ? 1 : 0;
                }

                if (lesson.Names.Length > 0)
                {
                    var theirs = Spans(lesson.Names);
                    var ours = Spans(n.AsSpan(batch.Start(s), lesson.Count));
                    gold += theirs.Count;
                    found += ours.Count;
                    right += ours.Count(theirs.Contains);
                }
            }
        }

        return $"dev tags {100.0 * tags / words:F2} UAS {100.0 * uas / words:F2} LAS {100.0 * las / words:F2} names F1 {200.0 * right / Math.Max(1, found + gold):F1}";
    }

    /// <summary>The names of a row of marks.</summary>
    public static HashSet<(int Kind, int Start, int End)> Spans(ReadOnlySpan<int> marks)
    {
        var spans = new HashSet<(int, int, int)>();
        for (var i = 0; i < marks.Length; i++)
        {
            if (marks[i] <= 0 || (marks[i] % 2 == 0 && i > 0 && (marks[i - 1] == marks[i] || marks[i - 1] == marks[i] - 1)))
            {
                continue;
            }

            var kind = (marks[i] + 1) / 2;
            var end = i + 1;
            while (end < marks.Length && marks[end] == kind * 2)
            {
                end++;
            }

            spans.Add((kind, i, end));
        }

        return spans;
    }

    /// <summary>Parts of words that are seen often enough get a row of their own.</summary>
    private void BuildRows(TrainingData data)
    {
        var kinds = new Dictionary<ulong, int>();
        foreach (var sentence in data.Trees)
        {
            Count(sentence.Text, sentence.Spans, kinds);
        }

        foreach (var (text, spans) in data.Named.Select(n => Conllu.Text(n.Words)))
        {
            Count(text, spans, kinds);
        }

        foreach (var (key, times) in _seen.OrderBy(p => p.Key))
        {
            if (times >= (kinds[key] == 0 ? 2 : 3))
            {
                _rows[key] = _rows.Count + WordParts.Count;
            }
        }
    }

    private void Count(string text, TextSpan[] spans, Dictionary<ulong, int> kinds)
    {
        var keys = new ulong[WordParts.Count];
        _sentence.Clear();
        _sentence.Add(text, spans);
        for (var i = 0; i < spans.Length; i++)
        {
            _sentence.Keys(i, keys);
            for (var k = 0; k < keys.Length; k++)
            {
                _seen[keys[k]] = _seen.GetValueOrDefault(keys[k]) + 1;
                kinds[keys[k]] = k;
            }
        }
    }

    private Lesson Lesson(GoldSentence sentence, IReadOnlyDictionary<string, int[]> names)
    {
        var (rows, rare) = Words(sentence.Text, sentence.Spans);
        var count = sentence.Words.Length;
        var marks = names.TryGetValue(sentence.Id, out var known) && known.Length == count ? known : sentence.Id.StartsWith("GUM", StringComparison.Ordinal) ? NameBank.OfGum(sentence) : [];
        return new Lesson(
            rows, rare, [.. sentence.Words.Select(w => tags.Find(w.Upos, w.Xpos))], marks,
            [.. sentence.Words.Select(w => w.Head < 0 ? count : w.Head)], [.. sentence.Words.Select(w => Array.IndexOf(labels, w.Deprel))]);
    }

    private Lesson Lesson(NamedSentence sentence)
    {
        var (text, spans) = Conllu.Text(sentence.Words);
        var (rows, rare) = Words(text, spans);
        return new Lesson(rows, rare, [], sentence.Marks, [], []);
    }

    private (int[] Rows, float[] Rare) Words(string text, TextSpan[] spans)
    {
        _sentence.Clear();
        _sentence.Add(text, spans);
        var rows = new int[spans.Length * WordParts.Count];
        var rare = new float[spans.Length];
        var keys = new ulong[WordParts.Count];
        for (var i = 0; i < spans.Length; i++)
        {
            _sentence.Keys(i, keys);
            for (var k = 0; k < keys.Length; k++)
            {
                rows[(i * WordParts.Count) + k] = _rows.GetValueOrDefault(keys[k], k);
            }

            rare[i] = 0.5f / (0.5f + _seen.GetValueOrDefault(keys[0]));
        }

        return (rows, rare);
    }
}
