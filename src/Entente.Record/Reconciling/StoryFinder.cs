namespace Entente.Record.Reconciling;

/// <summary>
/// Groups texts that tell the same story: cosine of TF-IDF vectors, joined by average linkage from the most alike on, so that the order of the texts does not matter
/// (agglomerative clustering, Sokal and Michener 1958; TF-IDF, Spärck Jones 1972).
/// </summary>
public static class StoryFinder
{
    /// <summary>Mean likeness at which two groups still tell one story; set on news of 24 topics with two alike stories each, where .11 to .14 do equally well.</summary>
    private const double LeastLikeness = .13;

    /// <summary>Texts less alike than this count as not alike at all, which keeps the table small.</summary>
    private const double LeastKept = .02;

    /// <summary>How many texts of other news stand behind the given ones, so that a small pile knows common words too.</summary>
    private const double Background = 50;

    /// <summary>Rare words tell more than their logarithm.</summary>
    private const double IdfPower = 1.5;

    /// <summary>A word of more than this part of the texts tells no story from another.</summary>
    private const double CommonShare = .2;

    /// <summary>Beyond so many texts a word costs more to look up than it tells.</summary>
    private const int MostHolders = 2000;

    /// <summary>For each text the index of the first text of its story.</summary>
    public static IReadOnlyList<int> Find(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return new StoryClusters(Likenesses(texts)).Join(LeastLikeness);
    }

    /// <summary>For each text those that share a telling word with it, and how alike they are (0–1).</summary>
    private static Dictionary<int, double>[] Likenesses(IReadOnlyList<string> texts)
    {
        var words = texts.AsParallel().AsOrdered().Select(StoryWords.Of).ToArray();
        var holders = new SortedDictionary<string, List<(int Text, double Weight)>>(StringComparer.Ordinal);
        for (var text = 0; text < words.Length; text++)
        {
            foreach (var (word, weight) in words[text])
            {
                (holders.TryGetValue(word, out var list) ? list : holders[word] = []).Add((text, weight));
            }
        }

        var telling = holders
            .Where(h => h.Value.Count is > 1 and <= MostHolders && (h.Value.Count <= 2 || h.Value.Count < CommonShare * (texts.Count + Background)))
            .Select(h => (Idf: Idf(h.Key, h.Value.Count, texts.Count), Holders: h.Value))
            .ToList();
        var length = new double[texts.Count];
        foreach (var (idf, list) in telling)
        {
            list.ForEach(h => length[h.Text] += h.Weight * idf * h.Weight * idf);
        }

        return Products(telling, length);
    }

    private static Dictionary<int, double>[] Products(List<(double Idf, List<(int Text, double Weight)> Holders)> telling, double[] length)
    {
        var wordsOf = new List<(int Word, double Weight)>[length.Length];
        var like = new Dictionary<int, double>[length.Length];
        for (var i = 0; i < like.Length; i++)
        {
            (wordsOf[i], like[i]) = ([], []);
        }

        for (var word = 0; word < telling.Count; word++)
        {
            telling[word].Holders.ForEach(h => wordsOf[h.Text].Add((word, h.Weight)));
        }

        var sums = new double[length.Length];
        var met = new List<int>();
        for (var b = 0; b < like.Length; b++)
        {
            Add(telling, wordsOf[b], b, sums, met);
            foreach (var a in met)
            {
                var likeness = sums[a] / Math.Sqrt(length[a] * length[b]);
                if (likeness >= LeastKept)
                {
                    like[a][b] = like[b][a] = likeness;
                }

                sums[a] = 0;
            }

            met.Clear();
        }

        return like;
    }

    /// <summary>Adds up what a text has in common with each text before it.</summary>
    private static void Add(List<(double Idf, List<(int Text, double Weight)> Holders)> telling, List<(int Word, double Weight)> words, int text, double[] sums, List<int> met)
    {
        foreach (var (word, weight) in words)
        {
            var (idf, holders) = telling[word];
            foreach (var (other, otherWeight) in holders)
            {
                if (other >= text)
                {
                    break;
                }

                if (sums[other] == 0)
                {
                    met.Add(other);
                }

                sums[other] += weight * otherWeight * idf * idf;
            }
        }
    }

    /// <summary>
    /// How much a word tells. Of the texts in the background a pair of words or a number stands in one of a hundred, a word of up to three letters in most, any other in one of ten.
    /// </summary>
    private static double Idf(string word, int holders, int texts)
    {
        var behind = word.Contains(' ', StringComparison.Ordinal) || char.IsDigit(word[0]) ? .01 : word.Length <= 3 ? .8 : .1;
        return Math.Pow(Math.Max(0, Math.Log((texts + Background) / (holders + (Background * behind)))), IdfPower);
    }
}
