using System.Buffers;
using System.Collections.Frozen;

namespace Entente.Claims.Reading.Html.Threads;

/// <summary>What a name in an attribute tells of a part of a thread (data/reading-threads.tsv).</summary>
[Flags]
internal enum ThreadHints
{
    None = 0,
    Post = 1,
    Author = 2,
    Date = 4,
    Body = 8,
    Signature = 16,
    Aside = 32,
    Control = 64,
}

/// <summary>The words by which parts of threads are named.</summary>
internal static class ThreadWords
{
    private const int LongestName = 80;
    private const int MostSteps = 40;

    private static readonly SearchValues<char> BetweenSteps = SearchValues.Create("/?&=.;_-");
    private static readonly SearchValues<char> BetweenWords = SearchValues.Create(" :,.()\n\u00A0|");

    private static readonly FrozenDictionary<string, ThreadHints> Names = Table.Shipped("reading-threads").Rows
        .Where(r => Enum.TryParse<ThreadHints>(r.Required("kind"), ignoreCase: true, out _))
        .SelectMany(r => r.List("words").Select(w => (Word: w, Hint: Enum.Parse<ThreadHints>(r.Required("kind"), ignoreCase: true))))
        .GroupBy(p => p.Word).ToFrozenDictionary(g => g.Key, g => g.Aggregate(ThreadHints.None, (a, p) => a | p.Hint), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ThreadHints>.AlternateLookup<ReadOnlySpan<char>> BySpan = Names.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string> Profiles = Of("profile");
    private static readonly FrozenSet<string> Types = Of("type");
    private static readonly FrozenSet<string> OtherDays = Of("otherday");

    /// <summary>Hints of all words of a class, id or itemprop, each also in its singular; "userName" and "user-name" are two words and one.</summary>
    public static ThreadHints OfName(ReadOnlySpan<char> name)
    {
        var hints = ThreadHints.None;
        Span<char> word = stackalloc char[LongestName];
        Span<char> joined = stackalloc char[2 * LongestName];
        int length = 0, before = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var c = i < name.Length ? name[i] : ' ';
            if (length > 0 && (!char.IsLetter(c) || (char.IsUpper(c) && char.IsLower(name[i - 1]))))
            {
                hints |= OfWord(word[..length]);
                word[..length].CopyTo(joined[before..]);
                hints |= before > 0 ? OfWord(joined[..(before + length)]) : ThreadHints.None;
                word[..length].CopyTo(joined);
                before = length;
                length = 0;
            }

            if (char.IsLetter(c) && length < LongestName)
            {
                word[length++] = char.ToLowerInvariant(c);
            }
        }

        return hints;
    }

    /// <summary>Whether the address is a person's page: one of its steps is called so ("/members/ada", "profile.php?id=3", "?action=profile").</summary>
    public static bool IsProfile(ReadOnlySpan<char> address)
    {
        var cut = address.IndexOf('#');
        address = cut >= 0 ? address[..cut] : address;
        var profiles = Profiles.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var steps = 0; steps < MostSteps; steps++)
        {
            var end = address.IndexOfAny(BetweenSteps);
            if (profiles.Contains((end < 0 ? address : address[..end]).TrimEnd("0123456789")))
            {
                return true;
            }

            if (end < 0)
            {
                return false;
            }

            address = address[(end + 1)..];
        }

        return false;
    }

    /// <summary>Whether a schema.org type is that of a post.</summary>
    public static bool IsPostType(ReadOnlySpan<char> type) => Types.GetAlternateLookup<ReadOnlySpan<char>>().Contains(type[(type.LastIndexOf('/') + 1)..].Trim());

    /// <summary>Whether the words by a date say that it is not the day of the post: "Joined", "last edited", "Mitglied seit".</summary>
    public static bool TellsOtherDay(ReadOnlySpan<char> text)
    {
        var words = OtherDays.GetAlternateLookup<ReadOnlySpan<char>>();
        text = text[..Math.Min(text.Length, 200)];
        while (true)
        {
            var end = text.IndexOfAny(BetweenWords);
            if (words.Contains(end < 0 ? text : text[..end]))
            {
                return true;
            }

            if (end < 0)
            {
                return false;
            }

            text = text[(end + 1)..];
        }
    }

    private static ThreadHints OfWord(ReadOnlySpan<char> word)
    {
        var hints = BySpan.TryGetValue(word, out var own) ? own : ThreadHints.None;
        return word.Length > 4 && word[^1] == 's' && BySpan.TryGetValue(word[..^1], out var singular) ? hints | singular : hints;
    }

    private static FrozenSet<string> Of(string kind) => Table.Shipped("reading-threads").Rows.Where(r => r.Required("kind") == kind).SelectMany(r => r.List("words")).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
