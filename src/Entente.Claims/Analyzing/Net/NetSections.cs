using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Entente.Claims.Analyzing.Net;

/// <summary>Reads a network out of its part of a model file, one section after the other, where they lie.</summary>
internal unsafe ref struct NetSections(ModelSections sections)
{
    private ModelSections _sections = sections;

    public string[] Lines() => _sections.Lines();

    public FlatTable Table() => _sections.Table();

    public sbyte* Bytes() => (sbyte*)Pointer();

    public float* Floats() => (float*)Pointer();

    /// <summary>Weights, scales and bias.</summary>
    public IntMatrix Matrix()
    {
        var weights = _sections.Bytes();
        var scales = _sections.Bytes();
        var bias = _sections.Bytes();
        return new IntMatrix(weights.Length / (scales.Length / sizeof(float)), weights, scales, bias);
    }

    private void* Pointer() => Unsafe.AsPointer(ref MemoryMarshal.GetReference(_sections.Bytes()));
}
