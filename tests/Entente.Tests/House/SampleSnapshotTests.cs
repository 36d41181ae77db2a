using System.Text;
using Entente.Claims;
using Shouldly;
using Xunit;

namespace Entente.Tests.House;

/// <summary>What the coder makes of each sample page, for people to read in a diff: documents, blocks, claims.</summary>
public sealed class SampleSnapshotTests
{
    public static TheoryData<string> Pages { get; } = new(Some.SamplePages().Select(p => Path.GetFileName(p)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_sample_page_is_coded_as_approved(string name)
    {
        var path = Some.SamplePages().Single(p => Path.GetFileName(p) == name);
        var coded = Some.Coder.Code(new Page(name, File.ReadAllBytes(path)));
        Snapshot.ShouldMatch(Describe(coded), "House", "Samples", name + ".verified.txt");
    }

    [Fact]
    public void The_samples_hold_claims_of_all_kinds_and_readings()
    {
        List<Claim> claims = [.. Some.SamplePages().SelectMany(p => Some.Coder.Code(new Page(Path.GetFileName(p), File.ReadAllBytes(p))).Documents).SelectMany(d => d.Claims)];
        Enum.GetValues<ClaimKind>().Except(claims.Select(c => c.Kind)).ShouldBeEmpty();
        Enum.GetValues<Readings>().Where(r => r != Readings.None && !claims.Exists(c => c.Factuality.Readings.HasFlag(r))).ShouldBeEmpty();
    }

    private static string Describe(CodedPage page)
    {
        var text = new StringBuilder();
        foreach (var problem in page.Read.Problems)
        {
            text.Append("problem ").Append(problem.Code).Append('\n');
        }

        foreach (var document in page.Documents)
        {
            DescribeHead(text, document);
            foreach (var block in document.Document.Blocks)
            {
                text.Append($"  {CodedNames.Of(block.Role),-9} {Excerpt(block.Span.In(document.Document.Text))}");
                text.Append(block.Author is { } author ? $" [{author}, {block.Posted ?? "undated"}, depth {block.Depth}]" : "").Append('\n');
            }

            foreach (var claim in document.Claims)
            {
                text.Append($"  {CodedNames.Of(claim.Kind)} {Words(claim, document)} | {CodedNames.Of(claim.Factuality.Certainty)}{CodedNames.Of(claim.Factuality.Polarity)} ")
                    .Append($"{string.Join('+', CodedNames.Of(claim.Factuality.Readings))} | {claim.Time?.Value} ({claim.Time?.Basis}) | {claim.Chain} | {claim.Rule}\n")
                    .Append("      ").Append(Excerpt(claim.Evidence.In(document.Document.Text))).Append('\n');
            }
        }

        return text.ToString();
    }

    private static void DescribeHead(StringBuilder text, CodedDocument coded)
    {
        var document = coded.Document;
        text.Append($"{document.Id}: {document.Title} | {string.Join(", ", document.Authors)} | {document.Publisher} | {document.Language} | ");
        text.Append(coded.Published is { } published ? $"{published.Value} by {string.Join(", ", published.Basis.Select(b => b.Kind))}\n" : "undated\n");
        foreach (var problem in coded.Problems)
        {
            text.Append("  problem ").Append(problem.Code).Append('\n');
        }
    }

    private static string Words(Claim claim, CodedDocument document) => claim.Body switch
    {
        EventMention e => $"{CodedNames.Of(e.Type)} {e.Mode} {Names(e.Actors)} → {Names(e.Recipients)} \"{e.Trigger.In(document.Document.Text)}\"",
        FigureClaim f => $"{f.Quantity.Value} {f.Quantity.Unit} {f.Quantity.Change} of \"{f.Quantity.Of?.In(document.Document.Text)}\" {Names(f.Whose)} for {f.Quantity.Period?.Value} {f.Record}",
        CountClaim c => $"{c.N} × {c.What} {Names(c.Whose)} since {c.Since?.Value}",
        MembershipClaim m => $"{m.Actor.Actor.Id} {m.Standing} of {m.Organisation.Actor.Id}",
        AgreementClaim a => $"\"{a.Name}\" {a.State} {Names(a.Parties)}",
        LabelClaim l => $"\"{l.Words.In(document.Document.Text)}\" about {Names(l.About)}",
        RoleClaim r => $"{r.Person.Actor.Id}: {r.Office} ({r.Country})",
        PositionClaim p => $"{p.Holder?.Actor.Id} {p.Stance} {p.Proposition}",
        _ => "",
    };

    private static string Names(IReadOnlyList<ActorMention> mentions) => $"[{string.Join(", ", mentions.Select(m => m.Actor.Id))}]";

    private static string Excerpt(string text)
    {
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= 110 ? words : words[..107] + "...";
    }
}
