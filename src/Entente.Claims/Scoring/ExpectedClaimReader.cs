using System.Globalization;

namespace Entente.Claims.Scoring;

/// <summary>A line of the notation → what it expects.</summary>
internal static class ExpectedClaimReader
{
    private static readonly string[] Changes = ["=", "~", ">", "<", "up", "down"];
    private static readonly Certainty[] Certainties = Enum.GetValues<Certainty>();

    public static ExpectedClaim Read(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        var optional = parts[0].StartsWith('?');
        var claim = Head(line, optional ? parts[0][1..].Trim() : parts[0]) with { IsOptional = optional };
        return parts.Skip(1).Aggregate(claim, Part);
    }

    private static ExpectedClaim Head(string line, string head)
    {
        var words = head.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var rest = words.Length > 1 ? words[1] : null;
        if (words.Length > 0 && !words[0].Any(char.IsAsciiLetterLower) && CodedNames.TryParse<EventType>(words[0], out var type))
        {
            return new ExpectedClaim(line, ClaimKind.Event) { Type = type, Mode = rest };
        }

        if (words.Length == 0 || words[0].Any(char.IsAsciiLetterUpper) || !CodedNames.TryParse<ClaimKind>(words[0], out var kind) || kind == ClaimKind.Event)
        {
            throw Wrong(line, head, "begins with no PLOVER type and no kind of claim: begin with CONSULT, ASSAULT, figure, membership …");
        }

        return kind is ClaimKind.Figure or ClaimKind.Count
            ? new ExpectedClaim(line, kind) { Quantity = rest is null ? null : Number(line, rest) }
            : kind == ClaimKind.Label ? new ExpectedClaim(line, kind) { Of = rest?.Trim('"') } : new ExpectedClaim(line, kind) { Mode = rest };
    }

    private static ExpectedClaim Part(ExpectedClaim claim, string part)
    {
        var space = part.IndexOf(' ', StringComparison.Ordinal);
        var (word, rest) = space < 0 ? (part, "") : (part[..space], part[(space + 1)..].Trim());
        return word switch
        {
            "actor" or "whose" or "party" or "about" or "person" or "holder" => claim with { Actors = Actors(claim, rest) },
            "recipient" or "organisation" => claim with { Recipients = Actors(claim, rest) },
            "via" => claim with { Via = rest == "-" ? [] : List(rest, '>') },
            "trigger" => claim with { Trigger = rest.Trim('"') },
            "context" => claim with { Contexts = List(rest, '+') },
            "of" or "what" or "name" or "proposition" => claim with { Of = rest.Trim('"') },
            _ => Told(claim, part) ?? When(claim, part)
                ?? throw Wrong(claim.Text, part, "is neither a part that begins with actor, recipient, via, trigger, context or of, nor a reading, nor a day"),
        };
    }

    private static ExpectedActor[] Actors(ExpectedClaim claim, string text)
    {
        if (text == "-")
        {
            return [];
        }

        var actors = List(text, '+');
        return actors.FirstOrDefault(a => !ExpectedActor.IsActor(a)) is { } bad
            ? throw Wrong(claim.Text, bad, "is no actor: write RUS, RUS:MIL, person:xi-jinping, org:nato or words in quotation marks")
            : actors.Length == 0 ? throw Wrong(claim.Text, text, "names nobody: write - for nobody") : [.. actors.Select(a => new ExpectedActor(a))];
    }

    /// <summary>"planned", "denied opinion", "hypothetical planned?", "asserted not", "hypothetical PS"; null when a word is none of these.</summary>
    private static ExpectedClaim? Told(ExpectedClaim claim, string part)
    {
        foreach (var word in part.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word == "not")
            {
                claim = claim with { Polarity = Polarity.Negative };
            }
            else if (Array.FindIndex(Certainties, c => CodedNames.Of(c) == word) is >= 0 and var certainty)
            {
                claim = claim with { Certainty = Certainties[certainty] };
            }
            else if (CodedNames.TryParse<Readings>(word.TrimEnd('?'), out var reading) && reading != Readings.None)
            {
                claim = word[^1] == '?' ? claim with { OpenReadings = claim.OpenReadings | reading } : claim with { Readings = claim.Readings | reading };
            }
            else
            {
                return null;
            }
        }

        return claim;
    }

    /// <summary>"2023-03-17", "2023-03", "2023", "2023-03-01/2023-03-14", "../2019", with or without the basis behind.</summary>
    private static ExpectedClaim? When(ExpectedClaim claim, string part)
    {
        var words = part.Split(' ', 2, StringSplitOptions.TrimEntries);
        return Interval(words[0]) is { } days ? claim with { Time = days, TimeBasis = words.Length > 1 ? words[1] : null } : null;
    }

    internal static DateInterval? Interval(string text)
    {
        var ends = text.Split('/');
        if (ends.Length > 2 || Days(ends[0]) is not { } first || Days(ends[^1]) is not { } last)
        {
            return null;
        }

        return new DateInterval(first.Earliest, last.Latest) is var days && (days.Earliest ?? days.Latest) is null ? null : days;
    }

    private static DateInterval? Days(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return DateInterval.Day(day);
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return DateInterval.Month(month.Year, month.Month);
        }

        return text == ".." ? default(DateInterval)
            : DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year) ? DateInterval.Year(year.Year) : null;
    }

    /// <summary>"19.8 % up", "190 billion USD", "300..400 soldier", "40".</summary>
    private static ExpectedQuantity Number(string line, string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var ends = words[0].Split("..");
        var change = Array.IndexOf(Changes, words[^1]) >= 0 ? words[^1] : null;
        if (!double.TryParse(ends[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var low) || !double.TryParse(ends[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var high))
        {
            throw Wrong(line, text, "begins with no number: write it in digits, as 19.8 % up or 190 billion USD");
        }

        words = words[1..(change is null ? ^0 : ^1)];
        var scale = words.FirstOrDefault() switch { "thousand" => 1e3, "million" => 1e6, "billion" => 1e9, "trillion" => 1e12, _ => 1 };
        var unit = string.Join(' ', words.Skip(scale > 1 ? 1 : 0));
        return new ExpectedQuantity(low * scale, ends.Length > 1 ? high * scale : null, unit.Length == 0 ? null : unit, change);
    }

    private static string[] List(string text, char separator) => text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static FormatException Wrong(string line, string part, string what) => new($"'{part}' in '{line}' {what}.");
}
