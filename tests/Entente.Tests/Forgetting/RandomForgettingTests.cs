using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Forgetting;
using Entente.Record.Reconciling;
using Entente.Record.Recording;
using Entente.Tests.Recording;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Entente.Tests.Forgetting;

/// <summary>Piles of made-up pages about made-up persons, of whom one is forgotten at some moment between readings in any order.</summary>
public sealed class RandomForgettingTests
{
    private static readonly DateOnly Day = new(2024, 5, 6);

    /// <summary>Each with the word that is searched for in every form.</summary>
    private static readonly (string Name, string Family)[] Persons =
    [
        ("Ana-Sofía O’Dohertigh", "Dohertigh"), ("Łukasz Wójcikowski-Żak", "Żak"), ("Björk Þórsdóttirson", "Þórsdóttirson"), ("Pieter van der Hoornwater", "Hoornwater"), ("Xi Jinping", "Jinping"), ("N'Golo Mbekimba", "Mbekimba"),
    ];

    private static readonly string[] Sentences =
    [
        "{0} accused Norway of espionage on Tuesday.", "\"Finland will sanction Sweden,\" {0} told reporters in Oslo.", "The court issued a warrant against {0} over bribes.", "Kenya and Uganda signed a treaty on fishing in Nairobi on Friday.",
        "He met the Danish foreign minister in Copenhagen.", "{0}’s lawyer denied the charges.", "Spain threatened Portugal with sanctions.", "Denmark condemned Mr {1}.",
    ];

    [Fact]
    public void After_a_forgetting_and_any_reading_no_byte_of_the_name_is_there_and_other_claims_are_as_they_were() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(8),
        Prop.ForAll(Piles().ToArbitrary(), pile =>
        {
            using var pages = new Pages();
            for (var i = 0; i < pile.Pages.Length; i++)
            {
                pages.Add(pile.Pages[i].File, pile.Pages[i].Text);
            }

            Read(pages, pile.Before, "one");
            var before = Claims(pages.Record());
            using (var ledger = Ledger.Open(pages.Record()))
            {
                var request = new ForgetRequest(ForgetKind.Person, pile.Person.Name, Day);
                var preview = Forgetter.Preview(ledger, request);
                Forgetter.Forget(ledger, request).Receipt.Counts.ShouldBe(preview);
                before.Count.ShouldBe(Claims(pages.Record()).Count + (int)preview.Claims);
            }

            Claims(pages.Record()).ShouldBeSubsetOf(before);
            Nothing(pages, pile.Person);
            Read(pages, pile.After, "two");
            Read(pages, pile.Pages.Select(p => p.File), "one");
            Nothing(pages, pile.Person);
            Verifier.Verify(pages.Record()).SelectMany(c => c.Violations).ShouldBeEmpty();
            return true;
        }));

    private static void Nothing(Pages pages, (string Name, string Family) person)
    {
        var folded = FoldedWords.Of(person.Name).ConvertAll(w => w.Letters);
        RawBytes.Find(pages.Record(), [person.Family, person.Name, .. new[] { " ", "-", "_", "%20", "" }.Select(s => string.Join(s, folded))]).ShouldBeEmpty();
    }

    private static Gen<MadePile> Piles() =>
        from person in Gen.Elements(Persons)
        from other in Gen.Elements(Persons)
        from texts in Gen.ArrayOf(Gen.ArrayOf(Gen.Choose(0, Sentences.Length - 1), 5), 4)
        from forms in Gen.ArrayOf(Gen.Choose(0, 5), 4)
        let pages = texts.Select((t, i) => Page(person, other, t, forms[i], i)).ToArray()
        from before in Gen.SubListOf(pages.Select(p => p.File))
        from after in Gen.SubListOf(pages.Select(p => p.File))
        select new MadePile(person, pages, [.. before], [.. after]);

    /// <summary>The name in the title, the by-line, a comment, the file's name, the text, or nowhere.</summary>
    private static (string File, string Text) Page((string Name, string Family) person, (string Name, string Family) other, int[] sentences, int form, int number)
    {
        var who = form == 5 ? ("The ombudsman of Malta", "Borg") : person;
        var slug = string.Join(number % 2 == 0 ? "-" : "_", FoldedWords.Of(person.Name).Select(w => w.Letters));

        // On a page that has the family name alone nothing can be known.
        var body = string.Join("\n\n", sentences.Prepend(sentences.Contains(7) ? 0 : 3).Select(s => string.Format(null, Sentences[s], who.Item1, who.Item2)));
        return (form == 0 ? $"{slug}-{number}.txt" : $"page-{number}.txt",
            (form == 1 ? $"{person.Name.ToUpperInvariant()} in the news again\n\n" : $"News of the day, part {number}\n\n") + (form == 2 ? $"By {person.Name}\n\n" : "")
            + string.Join("\n\n", Pages.Article(number).Split("\n\n")[1..]) + $"\n{body}\n\n{other.Name} visited Iceland on Sunday, the government said.\n"
            + (form == 3 ? $"\nComments\n\nOld Tobias - March 18, 2023 at 11:20\nI say {person.Name.ToLowerInvariant()} did it.\n" : ""));
    }

    private static void Read(Pages pages, IEnumerable<string> files, string coder)
    {
        using var ledger = Ledger.Open(pages.Record());
        Reconciler.Follow(ledger);
        new Recorder(Some.Coder, coder).Read(Pile.Walk(files.Select(f => Path.Combine(pages.Folder, f))), ledger, stop: TestContext.Current.CancellationToken);
    }

    private static List<string> Claims(string record) => [.. Archive.Open(record).Claims(new ClaimFilter()).Select(c => c.Id + "\t" + c.Quote).Order(StringComparer.Ordinal)];

    private sealed record MadePile((string Name, string Family) Person, (string File, string Text)[] Pages, string[] Before, string[] After);
}
