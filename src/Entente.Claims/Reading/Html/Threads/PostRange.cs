namespace Entente.Claims.Reading.Html.Threads;

/// <summary>The lines of one post: those of its element, or from one header to the next.</summary>
/// <param name="Element">With which it begins.</param>
/// <param name="EndElement">Index after its last element.</param>
internal sealed record PostRange(HtmlElement Element, int EndElement, int First, int End)
{
    /// <summary>Answers that lie in it, which are not its own.</summary>
    public List<PostRange> Inner { get; } = [];

    /// <summary>Its own lines.</summary>
    public IEnumerable<int> Lines()
    {
        var at = First;
        foreach (var inner in Inner)
        {
            for (; at < inner.First; at++)
            {
                yield return at;
            }

            at = Math.Max(at, inner.End);
        }

        for (; at < End; at++)
        {
            yield return at;
        }
    }

    /// <summary>Its own elements, from the one it begins with.</summary>
    public IEnumerable<int> Elements()
    {
        var at = Element.Index;
        foreach (var inner in Inner)
        {
            for (; at < inner.Element.Index; at++)
            {
                yield return at;
            }

            at = Math.Max(at, inner.EndElement);
        }

        for (; at < EndElement; at++)
        {
            yield return at;
        }
    }
}

/// <summary>Posts that repeat in one shape, and how sure it is that they are posts.</summary>
/// <param name="Shape">The shape that repeats.</param>
/// <param name="IsWhole">Whether each post lies in its element; otherwise the element is a header over it.</param>
internal sealed record PostGroup(int Shape, bool IsWhole, List<PostRange> Posts, double Score);
