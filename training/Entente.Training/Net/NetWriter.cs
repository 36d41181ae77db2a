using System.Runtime.InteropServices;
using Entente.Claims.Analyzing.Net;

namespace Entente.Training.Net;

/// <summary>Writes a network in whole numbers, in the order in which <see cref="Network"/> reads it.</summary>
internal static class NetWriter
{
    public static void Write(ModelWriter model, LearningNet net)
    {
        Vectors(model, net.Words.Table);
        foreach (var layer in net.Layers)
        {
            Layer(model, layer);
        }

        Matrix(model, net.Tags);
        Matrix(model, net.NameHints);
        Matrix(model, net.Names, positive: true);
        Matrix(model, net.Arcs.Ask);
        Matrix(model, net.Arcs.Offer);
        Matrix(model, net.Arcs.Middle, [], positive: true);
        Floats(model, net.Arcs.Worth.Weights);
        Floats(model, net.Arcs.Root.Weights);
        Floats(model, net.Arcs.Distance.Weights);
        Matrix(model, net.Labels.Below);
        Matrix(model, net.Labels.Above);
        Matrix(model, net.Labels.Out, positive: true);
    }

    /// <summary>One scale for all vectors, so that they can be added up in whole numbers; the few that are larger are cut.</summary>
    private static void Vectors(ModelWriter model, Param table)
    {
        var sizes = table.Weights.Select(Math.Abs).Order().ToArray();
        var scale = sizes[(int)(sizes.Length * 0.9999)] / 127;
        model.Bytes([.. table.Weights.Select(w => (byte)(sbyte)Math.Clamp(MathF.Round(w / scale), -127, 127))]);
        Floats(model, [scale]);
    }

    private static void Layer(ModelWriter model, SruLayer layer)
    {
        var size = layer.Out / 2;
        var bias = new float[6 * size];
        for (var way = 0; way < 2; way++)
        {
            layer.Bias.Weights.AsSpan(way * 2 * size, 2 * size).CopyTo(bias.AsSpan((way * 3 * size) + size));
        }

        Matrix(model, layer.Weights, bias);
        Floats(model, layer.Cell.Weights);
    }

    private static void Matrix(ModelWriter model, Dense dense, bool positive = false) => Matrix(model, dense.Weights, dense.Bias.Weights, positive);

    /// <summary>Each output has a scale of its own. Outputs are filled up to whole panels. Unless inputs are positive, what their zero adds to the sums is taken off the bias.</summary>
    private static void Matrix(ModelWriter model, Param weights, float[] bias, bool positive = false)
    {
        var (inputs, outputs) = (weights.Rows, weights.Columns);
        var filled = (outputs + IntMatrix.Panel - 1) / IntMatrix.Panel * IntMatrix.Panel;
        var packed = new byte[filled * inputs];
        var scales = new float[filled];
        bias = [.. bias];
        Array.Resize(ref bias, filled);
        for (var j = 0; j < outputs; j++)
        {
            var most = Enumerable.Range(0, inputs).Max(i => Math.Abs(weights.Weights[(i * outputs) + j]));
            scales[j] = most / 127 / Fixed.One;
            var sum = 0;
            for (var i = 0; i < inputs && most > 0; i++)
            {
                var weight = (sbyte)MathF.Round(weights.Weights[(i * outputs) + j] / most * 127);
                var at = (j / IntMatrix.Panel * IntMatrix.Panel * inputs) + (i / IntMatrix.Group * IntMatrix.Group * IntMatrix.Panel) + (j % IntMatrix.Panel * IntMatrix.Group) + (i % IntMatrix.Group);
                packed[at] = (byte)weight;
                sum += weight;
            }

            bias[j] -= positive ? 0 : Fixed.Zero * sum * scales[j];
        }

        model.Bytes(packed);
        Floats(model, scales);
        Floats(model, bias);
    }

    private static void Floats(ModelWriter model, float[] numbers) => model.Bytes(MemoryMarshal.AsBytes<float>(numbers));
}
