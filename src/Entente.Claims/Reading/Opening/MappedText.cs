using System.Net;
using System.Text;

namespace Entente.Claims.Reading.Opening;

/// <summary>A text that stands in a page in another guise – an entity for a character, marked sections, an offset – with the place of each stretch there.</summary>
/// <param name="Runs">In order, without gaps in the text. A stretch of another length than its place was decoded.</param>
internal sealed record MappedText(string Text, IReadOnlyList<SourceRun> Runs)
{
    /// <summary>A segment of the text as one of the page.</summary>
    public Segment Back(Segment segment)
    {
        var runs = new List<SourceRun>(segment.Runs.Length);
        foreach (var run in segment.Runs)
        {
            if (run.Text.Length == run.Page.Length)
            {
                Linear(run, runs);
            }
            else
            {
                runs.Add(run with { Page = Place(run.Page) });
            }
        }

        return segment with { Runs = [.. runs], Page = Place(segment.Page) };
    }

    /// <summary>Where a stretch of the text stands in the page.</summary>
    public TextSpan Place(TextSpan span) => Runs.Count == 0 ? default : span.Length == 0 ? new TextSpan(PlaceOf(span.Start).Start, 0) : TextSpan.FromBounds(PlaceOf(span.Start).Start, PlaceOf(span.End - 1).End);

    private void Linear(SourceRun run, List<SourceRun> runs)
    {
        for (var at = run.Page.Start; at < run.Page.End;)
        {
            var known = Runs[IndexOf(at)];
            var end = Math.Min(run.Page.End, Math.Max(known.Text.End, at + 1));
            var page = known.Text.Length == known.Page.Length ? new TextSpan(known.Page.Start + at - known.Text.Start, end - at) : known.Page;
            runs.Add(new SourceRun(new TextSpan(run.Text.Start + at - run.Page.Start, end - at), page));
            at = end;
        }
    }

    private TextSpan PlaceOf(int at)
    {
        var known = Runs[IndexOf(at)];
        return known.Text.Length == known.Page.Length ? new TextSpan(known.Page.Start + Math.Min(at - known.Text.Start, known.Text.Length), 1) : known.Page;
    }

    private int IndexOf(int at)
    {
        int low = 0, high = Runs.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Runs[middle].Text.Start <= at ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>Puts such a text together from stretches of a page.</summary>
    internal sealed class Builder(string page)
    {
        private readonly StringBuilder _text = new();
        private readonly List<SourceRun> _runs = [];

        /// <summary>Adds a stretch as it stands.</summary>
        public void Plain(TextSpan span)
        {
            if (span.Length > 0)
            {
                _runs.Add(new SourceRun(new TextSpan(_text.Length, span.Length), span));
                _text.Append(page, span.Start, span.Length);
            }
        }

        /// <summary>Adds a stretch with its entities decoded.</summary>
        public void Decoded(TextSpan span)
        {
            for (var at = span.Start; at < span.End;)
            {
                var found = page.IndexOf('&', at, span.End - at);
                Plain(TextSpan.FromBounds(at, found < 0 ? span.End : found));
                at = found < 0 ? span.End : found + Entity(found, span.End);
            }
        }

        public MappedText Done() => new(_text.ToString(), _runs);

        private int Entity(int at, int end)
        {
            var near = page.AsSpan(at, Math.Min(end - at, 33));
            var semicolon = near.IndexOf(';');
            var decoded = semicolon > 1 ? WebUtility.HtmlDecode(near[..(semicolon + 1)].ToString()) : "";
            if (decoded.Length is 0 or > 2)
            {
                Plain(new TextSpan(at, 1));
                return 1;
            }

            _runs.Add(new SourceRun(new TextSpan(_text.Length, decoded.Length), new TextSpan(at, semicolon + 1)));
            _text.Append(decoded);
            return semicolon + 1;
        }
    }
}
