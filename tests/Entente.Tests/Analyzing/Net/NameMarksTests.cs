using Entente.Claims.Analyzing.Net;
using Shouldly;
using Xunit;

namespace Entente.Tests.Analyzing.Net;

public sealed unsafe class NameMarksTests
{
    [Fact]
    public void A_name_goes_on_only_where_one_of_its_kind_stands()
    {
        // Alone, the second word would go on with an organisation where a person stands
        Choose([0, 9, 0, 0, 0, 0, 0], [0, 0, 5, 0, 0, 0, 6]).ShouldBe([1, 2]);
        Choose([0, 9, 0, 0, 0, 0, 0], [0, 0, 5, 0, 0, 0, 20]).ShouldBe([5, 6]);
    }

    [Fact]
    public void No_name_begins_in_its_middle() => Choose([0, 1, 9, 0, 0, 0, 0]).ShouldBe([1]);

    [Fact]
    public void No_words_no_marks() => Choose().ShouldBeEmpty();

    private static byte[] Choose(params float[][] scores)
    {
        var marks = new byte[scores.Length];
        var flat = scores.SelectMany(s => s).Append(0).ToArray();
        fixed (float* p = flat)
        {
            NameMarks.Choose(p, NameMarks.Count, scores.Length, marks);
        }

        return marks;
    }
}
