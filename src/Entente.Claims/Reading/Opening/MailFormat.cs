using System.Text.RegularExpressions;

namespace Entente.Claims.Reading.Opening;

/// <summary>A mail: its subject is the headline, its sender the author, its list or sender the publisher; what it answers is quoted.</summary>
internal sealed partial class MailFormat : PageFormat
{
    public override bool Fits(ReadOnlySpan<char> head) => false;

    public override DecodedPage? Decode(Page page) => Letter.Of(page) is { } letter ? new DecodedPage(letter.Text, letter.Problem) : null;

    public override IReadOnlyList<Document> Read(Page page, string decoded)
    {
        var letter = Letter.Of(page)!;
        var draft = new Draft { Uri = letter.Uri };
        Head(letter, draft);
        var body = TextSpan.FromBounds(letter.BodyStart, letter.Text.Length);
        var pieces = letter.IsHtml
            ? FragmentReader.Read(new MappedText(body.In(letter.Text), [new SourceRun(new TextSpan(0, body.Length), body)]))
            : MailLines.Read(letter.Text, body);
        draft.Pieces.AddRange(WithoutNotices(MailQuotes.Mark(pieces)));
        return Finish(page, [draft]);
    }

    /// <summary>What the sender's system adds: how to subscribe, copyright, links to its profiles.</summary>
    private static IEnumerable<RoledSegment> WithoutNotices(List<RoledSegment> pieces)
    {
        var lines = PageLine.Mark([.. pieces.Select(p => p.Segment)]);
        return pieces.Select((p, i) => p.Role is BlockRole.Body or BlockRole.List && lines[i].IsNotice && !(lines[i].IsProse && lines[i].Words > 25) ? p with { Role = BlockRole.Furniture, Reason = "words of a notice" } : p);
    }

    private static void Head(Letter letter, Draft draft)
    {
        if (letter.Field("Subject") is { } subject && Answer().Match(letter.Text, subject.Start, subject.Length) is var answer)
        {
            var title = TextSpan.FromBounds(subject.Start + answer.Length, subject.End);
            draft.Title = title.Length == 0 ? null : title.In(letter.Text);
            Add(letter, draft, title, BlockRole.Title, "subject of the mail");
        }

        if (letter.Field("From") is { } from)
        {
            Add(letter, draft, from, BlockRole.Byline, "sender of the mail");
            var sender = Address().Replace(from.In(letter.Text), "").Trim('"', ' ', '\'');
            draft.Authors.AddRange(sender.Length == 0 ? [] : [sender]);
            draft.Publisher = sender.Length > 0 ? sender : from.In(letter.Text).Split('@')[^1].Trim('>', ' ');
        }

        if (letter.Field("Date") is { } date)
        {
            Add(letter, draft, date, BlockRole.Dateline, "date of the mail");
        }

        if (letter.Field("List-Id") is { } list && Address().Replace(list.In(letter.Text), "").Trim('"', ' ') is { Length: > 0 } name)
        {
            draft.Publisher = name;
        }
    }

    private static void Add(Letter letter, Draft draft, TextSpan span, BlockRole role, string reason)
    {
        var writer = new SegmentWriter(letter.Text);
        writer.Append(span.Start, span.End, entities: false);
        if (writer.Take() is { } segment)
        {
            draft.Pieces.Add(new RoledSegment(segment, role, reason));
        }
    }

    // "Re: Fwd: "
    [GeneratedRegex(@"\G(?:(?:re|aw|fwd?|wg)\s*(?:\[\d+\])?:\s*)*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Answer();

    // "<name@example.org>", "(comment)"
    [GeneratedRegex(@"<[^<>]*>|\([^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
