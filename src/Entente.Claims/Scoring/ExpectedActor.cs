namespace Entente.Claims.Scoring;

/// <summary>
/// An actor as gold names it: "RUS" is anybody of that country, "RUS:MIL" of that country and sector, "person:xi-jinping" or "org:nato" that actor alone,
/// and words in quotation marks anybody whose name or words in the text hold them.
/// </summary>
public sealed record ExpectedActor(string Text)
{
    /// <summary>Whether an actor that the coder found may be the one meant.</summary>
    public bool Fits(ActorMention mention, string text)
    {
        ArgumentNullException.ThrowIfNull(mention);
        if (Text.Length > 1 && Text[0] == '"')
        {
            var words = Text.Trim('"');
            return mention.Actor.Name.Contains(words, StringComparison.OrdinalIgnoreCase) || mention.Span.In(text).Contains(words, StringComparison.OrdinalIgnoreCase);
        }

        var (country, sector) = Split(Text);
        return mention.Actor.Id == Text || (country is not null && mention.Actor.Country == country && (sector is null || mention.Actor.Sector == sector));
    }

    /// <summary>Whether an actor can be written so: three capitals, with or without a sector, an id, or words in quotation marks.</summary>
    internal static bool IsActor(string text) => Split(text).Country is not null
        || (text.Length > 2 && text[0] == '"' && text[^1] == '"')
        || (text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && colon < text.Length - 1 && text.All(c => !char.IsWhiteSpace(c)));

    private static (string? Country, string? Sector) Split(string text) =>
        text.Length >= 3 && text.AsSpan(0, 3).IndexOfAnyExceptInRange('A', 'Z') < 0 && (text.Length == 3 || (text.Length == 7 && text[3] == ':'))
        ? (text[..3], text.Length == 7 ? text[4..] : null) : (null, null);
}
