namespace Entente.Claims.Reading.Opening;

/// <summary>Bounds of opening, and the one thing that it asks of its host.</summary>
public sealed record OpenerOptions
{
    public static OpenerOptions Default { get; } = new();

    /// <summary>Bytes of the largest page: 64 MiB; no saved article is larger.</summary>
    public int LargestPage { get; init; } = 64 << 20;

    /// <summary>How deep archives may lie in archives.</summary>
    public int Deepest { get; init; } = 5;

    /// <summary>What may be unpacked of any file, however small it is.</summary>
    public long LeastUnpacked { get; init; } = 256L << 20;

    /// <summary>How many times its own size may be unpacked of a file beyond that. Saved pages shrink to a tenth, seldom to a hundredth; bombs to a thousandth.</summary>
    public int LargestRatio { get; init; } = 150;

    /// <summary>Makes text of a PDF: the work of an outside program, so the host sees to it. Null: PDFs are given as they are, and cannot be read.</summary>
    public Func<ReadOnlyMemory<byte>, Conversion>? Convert { get; init; }
}
