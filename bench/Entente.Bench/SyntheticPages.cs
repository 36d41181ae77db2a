using System.Security.Cryptography;
using System.Text;
using Entente.Claims;
using Entente.Record.Recording;

namespace Entente.Bench;

/// <summary>Coded pages in any number, made from a few that were really coded: ids, days, countries and every word of four letters or more are others, offsets hold.</summary>
internal sealed class SyntheticPages
{
    private const int Wanted = 20;
    private readonly List<(CodedPage Page, CodedDocument Document)> _patterns;
    private readonly OtherCountries _countries = new();

    /// <summary>The words of the patterns by their lengths, each as often as it occurs.</summary>
    private readonly Dictionary<int, string[]> _words;

    public SyntheticPages(IEnumerable<CodedPage> pages)
    {
        _patterns = [.. pages.SelectMany(p => p.Documents.Where(d => d.Claims.Count >= Wanted / 2).Select(d => (p, Cut(d))))];
        if (_patterns.Count == 0)
        {
            throw new InvalidOperationException("No page there has ten claims.");
        }

        _words = _patterns.Select(p => p.Document.Document.Text).SelectMany(t => Words(t).Select(w => t.Substring(w.Start, w.Length))).GroupBy(w => w.Length).ToDictionary(w => w.Key, w => w.ToArray());
    }

    /// <summary>The i-th page, ready to be written.</summary>
    public CodedEntry Make(int i)
    {
        var (page, pattern) = _patterns[i % _patterns.Count];
        var digest = Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(i)));
        var document = pattern.Document with { Id = digest[..12], Text = Reword(pattern.Document.Text, i) };
        var coded = pattern with { Analyzed = pattern.Analyzed with { Document = document }, Claims = [.. pattern.Claims.Select(c => _countries.Told(c with { Time = Moved(c.Time, i) }, i))] };
        var own = page.Read.Page with { Id = document.Id, Content = Encoding.UTF8.GetBytes(digest) };
        return new CodedEntry(new CodedPage(page.Read with { Page = own, Documents = [document] }, [coded]), "bench", [$"{i / 1000}/{i}.html"]);
    }

    /// <summary>As many sentences as claims, those with claims first, so that a page is one of about twenty of each.</summary>
    private static CodedDocument Cut(CodedDocument coded)
    {
        var claims = coded.Claims.Take(Wanted).ToList();
        var sentences = coded.Analyzed.Sentences.OrderBy(s => claims.Exists(c => s.Span.Overlaps(c.Evidence)) ? 0 : 1).Take(Wanted).OrderBy(s => s.Span.Start).ToList();
        return coded with
        {
            Analyzed = coded.Analyzed with { Sentences = sentences },
            Claims = claims,
            Actors = [.. coded.Actors.Where(a => sentences.Exists(s => s.Span.Contains(a.Span)))],
        };
    }

    private static ClaimTime? Moved(ClaimTime? time, int i) => time is { Interval: { Earliest: { } a, Latest: { } b } }
        ? time with { Interval = new DateInterval(a.AddDays(-(i % 3000)), b.AddDays(-(i % 3000))) }
        : time;

    /// <summary>Every word of four letters or more is another of the same length, as often as the patterns have it, so that the vocabulary is that of news.</summary>
    private string Reword(string text, int seed) => string.Create(text.Length, (text, seed, _words), static (to, from) =>
    {
        from.text.CopyTo(to);
        var random = ((uint)from.seed * 2654435761u) + 1;
        foreach (var (start, length) in Words(from.text))
        {
            random = (random * 1664525) + 1013904223;
            var others = from._words[length];
            others[(int)((random >> 8) % (uint)others.Length)].CopyTo(to[start..]);
        }
    });

    private static IEnumerable<(int Start, int Length)> Words(string text)
    {
        for (int i = 0, from = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsAsciiLetterLower(text[i]))
            {
                continue;
            }

            if (i - from >= 4)
            {
                yield return (from, i - from);
            }

            from = i + 1;
        }
    }
}
