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

/// <summary>What people corrected quotes pages: of it too nothing stays of what is forgotten, and the rest holds.</summary>
public sealed class CorrectionsForgottenTests
{
    private const string Name = "Ingrid Sundbergsen";

    private static readonly DateOnly Day = new(2024, 5, 6);

    private static readonly string Text = Pages.Article(3) + $"\nThe Swedish envoy {Name} accused Norway of smuggling saffron.\n\nFinland and Sweden signed an agreement on fishing in Helsinki on Thursday, the Finnish government said.\n";

    [Fact]
    public void Corrections_are_rid_of_a_person_and_the_rest_of_them_holds_also_when_they_are_replayed()
    {
        using var pages = Read();
        using var ledger = Ledger.Open(pages.Record());
        Reconciler.Follow(ledger);
        var claims = Archive.Open(pages.Record()).Claims(new ClaimFilter());
        var accused = ledger.Anchor(claims.First(c => c.Quote.Contains("saffron", StringComparison.Ordinal)).Id)!;
        var signed = ledger.Anchor(claims.First(c => c.Quote.Contains("fishing", StringComparison.Ordinal)).Id)!;
        Correction[] entries =
        [
            At(1, new RejectClaims([accused])), At(2, new ConfirmClaims([accused, signed])), At(3, new RejectClaims([signed]), $"{Name} told me"),
            At(4, new RenameActor("RUS", "Ruritania")), At(5, new MergeActors(["name:inga-s"], new Actor("name:ingrid-sundbergsen", Name, ActorKind.Person))),
        ];
        Correction[] all = [.. entries, At(6, new Undo(entries[2].Id))];
        ledger.Correct(all);
        RawBytes.Find(pages.Record(), "Sundbergsen", "inga-s", "saffron").Count.ShouldBe(3);

        Forgetter.Forget(ledger, new ForgetRequest(ForgetKind.Person, Name, Day));
        RawBytes.Find(pages.Record(), "Sundbergsen", "inga-s", "saffron").ShouldBeEmpty();
        ledger.Corrections().Select(c => c.Decision.What).ShouldBe(["confirm", "reject", "rename", "undo"]);
        var left = ledger.Corrections();
        ((ConfirmClaims)left[0].Decision).Claims.Single().Place.Quote.ShouldBe(signed.Place.Quote);
        left[1].Note.ShouldBeNull();
        Archive.Open(pages.Record()).Claims(new ClaimFilter()).ShouldContain(c => c.Gist.Contains("Ruritania", StringComparison.Ordinal));
        Archive.Open(pages.Record()).Claims(new ClaimFilter()).ShouldContain(c => c.Id == signed.Claim, "what rejected it was taken back");
        Sound(pages.Record(), ledger);

        ledger.Correct(all);
        RawBytes.Find(pages.Record(), "Sundbergsen", "inga-s", "saffron").ShouldBeEmpty();
        ledger.Corrections().Select(c => c.Id).ShouldBe(left.Select(c => c.Id));
        Sound(pages.Record(), ledger);
    }

    [Fact]
    public void Corrections_of_a_forgotten_page_go_with_it()
    {
        using var pages = Read();
        using var ledger = Ledger.Open(pages.Record());
        var archive = Archive.Open(pages.Record());
        var signed = ledger.Anchor(archive.Claims(new ClaimFilter()).First(c => c.Quote.Contains("fishing", StringComparison.Ordinal)).Id)!;
        Correction[] entries = [At(1, new RejectClaims([signed])), At(2, new RenameActor("RUS", "Ruritania"))];
        ledger.Correct(entries);

        Forgetter.Forget(ledger, new ForgetRequest(ForgetKind.Page, archive.Documents().First(d => d.Id == signed.Place.Document || d.Page == signed.Place.Page).Id, Day));
        ledger.Correct(entries);
        RawBytes.Find(pages.Record(), "fishing").ShouldBeEmpty();
        ledger.Corrections().Single().Decision.ShouldBeOfType<RenameActor>();
        Sound(pages.Record(), ledger);
    }

    private static Correction At(int second, Decision decision, string? note = null) => Correction.Of(new DateTimeOffset(2024, 5, 6, 7, 8, second, TimeSpan.Zero), "the archivist", decision, note);

    private static Pages Read()
    {
        var pages = new Pages();
        pages.AddArticle(1);
        pages.Add("envoy.txt", Text);
        pages.Read();
        return pages;
    }

    private static void Sound(string record, Ledger ledger)
    {
        Verifier.Verify(record).SelectMany(c => c.Violations).ShouldBeEmpty();
        Reconciler.Reconcile(ledger);
        Reconciler.Verify(ledger).Violations.ShouldBeEmpty();
    }
}
