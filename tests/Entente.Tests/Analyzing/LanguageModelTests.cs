using Entente.Claims.Analyzing;
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
