using System.Text;
using Entente.Claims;
using Entente.Cli;
using Entente.Record;
using Entente.Record.Asking;
using Entente.Record.Recording;
using Entente.Server;
using Shouldly;
using Xunit;

namespace Entente.Tests.Cli;

/// <summary>The chain of a recorded claim, as `entente why` and the web page's answers tell it.</summary>
public sealed class WhyChainTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entente-chain-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Each_link_stands_on_a_line_of_its_own_with_its_words()
    {
        var claim = Claim("Reuters reported that Iran had denied that it had attacked Iraq.");
        WhyVerb.Says(claim).Select(l => $"{l.Part}|{l.Link}").ShouldBe(
        [
            "says|Harbour Gazette, publisher",
            "|→ Reuters, outlet (outlet:reuters), by “Reuters reported”",
            "|→ Iran, body (IRN), by “Iran had denied”, denied",
        ]);
    }

    [Fact]
    public void The_web_page_gets_the_words_of_each_link()
    {
        var chain = ClaimAnswer.Of(Claim("Reuters reported that Iran had denied that it had attacked Iraq."), null).Chain;
        chain.Select(l => l.Words).ShouldBe([null, "Reuters reported", "Iran had denied"]);
        chain[^1].Gives.ShouldBe(["denied"]);
    }

    private ClaimRow Claim(string text)
    {
        var file = Path.Combine(_folder, "test.db");
        var page = new Page("one", Encoding.UTF8.GetBytes(text)) { Form = PageForm.Prepared, Given = new PageFacts { Date = new DateOnly(2012, 10, 5), Publisher = "Harbour Gazette" } };
        using (var ledger = Ledger.Open(file))
        {
            ledger.Append(Some.Coder.Code(page), "test", ["one.txt"]);
        }

        return Archive.Open(file).Claims(new ClaimFilter()).Single(c => c.Type == "ASSAULT");
    }
}
