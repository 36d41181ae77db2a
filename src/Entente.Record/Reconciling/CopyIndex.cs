namespace Entente.Record.Reconciling;

/// <summary>
/// Which texts may share wording: an inverted index over their samples, in two sorted arrays. What very many texts have is a notice and no copy, and must not make the work grow with the
/// square of their number: wording that more than 64 texts have makes two of them candidates only where it is much of the shorter, and wording that more than a thousand have makes each of them
/// one only beside the first sixteen.
/// </summary>
internal sealed class CopyIndex
{
    private const int Usual = 64;
    private const int Boilerplate = 1000;
    private const int FirstFew = 16;
    private const int Parts = 16;

    /// <summary>The part of the shorter text's sample that usual wording alone has to make.</summary>
    private const double Much = .2;

    /// <summary>Candidates share this part of the least share that is asked for: a sample is not the text.</summary>
    private const double Leeway = .4;

    /// <summary>In a count of common hashes: some of them are unusual; they are candidates whatever the count.</summary>
    private const int Unusual = 1 << 29, Certain = 1 << 30, Count = Unusual - 1;

    /// <summary>How many hashes of each text are no boilerplate.</summary>
    private readonly int[] _telling;

    /// <summary>The texts of all hashes that two or more have: those of the hash n from _starts[n] to _starts[n + 1], in order.</summary>
    private readonly int[] _texts;
    private readonly int[] _starts;

    /// <summary>The hashes (as n above) of each text: those of the text t from _firsts[t] to _firsts[t + 1].</summary>
    private readonly int[] _hashes;
    private readonly int[] _firsts;

    public CopyIndex(uint[][] samples)
    {
        _telling = Array.ConvertAll(samples, s => s.Length);
        (_texts, _starts) = Gather(Entries(samples));
        _firsts = new int[samples.Length + 1];
        foreach (var text in _texts)
        {
            _firsts[text + 1]++;
        }

        for (var t = 0; t < samples.Length; t++)
        {
            _firsts[t + 1] += _firsts[t];
        }

        _hashes = new int[_texts.Length];
        var next = _firsts.AsSpan(0, samples.Length).ToArray();
        for (var n = 0; n < _starts.Length - 1; n++)
        {
            for (var i = _starts[n]; i < _starts[n + 1]; i++)
            {
                _hashes[next[_texts[i]]++] = n;
                _telling[_texts[i]] -= _starts[n + 1] - _starts[n] > Boilerplate ? 1 : 0;
            }
        }
    }

    /// <summary>The earlier texts that may share at least a part of the wording with one, in order.</summary>
    /// <param name="text">The later text.</param>
    /// <param name="least">The least containment asked for.</param>
    /// <param name="common">A number for each text, all 0 before and after.</param>
    public int[] Before(int text, double least, int[] common)
    {
        var met = new List<int>();
        for (var h = _firsts[text]; h < _firsts[text + 1]; h++)
        {
            var (from, to) = (_starts[_hashes[h]], _starts[_hashes[h] + 1]);
            var kind = to - from > Boilerplate ? Certain : to - from > Usual ? 0 : Unusual;
            to = kind == Certain ? from + FirstFew : to;
            for (; from < to && _texts[from] < text; from++)
            {
                var earlier = _texts[from];
                if (common[earlier] == 0)
                {
                    met.Add(earlier);
                }

                common[earlier] = (common[earlier] | kind) + 1;
            }
        }

        met.RemoveAll(earlier =>
        {
            var shared = common[earlier];
            common[earlier] = 0;
            var part = (double)(shared & Count) / Math.Max(1, Math.Min(_telling[text], _telling[earlier]));
            return shared < Certain && part < ((shared & Unusual) != 0 ? Leeway * least : Math.Max(Much, Leeway * least));
        });
        met.Sort();
        return [.. met];
    }

    /// <summary>Each hash with its text: the same hashes together, their texts in order. Parts by the low bits, for sampled hashes are mostly small numbers, are sorted side by side.</summary>
    private static ulong[] Entries(uint[][] samples)
    {
        var starts = new int[Parts + 1];
        foreach (var sample in samples)
        {
            foreach (var hash in sample)
            {
                starts[(hash % Parts) + 1]++;
            }
        }

        for (var part = 0; part < Parts; part++)
        {
            starts[part + 1] += starts[part];
        }

        var entries = new ulong[starts[Parts]];
        var next = starts.AsSpan(0, Parts).ToArray();
        for (var text = 0; text < samples.Length; text++)
        {
            foreach (var hash in samples[text])
            {
                entries[next[hash % Parts]++] = ((ulong)hash << 32) | (uint)text;
            }
        }

        Parallel.For(0, Parts, part => Array.Sort(entries, starts[part], starts[part + 1] - starts[part]));
        return entries;
    }

    /// <summary>Counted first: lists that double as they grow would take twice the room of what they hold.</summary>
    private static (int[] Texts, int[] Starts) Gather(ulong[] entries)
    {
        var (texts, hashes) = (0, 0);
        for (int from = 0, to; from < entries.Length; from = to)
        {
            to = EndOf(entries, from);
            (texts, hashes) = to - from > 1 ? (texts + to - from, hashes + 1) : (texts, hashes);
        }

        var (all, starts) = (new int[texts], new int[hashes + 1]);
        (texts, hashes) = (0, 0);
        for (int from = 0, to; from < entries.Length; from = to)
        {
            to = EndOf(entries, from);
            if (to - from > 1)
            {
                for (var i = from; i < to; i++)
                {
                    all[texts++] = (int)(uint)entries[i];
                }

                starts[++hashes] = texts;
            }
        }

        return (all, starts);
    }

    /// <summary>Where the entries of one hash end.</summary>
    private static int EndOf(ulong[] entries, int from)
    {
        var to = from + 1;
        while (to < entries.Length && entries[to] >> 32 == entries[from] >> 32)
        {
            to++;
        }

        return to;
    }
}
