using System.Globalization;
using Entente.Claims;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Forgetting;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Entente.Tests.Recording;
using Shouldly;
using Xunit;

namespace Entente.Tests.Forgetting;

/// <summary>
/// Pages that copy each other and tell of the same acts, with corrections, of which some are forgotten, or their threads: what is made of the rest is made anew in part, and must be what making all of it anew gives.
/// </summary>
public sealed class RandomPageForgettingTests
{
    private static readonly DateOnly Day = new(2024, 5, 6);

    /// <summary>{0} is a word that no other page has.</summary>
    private static readonly string[] Sentences =
    [
        "Kenya and Uganda signed a treaty on fishing in Nairobi on Friday.", "Spain threatened Portugal with sanctions on 3 March 2023.", "The presidents of Kenya and Uganda met in Kampala in March 2023.",
        "Kenyan President William Ruto visited Uganda on 4 March 2023.", "Kenyan President William Ruto will visit Uganda on 14 March 2023.", "Denmark condemned Norway in the matter of the {0} on 5 March 2023.",
        "Spain did not threaten Portugal with sanctions on 3 March 2023, the Portuguese government said.", "Trade between Kenya and Uganda reached $4{1} million in 2022.", "Finland will sanction Sweden over the {0}, the Finnish government said.",
        "The Lakeside Institute criticised Uganda on 1 March 2023.", "The Lakeview Institute criticised Uganda on 1 March 2023 and praised the roads of the two countries by the lake.",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void What_is_left_is_what_making_it_anew_gives(int seed)
    {
        var random = new Random(seed);
        using var pages = new Pages();
        var words = Enumerable.Range(0, 8).Select(i => "quavermere" + (char)('a' + i) + "x").ToArray();
        for (var i = 0; i < words.Length; i++)
        {
            pages.Add(Name(i), Page(random, words[i], i));
        }

        pages.Read();
        var found = Found(pages, words);
        using var ledger = Ledger.Open(pages.Record());
        Reconciler.Follow(ledger);
        Correct(ledger, Archive.Open(pages.Record()), random);
        foreach (var (gone, kind) in new[] { (1, ForgetKind.Page), (4, ForgetKind.Thread), (6, ForgetKind.Page), (0, ForgetKind.Page) })
        {
            var request = new ForgetRequest(kind, Name(gone), Day);
            var preview = Forgetter.Preview(ledger, request);
            Forgetter.Forget(ledger, request).Receipt.Counts.ShouldBe(preview);
            Reconciler.Verify(ledger).Violations.ShouldBeEmpty();
            Verifier.Verify(pages.Record()).SelectMany(c => c.Violations).ShouldBeEmpty();
            RawBytes.Find(pages.Record(), [kind == ForgetKind.Page ? words[gone] : "tobias of " + words[gone]]).ShouldBeEmpty();
        }

        Found(pages, words).ShouldBe(found.Except([words[1], words[6], words[0]]));
    }

    private static string[] Found(Pages pages, string[] words) => [.. words.Where(w => Archive.Open(pages.Record()).Search(w).Count > 0)];

    private static void Correct(Ledger ledger, Archive archive, Random random)
    {
        var claims = archive.Claims();
        var decisions = new List<Decision>
        {
            new MergeActors(["group:lakeview-institute"], new Actor("group:lakeside-institute", "Lakeside Institute", ActorKind.Group)), new RenameActor("KEN", "the Republic of Kenya"), new RejectActor("SWE"),
        };
        for (var i = 0; i < 6; i++)
        {
            var anchors = Enumerable.Range(0, 2).Select(_ => ledger.Anchor(claims[random.Next(claims.Count)].Id)).OfType<ClaimAnchor>().DistinctBy(a => a.Claim).ToArray();
            decisions.Add(random.Next(2) == 0 ? new RejectClaims(anchors) : new ConfirmClaims(anchors));
        }

        foreach (var decision in decisions)
        {
            ledger.Correct([Correction.Of(ledger.Next(new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero)), "Ann", decision)]);
        }
    }

    private static string Name(int page) => string.Create(CultureInfo.InvariantCulture, $"page-{page}.txt");

    private static string Page(Random random, string word, int number) =>
        $"News of the {word}, part {number}\n\nHarbour Post, {number + 6} March 2023\n\n"
        + string.Join("\n\n", Enumerable.Range(0, 5).Select(_ => Sentences[random.Next(Sentences.Length)]).Append(Sentences[5]).Select(s => string.Format(CultureInfo.InvariantCulture, s, word, random.Next(3))))
        + $"\n\nComments\n\nOld Tobias - March 18, 2023 at 11:20\nI am Tobias of {word}, and I say it is so.\n";
}
