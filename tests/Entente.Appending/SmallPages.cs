using System.Text;
using Entente.Claims;
using Entente.Record.Recording;

namespace Entente.Appending;

/// <summary>Pages of three sentences with a visit, an agreement and a number each, coded by hand, so that no coder has to be loaded.</summary>
internal static class SmallPages
{
    private static readonly string[] States = ["CHN China", "RUS Russia", "FRA France", "BRA Brazil", "KEN Kenya", "JPN Japan"];

    public static CodedEntry Make(int i)
    {
        var (a, b) = (States[i % States.Length], States[(i + 1 + i / States.Length % (States.Length - 1)) % States.Length]);
        string[] lines = [$"The president of {a[4..]} visited {b[4..]} for the {i}th time.", $"{a[4..]} and {b[4..]} signed agreement number {i} on fish.", $"Some {i + 2} boats were counted, the paper wrote 🐟."];
        var text = string.Join("\n", lines);
        var spans = lines.Select((l, n) => TextSpan.FromBounds(lines.Take(n).Sum(x => x.Length + 1), lines.Take(n).Sum(x => x.Length + 1) + l.Length)).ToArray();
        var (one, other) = (Mention(text, a), Mention(text, b));
        var day = new ClaimTime(DateInterval.Day(new DateOnly(2001, 1, 1).AddDays(i % 5000)), "made up", "stated");
        Claim[] claims =
        [
            new("visit", new EventMention(EventType.Consult, "visit", spans[0]) { Actors = [one], Recipients = [other], Goldstein = 1.9 }, spans[0], "test") { Time = day },
            new("treaty", new AgreementClaim($"agreement number {i}", "signed") { Parties = [one, other] }, spans[1], "test") { Time = day },
            new("boats", new CountClaim(i + 2, "boats") { Whose = [one] }, spans[2], "test"),
        ];
        var page = new Page($"page-{i}", Encoding.UTF8.GetBytes(text));
        var document = new Document($"page-{i}", text, [new Block(TextSpan.FromBounds(0, text.Length), BlockRole.Body, default)]) { Publisher = "Made-up Post", Language = "en" };
        var analyzed = new AnalyzedDocument(document, [.. spans.Select(s => new Sentence(s, 0, 0, 0))], []);
        var coded = new CodedDocument(analyzed) { Actors = [one, other], Claims = claims };
        return new CodedEntry(new CodedPage(new ReadPage(page, text, [document]), [coded]), "by hand", [$"page-{i}.txt"]);
    }

    private static ActorMention Mention(string text, string state) =>
        new(TextSpan.FromBounds(text.IndexOf(state[4..], StringComparison.Ordinal), text.IndexOf(state[4..], StringComparison.Ordinal) + state.Length - 4), new Actor(state[..3], state[4..], ActorKind.Country) { Country = state[..3] });
}
