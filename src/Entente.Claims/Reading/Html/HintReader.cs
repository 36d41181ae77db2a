using System.Collections.Frozen;

namespace Entente.Claims.Reading.Html;

/// <summary>Reads what an element's attributes tell of its content (data/reading-hints.tsv, HTML's own roles, schema.org's itemprop).</summary>
internal sealed class HintReader
{
    private const int LongestWord = 40;
    private static readonly FrozenDictionary<string, HtmlHints> Words = Table.Shipped("reading-hints").Rows
        .SelectMany(r => r.List("words").Select(w => (Word: w, Hint: Enum.Parse<HtmlHints>(r.Required("kind"), ignoreCase: true))))
        .GroupBy(p => p.Word).ToFrozenDictionary(g => g.Key, g => g.Aggregate(HtmlHints.None, (a, p) => a | p.Hint), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, HtmlHints>.AlternateLookup<ReadOnlySpan<char>> BySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<string, Known> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Known>.AlternateLookup<ReadOnlySpan<char>> _seenBySpan;

    public HintReader() => _seenBySpan = _seen.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A class or id that the page has used, and what it tells.</summary>
    private sealed record Known(string Value, HtmlHints Hints);

    /// <summary>Hints of all attributes of the start tag, and its class.</summary>
    public (HtmlHints Hints, string Class) Read(string page, TextSpan tag)
    {
        var hints = HtmlHints.None;
        var named = "";
        foreach (var (nameSpan, valueSpan) in new HtmlAttributes(page, tag))
        {
            var name = page.AsSpan(nameSpan.Start, nameSpan.Length);
            var value = page.AsSpan(valueSpan.Start, valueSpan.Length);
            if (name.Equals("class", StringComparison.OrdinalIgnoreCase))
            {
                var known = Cached(value);
                named = known.Value;
                hints |= known.Hints;
            }
            else if (name.Equals("id", StringComparison.OrdinalIgnoreCase) || name.Equals("data-component", StringComparison.OrdinalIgnoreCase) || name.Equals("data-testid", StringComparison.OrdinalIgnoreCase))
            {
                hints |= Cached(value).Hints & ~HtmlHints.Headline;
            }
            else
            {
                hints |= Other(name, value);
            }
        }

        return (hints, named);
    }

    /// <summary>What a class or id tells: its words, and each two neighbours as one. Letters right after a digit are no word ("w-node-b53ad4" is no advert).</summary>
    public static HtmlHints OfName(ReadOnlySpan<char> value)
    {
        var hints = HtmlHints.None;
        Span<char> joined = stackalloc char[2 * LongestWord];
        Span<char> word = stackalloc char[LongestWord];
        int length = 0, before = 0;
        var after = false;
        for (var i = 0; i <= value.Length; i++)
        {
            var c = i < value.Length ? value[i] : ' ';
            var camel = i > 0 && char.IsUpper(c) && char.IsLower(value[i - 1]);
            if ((!char.IsLetter(c) || camel) && length > 0)
            {
                hints |= !IsState(joined[..before]) && BySpan.TryGetValue(word[..length], out var single) ? single : HtmlHints.None;
                word[..length].CopyTo(joined[before..]);
                hints |= before > 0 && BySpan.TryGetValue(joined[..(before + length)], out var pair) ? pair : HtmlHints.None;
                word[..length].CopyTo(joined);
                before = char.IsWhiteSpace(c) ? 0 : length;
                length = 0;
            }

            after = char.IsDigit(c) || (after && char.IsLetter(c) && !camel);
            if (char.IsLetter(c) && length < LongestWord && !after)
            {
                word[length++] = char.ToLowerInvariant(c);
            }
        }

        return hints;
    }

    /// <summary>"hasAds", "no-sidebar", "with-comments" tell of the state of an element, not what it is.</summary>
    private static bool IsState(ReadOnlySpan<char> word) => word is "has" or "no" or "with" or "without";

    private Known Cached(ReadOnlySpan<char> value)
    {
        if (!_seenBySpan.TryGetValue(value, out var known))
        {
            known = new Known(value.ToString(), (OfName(value) & ~HtmlHints.AuthorLink) | (HasToken(value, "hidden") ? HtmlHints.Furniture : HtmlHints.None));
            _seenBySpan[value] = known;
        }

        return known;
    }

    /// <summary>Whether one of the class's names is exactly the word ("label-hidden" hides a label, not the element).</summary>
    private static bool HasToken(ReadOnlySpan<char> value, ReadOnlySpan<char> word)
    {
        foreach (var range in value.Split(' '))
        {
            if (value[range].Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static HtmlHints Other(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (name.Equals("itemprop", StringComparison.OrdinalIgnoreCase))
        {
            return value switch
            {
                "articleBody" or "reviewBody" => HtmlHints.Body,
                "author" or "creator" => HtmlHints.Byline,
                "datePublished" or "dateCreated" => HtmlHints.DatePublished | HtmlHints.Date,
                "dateModified" => HtmlHints.Date | HtmlHints.Modified,
                "headline" => HtmlHints.Headline,
                "caption" => HtmlHints.Caption,
                "comment" => HtmlHints.Post,
                _ => HtmlHints.None,
            };
        }

        if (name.Equals("role", StringComparison.OrdinalIgnoreCase))
        {
            return value is "navigation" or "banner" or "contentinfo" or "search" or "menu" or "menubar" or "dialog" or "alertdialog" or "complementary" ? HtmlHints.Furniture : HtmlHints.None;
        }

        if (name.Equals("rel", StringComparison.OrdinalIgnoreCase))
        {
            return value.Contains("author", StringComparison.OrdinalIgnoreCase) ? HtmlHints.Byline : HtmlHints.None;
        }

        if (name.Equals("href", StringComparison.OrdinalIgnoreCase))
        {
            return LeadsToWriter(value) ? HtmlHints.AuthorLink : HtmlHints.None;
        }

        if (name.Equals("pubdate", StringComparison.OrdinalIgnoreCase))
        {
            return HtmlHints.DatePublished | HtmlHints.Date;
        }

        return (name.Equals("hidden", StringComparison.OrdinalIgnoreCase) && !value.Equals("until-found", StringComparison.OrdinalIgnoreCase))
            || (name.Equals("style", StringComparison.OrdinalIgnoreCase) && IsUndisplayed(value)) ? HtmlHints.Hidden : HtmlHints.None;
    }

    /// <summary>Whether one of the two steps before the last is named for writers: "/authors/ada-example/", "/staff/1234/ada-example".</summary>
    private static bool LeadsToWriter(ReadOnlySpan<char> address)
    {
        var end = address.IndexOfAny('?', '#');
        var rest = (end < 0 ? address : address[..end]).Trim('/');
        for (var step = 0; step < 3 && rest.Length > 0; step++)
        {
            var slash = rest.LastIndexOf('/');
            if (step > 0 && BySpan.TryGetValue(rest[(slash + 1)..], out var hint) && (hint & HtmlHints.AuthorLink) != HtmlHints.None)
            {
                return true;
            }

            rest = rest[..Math.Max(0, slash)];
        }

        return false;
    }

    private static bool IsUndisplayed(ReadOnlySpan<char> style)
    {
        var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style[(at + 7)..].TrimStart().TrimStart(':').TrimStart().StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }
}
