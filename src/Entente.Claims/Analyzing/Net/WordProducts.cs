using static Entente.Claims.Analyzing.Net.Workspace;

namespace Entente.Claims.Analyzing.Net;

/// <summary>The vectors of words and what the first layer makes of them, kept because words come again: half of those of a page, most of those of a long text. One for one thread.</summary>
internal sealed unsafe class WordProducts(WordVectors words, IntMatrix layer)
{
    private const int Most = 2048;

    private readonly Dictionary<ulong, int> _slots = [];
    private readonly Workspace _space = new();

    /// <summary>The vectors, by slot.</summary>
    public float* Vectors => _space.Get<float>(Part.Vectors, IntMatrix.Rows(Most) * words.Width);

    /// <summary>The products, by slot.</summary>
    public float* Sums => _space.Get<float>(Part.Sums, IntMatrix.Rows(Most) * layer.Outputs);

    /// <summary>Forgets all: words have other places now.</summary>
    public void Clear() => _slots.Clear();

    /// <summary>Writes the slot of each word of a batch; what is not there yet is made.</summary>
    public void Find(SentenceBatch batch, int* slots)
    {
        if (_slots.Count + batch.Count + IntMatrix.RowsTogether > Most)
        {
            _slots.Clear();
        }

        var known = _slots.Count;
        var vectors = Vectors;
        for (var i = 0; i < batch.Count; i++)
        {
            var look = batch.Look(i);
            if (!_slots.TryGetValue(look, out slots[i]))
            {
                slots[i] = _slots.Count;
                _slots.Add(look, slots[i]);
                words.Write(batch, i, vectors + ((long)slots[i] * words.Width));
            }
        }

        var made = _slots.Count - known;
        var rounded = _space.Get<byte>(Part.Input, IntMatrix.Rows(made) * words.Width);
        Fixed.Round(vectors + ((long)known * words.Width), rounded, made * words.Width);
        layer.Multiply(rounded, Sums + ((long)known * layer.Outputs), made);
    }
}
