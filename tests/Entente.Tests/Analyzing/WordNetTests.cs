using Entente.Claims;
using Entente.Claims.Analyzing;
using Entente.Training;
using Shouldly;
using Xunit;

namespace Entente.Tests.Analyzing;

public sealed class WordNetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("wordnet").FullName;

    public WordNetTests()
    {
        Write("data.noun",
            "  1 lines that begin with blanks are the licence",
            "00000001 15 n 02 Frostholm 0 City_of_Frost 0 001 @i 00000009 n 0000 | a city",
            "00000002 18 n 01 Ada_Novak 0 001 @i 00000009 n 0000 | a chemist",
            "00000003 14 n 01 Frost_Party 0 001 @i 00000009 n 0000 | a party",
            "00000004 04 n 02 thaw 0 melting 0 000 | becoming warm",
            "00000005 18 n 01 Frostian 0 001 @ 00000009 n 0000 | someone from Frostholm");
        Write("data.verb", "00000006 30 v 01 thaw 0 000 | become warm");
        Write("data.adj", "00000007 00 a 01 frosty(a) 0 000 | cold");
        Write("data.adv");
        Write("index.sense", "thaw%1:04:00:: 00000004 1 9", "thaw%2:30:00:: 00000006 1 1");
    }

    [Fact]
    public void Names_are_those_of_single_people_places_and_groups() =>
        WordNet.Read(_folder).Names.ShouldBe(
        [
            ("Frostholm", NameKind.Place), ("City of Frost", NameKind.Place), ("Ada Novak", NameKind.Person), ("Frost Party", NameKind.Organisation),
        ]);

    [Fact]
    public void A_word_has_all_its_parts_of_speech_and_the_one_that_leads()
    {
        var words = WordNet.Read(_folder).Words.ToDictionary();
        int Of(string word) => words.GetValueOrDefault(StemTable.Key(WordAtom.Hash(word)));
        Of("thaw").ShouldBe(1 + 2 + 32);
        Of("melting").ShouldBe(1);
        Of("frosty").ShouldBe(4);
        Of("frostian").ShouldBe(16);
        Of("frostholm").ShouldBe(0);
    }

    public void Dispose() => Directory.Delete(_folder, true);

    private void Write(string file, params string[] lines) => File.WriteAllLines(Path.Combine(_folder, file), lines);
}
