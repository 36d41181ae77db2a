using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Entente.Claims;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Entente.Tests.Recording;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reconciling;

/// <summary>
/// Worlds of made-up pages, read in any order and batches, read again, shown as another coder has them and back: what is made of them is what reading the same pages at once makes.
/// Few countries, days and names, so that the pages have much to do with each other.
/// </summary>
public sealed class RandomWorldTests
{
    private static readonly string[] Countries = ["Kenya", "Uganda", "Rwanda"];
    private static readonly string[] Governments = ["Kenyan", "Ugandan", "Rwandan"];
    private static readonly string[] Presidents = ["Kenyan President Uhuru Kenyatta", "Kenyan President William Ruto", "Ugandan President Yoweri Museveni", "Rwandan President Paul Kagame"];

    /// <summary>{0} and {1} are countries, {2} a president, {3} a government, {4} a day of May, {5} a number.</summary>
    private static readonly string[] Sentences =
    [
        "{2} visited {0} on {4} May 2021.",
        "{2} visited {0} on {4} May 2021, the {3} government said.",
        "{2} did not visit {0} on {4} May 2021, the {3} government said.",
        "{2} will visit {0} on {4} May 2021.",
        "{2} will meet the president of {0} on {4} May 2021, and the talks on {4} May 2021 will take a day.",
        "The meeting between the presidents of {0} and {1} will not take place in May 2021.",
        "The presidents of {0} and {1} will meet in May 2021, the {3} government said.",
        "{0} signed a gas supply deal with {1} on {4} May 2021.",
        "{0} did not sign the gas supply deal with {1} on {4} May 2021.",
        "{0} and {1} will sign a gas supply deal in May 2021.",
        "{0} and {1} are in talks on a gas deal.",
        "{0} and {1} will sign agreements on {4} May 2021.",
        "{0} shelled Goma on {4} May 2021, killing 12 people in the market of the town, {3} officials said.",
        "Trade between {0} and {1} reached $45{5} million in 2020, the {3} government said.",
        "Trade between {0} and {1} reached about $45{5} million in 2020.",
        "{0} and {1} are allies.",
        "{0} and {1} are not allies, the {3} government said.",
        "{0} is a member of OPEC.",
        "{0} is an observer in OPEC.",
        "{0} left OPEC in January 2020.",
        "{2} and his guest have met {5} times since 2013.",
        "{2} said that the world is multipolar.",
        "{0} imposed sanctions on {1} on {4} May 2021.",
        "{0} criticised {1} on {4} May 2021 for what it had said of the lakes and the roads that the two countries share.",
    ];

    private static readonly ConcurrentDictionary<(string Text, int Variant), CodedPage> Coded = new();

    [Fact]
    public void Any_order_batches_and_returns_make_what_reading_at_once_makes() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), Check).Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(20210510, 20210531));

    private static void Check(int seed)
    {
        var random = new Random(seed);

        // A world tells of few things, so that much is told of each.
        string[] told = [.. Sentences.Where(_ => random.Next(3) == 0), Sentences[0]];
        string[] world = [.. Enumerable.Range(0, random.Next(2, 9)).Select(i => Page(random, told, i))];
        var shown = new Dictionary<string, int>(StringComparer.Ordinal);
        using var pages = new Pages();
        using (var ledger = Ledger.Open(pages.Record("steps.db")))
        {
            Reconciler.Follow(ledger);
            for (var step = 0; step < 5 || shown.Count < world.Length; step++)
            {
                // Each reading takes some pages as one of two coders has them, the pages in any order.
                var variant = random.Next(3) == 0 ? 1 : 0;
                var batch = world.Where(_ => random.Next(3) == 0).ToArray();
                random.Shuffle(batch);
                ledger.Append([.. batch.Select(p => Entry(p, variant))]);
                Array.ForEach(batch, p => shown[p] = variant);
            }

            Reconciler.Verify(ledger).Violations.ShouldBeEmpty($"world {seed.ToString(CultureInfo.InvariantCulture)}");
        }

        using var once = Ledger.Open(pages.Record("once.db"));
        Reconciler.Follow(once);
        once.Append([.. world.Order(StringComparer.Ordinal).Select(p => Entry(p, shown[p]))]);
        using var again = Ledger.Open(pages.Record("steps.db"));
        Lines(again).ShouldBe(Lines(once), $"world {seed.ToString(CultureInfo.InvariantCulture)}");
    }

    /// <summary>What is made, with the evidence of each disagreement.</summary>
    private static List<string> Lines(Ledger ledger) =>
    [
        .. MadeCheck.Read(ledger.Connection).Concat(ledger.Connection.Query(
            "SELECT g.id || ' ' || a.claim || ' ' || b.claim FROM disagreement g JOIN claim a ON a.id = g.claim_a JOIN claim b ON b.id = g.claim_b", r => r.GetString(0))).Order(StringComparer.Ordinal),
    ];

    private static string Page(Random random, string[] told, int number) => $"Page {number.ToString(CultureInfo.InvariantCulture)}.\n\n"
        + string.Join("\n\n", Enumerable.Range(0, random.Next(1, 6)).Select(_ => Sentence(random, told)));

    private static string Sentence(Random random, string[] told)
    {
        var one = random.Next(Countries.Length);
        var other = (one + random.Next(1, Countries.Length)) % Countries.Length;
        return string.Format(
            CultureInfo.InvariantCulture, told[random.Next(told.Length)],
            Countries[one], Countries[other], Presidents[random.Next(Presidents.Length)], Governments[random.Next(Governments.Length)], random.Next(9, 13), random.Next(0, 10));
    }

    /// <summary>A page as one of two coders has it: the other takes it to be of another day, and leaves out what the last paragraph claims.</summary>
    private static CodedEntry Entry(string text, int variant)
    {
        var coded = Coded.GetOrAdd((text, variant), key =>
        {
            var page = new Page("", Encoding.UTF8.GetBytes(key.Text)) { Form = PageForm.Prepared, Given = new PageFacts { Date = new DateOnly(2021, 5, 12 + (key.Text.Length % 3) + key.Variant), Publisher = "Harbour Post" } };
            var whole = Some.Coder.Code(page with { Id = page.Digest[7..19] });
            return key.Variant == 0 ? whole : whole with { Documents = [.. whole.Documents.Select(Less)] };
        });
        return new CodedEntry(coded, "coder " + variant.ToString(CultureInfo.InvariantCulture), ["page.txt"]);
    }

    private static CodedDocument Less(CodedDocument document) => document with
    {
        Claims = [.. document.Claims.Where(c => c.Evidence.Start < document.Analyzed.Document.Text.LastIndexOf('\n'))],
    };
}
