using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Entente.Claims.Coding.Attributing;

/// <summary>
/// Whether a document says of itself that it is a news agency's text: in its byline ("By Ada Example, AFP"), in a dateline ("MOSCOW, March 17 (TASS) –"), in a credit at its end ("(AFP)",
/// "Source: Reuters") or by its copyright. Credits of pictures do not count, and neither does an agency that is only quoted or lent a hand.
/// </summary>
public sealed partial class AgencyCredit
{
    /// <summary>A dateline opens one of the first paragraphs, a credit closes one of the last.</summary>
    private const int FirstParagraphs = 3, LastParagraphs = 2;

    private const int LongestByline = 200, LongestCredit = 60;

    private readonly FrozenDictionary<string, string> _agencies;

    private AgencyCredit(FrozenDictionary<string, string> agencies) => _agencies = agencies;

    public static AgencyCredit Load()
    {
        var agencies = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Table.Shipped("outlets").Rows.Where(r => r["kind"] == "agency"))
        {
            var name = row.Required("name");
            foreach (var alias in (row["aliases"] ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries).Prepend(name))
            {
                agencies.TryAdd(alias, name);
            }
        }

        return new AgencyCredit(agencies.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The agency's name as in data/outlets.tsv; null where the document names none.</summary>
    public string? Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var paragraphs = document.Blocks.Where(b => b.Role is BlockRole.Deck or BlockRole.Body or BlockRole.List or BlockRole.Aside)
            .SelectMany(b => Lines(document, b)).ToList();
        return Named(document.TakenFrom ?? "")
            ?? document.Authors.Select(Byline).FirstOrDefault(n => n is not null)
            ?? document.Blocks.Where(b => b.Role is BlockRole.Byline).SelectMany(b => Lines(document, b)).Select(l => Byline(l) ?? Credit(l)).FirstOrDefault(n => n is not null)
            ?? document.Blocks.Where(b => b.Role is BlockRole.Dateline).SelectMany(b => Lines(document, b)).Concat(paragraphs.Take(FirstParagraphs)).Select(Dateline).FirstOrDefault(n => n is not null)
            ?? paragraphs.TakeLast(LastParagraphs).Reverse().Select(l => Credit(l) ?? Closing(l)).FirstOrDefault(n => n is not null)
            ?? document.Blocks.Where(b => b.HoldsClaims || b.Role is BlockRole.Furniture).SelectMany(b => Lines(document, b)).Select(Copyright).FirstOrDefault(n => n is not null);
    }

    private static string[] Lines(Document document, Block block) =>
        block.Span.In(document.Text).ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>"Reuters", "the Associated Press", "AFP/Reuters": the first.</summary>
    private string? Named(string words)
    {
        var name = words.Split('/')[0].Trim(' ', '.', ',', ':', '(', ')', '[', ']');
        name = Article().Replace(name, "");
        return _agencies.GetValueOrDefault(name) ?? (Suffix().Match(name) is { Success: true } suffix ? _agencies.GetValueOrDefault(name[..suffix.Index]) : null);
    }

    /// <summary>"By Ada Example, Reuters", "AFP - Friday", "Ada Example of the Associated Press": one of the parts of a line is an agency.</summary>
    private string? Byline(string line) =>
        line.Length > LongestByline || Help().IsMatch(line) ? null : BylineParts().Split(Lead().Replace(line, "")).Select(Named).FirstOrDefault(n => n is not null);

    /// <summary>"MOSCOW, March 17 (TASS) –", "/TASS/", "(Reuters) -", "AFP –".</summary>
    private string? Dateline(string line) => Opening().Match(line) is { Success: true } m ? Named(m.Groups["name"].Value) : null;

    /// <summary>"(AFP)", "Source: Xinhua", "– Reuters": the whole line.</summary>
    private string? Credit(string line) => line.Length <= LongestCredit ? Named(CreditLead().Replace(line, "")) : null;

    /// <summary>"… the ministry said. (AFP)", "… the ministry said. – Reuters": behind the last sentence.</summary>
    private string? Closing(string line) => End().Match(line) is { Success: true } m ? Named(m.Groups["name"].Value) : null;

    private string? Copyright(string line) => Rights().Match(line) is { Success: true } m ? Named(m.Groups["name"].Value) : null;

    [GeneratedRegex(@"^[Tt]he ")]
    private static partial Regex Article();

    // "Reuters Staff", "AFP correspondents"
    [GeneratedRegex(@" (?:[Ss]taff(?: [Ww]riters?)?|[Ww]riters?|[Cc]orrespondents?|[Rr]eporters?|[Nn]ews [Aa]gency)$")]
    private static partial Regex Suffix();

    [GeneratedRegex(@"^\W*(?:(?:[Ww]ritten |[Rr]eported |[Ss]tory )?(?:[Bb]y|BY)\b:?\s*)?")]
    private static partial Regex Lead();

    // what parts a byline: signs, and words that stand between a person and the house
    [GeneratedRegex(@"\s*[,|·•(;]\s*|\s+[-–—]\s+|\s+(?:of|for|from|with|and|in|on|at)\s+")]
    private static partial Regex BylineParts();

    // the agency helped: the text is another's
    [GeneratedRegex(@"\b(?:[Ii]nputs?|[Aa]dditional|[Cc]ontribut\w+|[Mm]aterial|[Ff]iles|[Pp]hotos?|[Pp]ictures?|[Ii]mages?|[Vv]ideo|[Gg]raphics?)\b")]
    private static partial Regex Help();

    // places and days in capitals or with figures, then the agency between brackets or strokes, or alone before a dash
    [GeneratedRegex(@"^(?:(?:[\p{Lu}\d][\p{L}\d.'’-]*|de|al|el|of|the)[,.;]?[ ]*[—–-]?[ ]*){0,9}?(?:\((?<name>[\p{Lu}][\p{L}. -]{1,40})\)|/(?<name>[\p{Lu}][\p{L}. -]{1,40})/)[ ]*(?:[-–—:.,]|$)|^(?<name>[\p{Lu}][\p{L} ]{1,40}?) ?[–—-]{1,2} ", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^[\s–—-]*(?:(?:[Ss]ources?|SOURCE|[Cc]redit|[Vv]ia|VIA|[Ff]rom):?\s+)?")]
    private static partial Regex CreditLead();

    [GeneratedRegex(@"[.!?”""’)] *(?:[(\[](?<name>[\p{Lu}][\p{L}/ -]{1,40})[)\]]|[–—-]{1,2} ?(?<name>[\p{Lu}][\p{L}/ ]{1,40})|/(?<name>[\p{Lu}][\p{L} ]{1,40})/)\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex End();

    [GeneratedRegex(@"^\W*(?:[Cc]opyright|COPYRIGHT|©|\([Cc]\))(?:\s*(?:©|\([Cc]\)))?,?\s*(?:(?:19|20)\d\d)?,?\s*(?:[Bb]y )?(?<name>(?:[Tt]he )?[\p{Lu}][\p{L}-]*(?: [\p{Lu}][\p{L}-]*){0,3})(?=$|[.,;|]|\s[–—-])", RegexOptions.CultureInvariant)]
    private static partial Regex Rights();
}
