namespace Entente.Training.Net;

/// <summary>A word's vector: the sum of those of its parts.</summary>
internal sealed class Embedding(int rows, int size, int parts, int hidden, Random random)
{
    private int[] _rows = [];

    public Param Table { get; } = new Param(rows, size, sparse: true).Uniform(random, 0.25);

    /// <summary>Writes the vectors. The first few parts of a word are hidden by chance while learning: their row is then the unknown one.</summary>
    public void Forward(Batch batch, float[] x, Random? chance)
    {
        _rows = _rows.Length < batch.Count * parts ? new int[batch.Count * parts] : _rows;
        for (var s = 0; s < batch.Sentences; s++)
        {
            var lesson = batch.Lessons[s];
            for (var i = 0; i < lesson.Count; i++)
            {
                var at = (batch.Start(s) + i) * parts;
                lesson.Rows.AsSpan(i * parts, parts).CopyTo(_rows.AsSpan(at));
                if (chance is not null && chance.NextDouble() < lesson.Rare[i])
                {
                    // The first rows of the table are the unknown ones, one for each part
                    for (var part = 0; part < hidden; part++)
                    {
                        _rows[at + part] = part;
                    }
                }
            }
        }

        for (var i = 0; i < batch.Count; i++)
        {
            var to = x.AsSpan(i * size, size);
            to.Clear();
            foreach (var row in _rows.AsSpan(i * parts, parts))
            {
                Vectors.Add(to, Table.Weights.AsSpan(row * size, size));
            }
        }
    }

    public void Backward(Batch batch, float[] dx)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            var from = dx.AsSpan(i * size, size);
            foreach (var row in _rows.AsSpan(i * parts, parts))
            {
                Vectors.Add(Table.Touch(row), from);
            }
        }
    }
}
