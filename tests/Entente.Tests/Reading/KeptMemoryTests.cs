using System.Text;
using Entente.Claims;
using Entente.Claims.Reading;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reading;

/// <summary>What is measured on the whole process runs when no other test does, for their memory would be counted with it.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;

/// <summary>What a page costs while it is kept, measured on the whole process.</summary>
[Collection(nameof(AloneCollection))]
public sealed class KeptMemoryTests
{
    private const string Sentence = "The governments of Ruritania and Arcadia signed a pact on their common harbour on Tuesday, and both capitals called it the closest step in a decade. ";

    [Fact]
    public void Memory_stays_below_ten_times_the_page()
    {
        var html = "<html><body><article><h1>Ruritania and Arcadia sign a pact</h1>" + string.Concat(Enumerable.Repeat($"<p class='story-text'>{Sentence}{Sentence}</p>\n", 30_000)) + "</article></body></html>";
        var page = new Page("p", Encoding.UTF8.GetBytes(html));
        Reader.Read(new Page("p", Encoding.UTF8.GetBytes($"<p>{Sentence}</p>")));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var read = Reader.Read(page);
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        read.Documents.ShouldNotBeEmpty();
        kept.ShouldBeLessThan(10L * page.Content.Length);
    }
}
