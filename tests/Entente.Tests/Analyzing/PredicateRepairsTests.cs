using Entente.Claims;
using Entente.Claims.Analyzing;
using Shouldly;
using Xunit;

namespace Entente.Tests.Analyzing;

public sealed class PredicateRepairsTests
{
    [Fact]
    public void An_adjective_is_no_mark() => Mended(
        ["Ships/NOUN/5/nsubj:outer", "are/AUX/5/cop", "due/ADJ/5/mark", "to/PART/5/mark", "leave/VERB/0/root", "./PUNCT/5/punct"])
        .ShouldBe(["due nsubj", "due cop", " root", "leave mark", "due xcomp", "due punct"]);

    [Fact]
    public void What_is_called_something_is_an_object() => Mended(
        ["She/PRON/2/nsubj", "called/VERB/0/root", "bridges/NOUN/2/xcomp", "mistakes/NOUN/2/xcomp"])
        .ShouldBe(["called nsubj", " root", "called obj", "called xcomp"]);

    [Fact]
    public void A_complement_beside_an_object_stays() => Mended(
        ["She/PRON/2/nsubj", "called/VERB/0/root", "bridges/NOUN/2/obj", "mistakes/NOUN/2/xcomp"])
        .ShouldBe(["called nsubj", " root", "called obj", "called xcomp"]);

    private static string[] Mended(string[] words)
    {
        var rows = words.Select(w => w.Split('/')).ToArray();
        var tokens = rows.Select((r, i) => new Token(new TextSpan(i * 9, r[0].Length), r[0] == "to" ? "to" : r[0], r[1], "", r[2] == "0" ? null : int.Parse(r[2]) - 1, r[3])).ToArray();
        PredicateRepairs.Load().Mend(tokens, 0);
        return [.. tokens.Select(t => $"{(t.Head is { } head ? rows[head][0] : "")} {t.Deprel}")];
    }
}
