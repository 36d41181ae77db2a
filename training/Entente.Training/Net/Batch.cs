namespace Entente.Training.Net;

/// <summary>A sentence as the network learns it: rows of the table of vectors, and what is to be told. What a treebank does not say is negative.</summary>
/// <param name="Rows">For each word its rows, one for each kind of part.</param>
/// <param name="Rare">For each word the chance with which its form is hidden while learning.</param>
/// <param name="Tags">The number of the tag.</param>
/// <param name="Names">The number of the name mark (BIO).</param>
/// <param name="Heads">The head's place in the sentence; the number of words for the root.</param>
/// <param name="Labels">The number of the relation.</param>
internal sealed record Lesson(int[] Rows, float[] Rare, int[] Tags, int[] Names, int[] Heads, int[] Labels)
{
    public int Count => Rare.Length;

    public bool HasTree => Heads.Length > 0;
}

/// <summary>Some sentences, their words one after the other.</summary>
internal sealed class Batch
{
    private readonly int[] _starts;

    public Batch(IReadOnlyList<Lesson> lessons)
    {
        Lessons = lessons;
        _starts = new int[lessons.Count + 1];
        for (var s = 0; s < lessons.Count; s++)
        {
            _starts[s + 1] = _starts[s] + lessons[s].Count;
        }
    }

    public IReadOnlyList<Lesson> Lessons { get; }

    public int Sentences => Lessons.Count;

    public int Count => _starts[^1];

    public int Start(int sentence) => _starts[sentence];
}
