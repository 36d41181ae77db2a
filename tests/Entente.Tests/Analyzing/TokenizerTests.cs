using Entente.Claims;
using Entente.Claims.Analyzing;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Entente.Tests.Analyzing;

public sealed class TokenizerTests
{
    private static readonly Tokenizer Tokenizer = new(new TokenRules(TokenTables.Load()), LanguageModel.Shipped().Cuts);

    [Theory]
    [InlineData("They don't agree.", "They|do|n't|agree|.")]
    [InlineData("He’s late; Lena’s plan won’t work.", "He|’s|late|;|Lena|’s|plan|wo|n’t|work|.")]
    [InlineData("Exports rose 19.8% to $15 billion.", "Exports|rose|19.8|%|to|$|15|billion|.")]
    [InlineData("The U.S. envoy met Mr. Hale at 9:30pm.", "The|U.S.|envoy|met|Mr.|Hale|at|9:30|pm|.")]
    [InlineData("See https://example.org/a-b?c=d, or write to desk@example.org.", "See|https://example.org/a-b?c=d|,|or|write|to|desk@example.org|.")]
    [InlineData("“No deal,” she said… (again)", "“|No|deal|,|”|she|said|…|(|again|)")]
    [InlineData("a well-known anti-piracy law of 2019-04-30", "a|well|-|known|anti-piracy|law|of|2019-04-30")]
    [InlineData("in 2016-17 and 1,250,000 tonnes", "in|2016|-|17|and|1,250,000|tonnes")]
    [InlineData("AT&T and/or O'Neil's US$5bn", "AT&T|and|/|or|O'Neil|'s|US$|5|bn")]
    [InlineData("the states' envoys—all of them...", "the|states|'|envoys|—|all|of|them|...")]
    [InlineData("two\u00a0words", "two|words")]
    [InlineData("J. R. Okoye cannot win!!", "J.|R.|Okoye|can|not|win|!!")]
    [InlineData("3. Open it :)", "3.|Open|it|:)")]
    [InlineData("The pact and its terms hold.", "The|pact|and|its|terms|hold|.")]
    [InlineData("Gen. K. R. Dale, 61, left Ruritania's H.Q. at 5 p.m.", "Gen.|K.|R.|Dale|,|61|,|left|Ruritania|'s|H.Q.|at|5|p.m.")]
    [InlineData("“‘Never,’ he said,” she told them", "“|‘|Never|,|’|he|said|,|”|she|told|them")]
    [InlineData("-5 degrees, No. 4, No.", "-5|degrees|,|No.|4|,|No|.")]
    public void A_text_is_cut_into_words(string text, string words) => Words(text).ShouldBe(words.Split('|'));

    [Fact]
    public void Every_abbreviation_stays_whole() => Rows("abbreviations", (form, words) => words.ShouldContain(form));

    [Fact]
    public void Every_abbreviation_leaves_its_example_one_sentence()
    {
        foreach (var row in Table.Shipped("analyzing/abbreviations").Rows)
        {
            SentenceTests.Sentences(row.Required("example")).Length.ShouldBe(1, row["example"]);
        }
    }

    [Fact]
    public void Every_contraction_is_cut()
    {
        foreach (var row in Table.Shipped("analyzing/contractions").Rows)
        {
            if (row["kind"] == "always")
            {
                string.Join('|', Words(row.Required("example"))).ShouldContain(row.Required("parts"), Case.Insensitive);
            }
            else
            {
                TokenTables.Load().MaybeContraction(row.Required("form")).ShouldBe(row.List("parts")[0].Length);
            }
        }
    }

    [Fact]
    public void Every_prefix_stays_with_its_word_and_every_unit_leaves_its_number()
    {
        foreach (var row in Table.Shipped("analyzing/parts").Rows)
        {
            var words = Words(row.Required("example"));
            if (row["kind"] == "prefix")
            {
                words.ShouldContain(w => w.StartsWith(row.Required("form") + "-", StringComparison.Ordinal), row["example"]);
            }
            else
            {
                words.ShouldContain(row.Required("form"), row["example"]);
            }
        }
    }

    [Fact]
    public void Words_cover_every_character_that_is_no_space_once_and_in_order()
    {
        var pieces = Gen.Elements("a", "B", "talks", "'", "’s", "n't", ".", "...", ",", "-", "–", " ", "\n", "\u00a0", "$", "%", "12", "3.5", "(", ")", "\"", "U.S.", "www.", "@", "/", "://", "é", "😀", "\u200b", "&", "!", "?");
        var texts = Gen.ArrayOf(pieces).Select(string.Concat);
        Prop.ForAll(Arb.From(texts), Covers).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_long_run_without_spaces_is_cut_in_passable_time() => Words(new string('a', 50_000) + string.Concat(Enumerable.Repeat("a/b@", 50_000))).ShouldNotBeEmpty();

    internal static string[] Words(string text) => [.. Cut(text).Select(w => w.In(text))];

    private static List<TextSpan> Cut(string text)
    {
        var words = new List<TextSpan>();
        Tokenizer.Cut(text, new TextSpan(0, text.Length), words);
        return words;
    }

    private static bool Covers(string text)
    {
        var at = 0;
        foreach (var word in Cut(text))
        {
            if (word.Start < at || word.Length == 0 || text[at..word.Start].Any(c => !char.IsWhiteSpace(c)) || word.In(text).Any(char.IsWhiteSpace))
            {
                return false;
            }

            at = word.End;
        }

        return text[at..].All(char.IsWhiteSpace);
    }

    private static void Rows(string table, Action<string, string[]> check)
    {
        foreach (var row in Table.Shipped("analyzing/" + table).Rows)
        {
            check(row.Required("form"), [.. Words(row.Required("example")).SelectMany(w => new[] { w, char.ToLowerInvariant(w[0]) + w[1..] })]);
        }
    }
}
