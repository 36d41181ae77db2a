using Entente.Claims.Analyzing;
using Entente.Training;
using Shouldly;
using Xunit;

namespace Entente.Tests.Analyzing;

public sealed class LanguageModelTests
{
    [Fact]
    public void A_file_that_is_no_model_is_refused()
    {
        Should.Throw<FormatException>(() => LanguageModel.FromPinned(GC.AllocateArray<byte>(64, pinned: true)));
        Should.Throw<FormatException>(() => LanguageModel.FromPinned(GC.AllocateArray<byte>(0, pinned: true)));
    }

    [Fact]
    public void A_part_of_a_model_file_is_found_by_its_name()
    {
        var file = ModelWriter.File([new("first", new ModelWriter().Lines(["a", "b"]).Bytes([7]).Written.ToArray()), new("second", new ModelWriter().Lines(["c"]).Written.ToArray())]);
        var first = new ModelFile(file).Part("first");
        first.Lines().ShouldBe(["a", "b"]);
        first.Bytes().ToArray().ShouldBe([7]);
        new ModelFile(file).Part("second").Lines().ShouldBe(["c"]);
        Should.Throw<FormatException>(() => new ModelFile(file).Part("third").Lines());
        Should.Throw<FormatException>(() => new ModelFile(file.AsSpan(0, file.Length - 1)).Part("second").Lines());
    }

    [Theory]
    [InlineData("L2y", "Parties", "Party", false)]
    [InlineData("L3y", "Parties", "party", true)]
    [InlineData("K0", "Oslo", "Oslo", true)]
    [InlineData("L0", "THE", "the", true)]
    [InlineData("L9be", "is", "be", true)]
    public void A_lemma_is_made_by_cutting_and_adding(string edit, string word, string lemma, bool right) =>
        (LemmaEdit.Parse(edit).Apply(word) == lemma).ShouldBe(right);

    [Fact]
    public void An_edit_is_written_as_it_is_read() => LemmaEdit.Parse("L3y").ToString().ShouldBe("L3y");
}
